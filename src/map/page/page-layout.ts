import { listMapViews, type View } from "../../core/view.ts";

/** A box of the page, in its CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words and signs of a page that have been laid out for a width: how high they are, and what draws them. */
export interface Block {
  readonly height: number;
  /** From their upper left corner. */
  readonly draw: (x: number, y: number) => void;
}

/** How the head of a page is set: down a column, over the whole width, in two halves, or as large as can be. */
export type HeadForm = "column" | "wide" | "split" | "story";

/** What stands around the map. `scale`: how many times as large as on the nominal page. */
export interface PageBlocks {
  readonly head: (width: number, scale: number, form: HeadForm) => Block;
  /** A list between head and legend; empty if there is none. */
  readonly list: (width: number, scale: number) => Block;
  readonly legend: (width: number, scale: number) => Block;
  readonly notes: (width: number, scale: number) => Block;
  /** What lies below the map, no higher than `most`. */
  readonly below?: ((width: number, scale: number, most: number) => Block) | undefined;
}

/** Where the parts of a page go. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** On whole pixels. */
  readonly map: Box;
  /** Whether the map reaches from edge to edge, and has no frame. */
  readonly isBleeding: boolean;
  readonly placed: readonly { readonly block: Block; readonly box: Box }[];
}

/** The theatre is about square, so beyond this ratio the words stand beside the map and not above and below it. */
const WIDE_RATIO = 1.25;
/** Pages narrower than this are read on a phone, held upright. */
const STORY_RATIO = 0.62;
/** About as wide as high: the head is set in two halves, to leave the map its room. */
const SQUARE_RATIO = 0.85;
const WIDE_PAGE = { width: 1600, height: 1000 };
const TALL_PAGE = { width: 1000, height: 1250 };
const MARGIN = 40;
const COLUMN = 384;
const GAP = 26;
/** As much of the height of a page, or of the room for the map, is what lies below the map at most. */
const MOST_BELOW = 0.4;

/**
 * Lays out a page of any proportions: the words as large as they may be while the map keeps most of the page. A wide page has a
 * column of words beside the map, mirrored where text runs from right to left; any other has them above and below it, and that
 * of a phone a map from edge to edge.
 */
export function layOutPage(
  size: { readonly width: number; readonly height: number },
  blocks: PageBlocks,
  isRtl: boolean,
): PageLayout {
  const ratio = size.width / size.height;
  const isWide = ratio > WIDE_RATIO;
  const nominal = isWide ? WIDE_PAGE : TALL_PAGE;
  const fitting = Math.min(size.width / nominal.width, size.height / nominal.height);
  const largest = Math.min(fitting * 1.6, Math.max(0.85, fitting * 1.12));
  const layOut = isWide ? layOutWide : layOutTall;
  let scale = largest;
  for (;;) {
    const layout = layOut(size, blocks, { scale, isRtl });
    if (layout.isFitting || scale < largest / 5) return layout;
    scale *= 0.96;
  }
}

interface Fitting {
  readonly scale: number;
  readonly isRtl: boolean;
}

type Tried = PageLayout & { readonly isFitting: boolean };

function layOutWide(
  { width, height }: { readonly width: number; readonly height: number },
  blocks: PageBlocks,
  { scale, isRtl }: Fitting,
): Tried {
  const [margin, gap] = [MARGIN * scale, GAP * scale];
  const column = Math.min(COLUMN * scale, 0.34 * width);
  const [top, bottom] = [margin, height - margin];
  const x = isRtl ? width - margin - column : margin;
  const mapWidth = width - 2 * margin - column - gap;
  const mapX = isRtl ? margin : margin + column + gap;
  const head = blocks.head(column, scale, "column");
  const list = blocks.list(column, scale);
  const legend = blocks.legend(column, scale);
  const notes = blocks.notes(column, scale);
  const below = blocks.below?.(mapWidth, scale, MOST_BELOW * (bottom - top));
  const upper = [head, list, legend].filter((block) => block.height > 0);
  const needed = upper.reduce((sum, block) => sum + block.height + gap, 0) + notes.height;
  let y = top;
  const placed = upper.map((block) => {
    const box = { x, y, width: column, height: block.height };
    y += block.height + gap;
    return { block, box };
  });
  placed.push({
    block: notes,
    box: { x, y: bottom - notes.height, width: column, height: notes.height },
  });
  const mapEnd = below ? bottom - below.height - gap : bottom;
  if (below)
    placed.push({
      block: below,
      box: { x: mapX, y: bottom - below.height, width: mapWidth, height: below.height },
    });
  return {
    width,
    height,
    scale,
    placed,
    isBleeding: false,
    map: roundBox({ x: mapX, y: top, width: mapWidth, height: mapEnd - top }),
    isFitting: needed <= bottom - top,
  };
}

