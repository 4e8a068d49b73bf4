import { listMapViews, type View } from "../../core/view.ts";

/** A box of the page, in its own pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of a printed page go. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  /** How much larger than on the nominal page everything but the map is drawn. */
  readonly scale: number;
  readonly heading: Box;
  readonly map: Box;
  readonly legend: Box;
  /** Filled from the bottom up. */
  readonly notes: Box;
}

/** The theatre is about square, so beyond this ratio the words stand beside the map and not above and below it. */
const WIDE_RATIO = 1.25;
const WIDE_PAGE = { width: 1600, height: 1000 };
const TALL_PAGE = { width: 1000, height: 1250 };
const MARGIN = 40;

/** A wide page has a column of words beside the map, mirrored for Arabic; any other has them above and below it. */
export function layOutPage(widthPx: number, heightPx: number, isRtl: boolean): PageLayout {
  const isWide = widthPx / heightPx > WIDE_RATIO;
  const nominal = isWide ? WIDE_PAGE : TALL_PAGE;
  const fitting = Math.min(widthPx / nominal.width, heightPx / nominal.height);
  const scale = Math.min(2.5, Math.max(0.4, fitting));
  const page = { width: widthPx, height: heightPx, scale };
  const margin = MARGIN * scale;
  const inner = { x: margin, y: margin, width: widthPx - 2 * margin, height: heightPx - 2 * margin };
  return { ...page, ...(isWide ? layOutWide(inner, scale, isRtl) : layOutTall(inner, scale)) };
}

/** Something below all else on a page, between its margins, in pixels of the nominal page. */
export interface PagePart {
  readonly height: number;
  /** Draws it with its upper left corner at the origin, as wide as was asked for. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** Where a part of some height lies below a page, and how high the page is with it. Height in pixels of the nominal page. */
export function layOutBelow(
  { width, height, scale }: PageLayout,
  partHeight: number,
): { readonly box: Box; readonly height: number } {
  const margin = MARGIN * scale;
  const box = { x: margin, y: height, width: width - 2 * margin, height: partHeight * scale };
  return { box, height: Math.ceil(height + box.height + margin) };
}

/** How wide a part below a page is, in pixels of the nominal page. */
export function widthBelow({ width, scale }: PageLayout): number {
  return width / scale - 2 * MARGIN;
}

type Parts = Pick<PageLayout, "heading" | "map" | "legend" | "notes">;

function layOutWide(inner: Box, scale: number, isRtl: boolean): Parts {
  const width = 384 * scale;
  const gap = 30 * scale;
  const column = { x: isRtl ? inner.x + inner.width - width : inner.x, width };
  const [headingHeight, notesHeight] = [270 * scale, 160 * scale];
  return {
    heading: { ...column, y: inner.y, height: headingHeight },
    legend: { ...column, y: inner.y + headingHeight, height: inner.height - headingHeight - notesHeight },
    notes: { ...column, y: inner.y + inner.height - notesHeight, height: notesHeight },
    map: roundBox({
      x: isRtl ? inner.x : inner.x + width + gap,
      y: inner.y,
      width: inner.width - width - gap,
      height: inner.height,
    }),
  };
}

function layOutTall(inner: Box, scale: number): Parts {
  const [headingHeight, legendHeight, notesHeight, gap] = [200 * scale, 128 * scale, 104 * scale, 20 * scale];
  const { x, width } = inner;
  const mapHeight = inner.height - headingHeight - legendHeight - notesHeight - gap;
  const mapEnd = inner.y + headingHeight + mapHeight;
  return {
    heading: { x, width, y: inner.y, height: headingHeight },
    map: roundBox({ x, width, y: inner.y + headingHeight, height: mapHeight }),
    legend: { x, width, y: mapEnd + gap, height: legendHeight },
    notes: { x, width, y: inner.y + inner.height - notesHeight, height: notesHeight },
  };
}

/** The page's map in as many parts as a view has maps, the earlier day where lines of text begin. */
export function layOutMaps(
  view: View,
  map: Box,
  isRtl: boolean,
): { readonly shown: View; readonly box: Box }[] {
  const views = listMapViews(view);
  const inOrder = isRtl ? views.toReversed() : views;
  const width = Math.floor((map.width - GAP * (views.length - 1)) / views.length);
  const maps = inOrder.map((shown, index) => ({
    shown,
    box: { ...map, width, x: map.x + index * (width + GAP) },
  }));
  return isRtl ? maps.toReversed() : maps;
}

/** Between two maps, in pixels of the page. */
const GAP = 8;

/** The map is copied pixel by pixel, so its box must lie on whole pixels. */
function roundBox({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