function layOutTall(
  { width, height }: { readonly width: number; readonly height: number },
  blocks: PageBlocks,
  { scale }: Fitting,
): Tried {
  const ratio = width / height;
  const isStory = ratio < STORY_RATIO;
  const [margin, gap] = [MARGIN * scale, GAP * scale];
  // Over the upper and lower ends of a story lie the buttons of the program that shows it.
  const [top, bottom] = isStory ? [0.06 * height, 0.93 * height] : [margin, height - margin];
  const inner = width - 2 * margin;
  const form = isStory ? "story" : ratio > SQUARE_RATIO ? "split" : "wide";
  const head = blocks.head(inner, scale, form);
  const notes = blocks.notes(inner, scale);
  const below = blocks.below?.(inner, scale, 0.22 * height);
  const feet = [
    ...(below ? [below] : []),
    blocks.legend(inner, scale),
    blocks.list(inner, scale),
    notes,
  ].filter((block) => block.height > 0);
  const mapTop = top + head.height + (head.height > 0 ? 0.8 * gap : 0);
  const mapEnd = bottom - feet.reduce((sum, block) => sum + block.height + 0.8 * gap, 0);
  let y = mapEnd + 0.8 * gap;
  const placed = [head, ...feet].map((block, index) => {
    if (index === 0) return { block, box: { x: margin, y: top, width: inner, height: block.height } };
    const box = { x: margin, y, width: inner, height: block.height };
    y += block.height + 0.8 * gap;
    return { block, box };
  });
  const least = ratio > SQUARE_RATIO ? 0.5 : below ? 0.4 : 0.48;
  return {
    width,
    height,
    scale,
    placed,
    isBleeding: isStory,
    map: roundBox({
      x: isStory ? 0 : margin,
      y: mapTop,
      width: isStory ? width : inner,
      height: Math.max(1, mapEnd - mapTop),
    }),
    isFitting: mapEnd - mapTop >= least * height,
  };
}

/**
 * The page's map in as many parts as a view has maps, the earlier day where lines of text begin, or above where there is more
 * room for it.
 */
export function layOutMaps(
  view: View,
  map: Box,
  isRtl: boolean,
): { readonly shown: View; readonly box: Box }[] {
  const views = listMapViews(view);
  const isStacked = map.height > 1.15 * map.width;
  if (isStacked) {
    const height = Math.floor((map.height - MAP_GAP * (views.length - 1)) / views.length);
    return views.map((shown, index) => ({
      shown,
      box: { ...map, height, y: map.y + index * (height + MAP_GAP) },
    }));
  }
  const inOrder = isRtl ? views.toReversed() : views;
  const width = Math.floor((map.width - MAP_GAP * (views.length - 1)) / views.length);
  const maps = inOrder.map((shown, index) => ({
    shown,
    box: { ...map, width, x: map.x + index * (width + MAP_GAP) },
  }));
  return isRtl ? maps.toReversed() : maps;
}

/** Between two maps, in CSS pixels of the page. */
const MAP_GAP = 8;

/** The map is copied pixel by pixel, so its box must lie on whole pixels. */
function roundBox({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
