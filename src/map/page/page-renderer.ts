import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { type PageParts, USUAL_PARTS } from "../../core/page-parts.ts";
import type { Camera, View } from "../../core/view.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";
import { wordsOf } from "../../words/index.ts";
import type { MapWords } from "../../words/map-words.ts";
import type { BaseMap } from "../base/base.ts";
import { fitCamera, type ScreenSize } from "../camera.ts";
import { loadMapFonts } from "../fonts.ts";
import { prepare } from "../shown.ts";
import { ContextLost, createHiddenMap, type HiddenMap, type Shot, type Way } from "./hidden-map.ts";
import { findExportWords } from "../../words/export-words.ts";
import { drawDays, type PageContent, type PageLogo, setHead, setList, setNotes } from "./page-blocks.ts";
import {
  type Block,
  type Box,
  layOutMaps,
  layOutPage,
  type PageBlocks,
  type PageLayout,
} from "./page-layout.ts";
import { drawNorth, drawScale, setLegend } from "./page-legend.ts";
import type { Pen } from "./page-text.ts";
import { createSteadyBlocks } from "./steady-blocks.ts";
import { drawWay } from "./way-note.ts";
import { aimAt, frameBounds, planTiles } from "./tiles.ts";

/** What there is to draw, whatever the view. */
export interface PageSetting {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly readerBase?: ReaderBase | undefined;
  /** Vector tiles of the settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
  /** As many pixels each way the graphics processor is asked for at once; larger maps are drawn in tiles. */
  readonly mostTilePx?: number;
}

/** How a page is drawn. */
export interface PageOptions {
  readonly palette: Palette;
  /** Size of the page in CSS pixels; the picture has `pixelRatio` times as many pixels each way, a multiple of an eighth. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  /** What the map shows, if not what the view says. */
  readonly camera?: Camera | undefined;
  /** Size of the map on the reader's screen: a picture with a camera shows at least what was to be seen there. */
  readonly screen?: ScreenSize | undefined;
  /** What stands on the page besides map, date and what a licence asks for. */
  readonly parts?: PageParts<PageLogo> | undefined;
  /** What is drawn below the map, for a width and no higher than `most`, all in pixels of the nominal page. */
  readonly below?: ((width: number, most: number) => PagePart) | undefined;
  /** Printed below the map: where the same view can be opened; left out if empty. */
  readonly url?: string | undefined;
  /** The views of all pages of a row, the same list for each of them: nothing jumps from one page to the next. */
  readonly row?: readonly View[] | undefined;
  /** Ground on its way to the day after, which the page says. */
  readonly way?: Way | undefined;
  /** Stands in for the canvas's own context, as one that notes what is written does. */
  readonly wrapContext?: ((context: CanvasRenderingContext2D) => CanvasRenderingContext2D) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how much of the page is drawn, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Something below the map, in pixels of the nominal page. */
export interface PagePart {
  readonly height: number;
  /** Draws it with its upper left corner at the origin, as wide as was asked for. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** A page that stands. */
export interface PageDrawing {
  /** The renderer's own: good until the next page is drawn. */
  readonly canvas: HTMLCanvasElement;
  /** Of the page, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
}

/** Draws page after page with one map out of sight, on which only what differs from the page before is drawn anew. */
export interface PageRenderer {
  /**
   * Draws a view as a printed page: the map with its date, legend, scale, sources and address. Calls are done one after the
   * other. Rejects with the reason of the signal once that is aborted, or with an Error whose sentence is for the reader, in the
   * language of the view; a page that would come out empty or smaller than asked for counts as that. Another page may be
   * drawn after it.
   */
  readonly draw: (view: View, options: PageOptions) => Promise<PageDrawing>;
  /** Gives up the map and its graphics context. */
  readonly remove: () => void;
}

/** As much as is asked for at once where the graphics processor would take more: its memory is finite too. */
const MOST_TILE_PX = 4096;
const LEAST_TILE_PX = 256;
const FIT_PADDING = { top: 28, right: 28, bottom: 28, left: 28 };
/** A laptop's map, for a view of which the screen is not known. */
const USUAL_SCREEN: ScreenSize = { width: 1100, height: 760 };

/** Rejects if the settings cannot be drawn at all. */
export async function createPageRenderer(setting: PageSetting): Promise<PageRenderer> {
  const prepared = await prepare(setting, loadMapFonts());
  const canvas = document.createElement("canvas");
  const keepSteady = createSteadyBlocks();
  let map: HiddenMap | undefined;
  let mostPx = setting.mostTilePx ?? MOST_TILE_PX;
  let isRemoved = false;
  let last: Promise<unknown> = Promise.resolve();

  const drop = () => {
    map?.remove();
    map = undefined;
  };

  /** A lost graphics context is replaced once: if it goes again, there is more amiss than one reset. */
  async function drawOnMap(shot: Shot, signal: AbortSignal | undefined, words: MapWords) {
    for (let isSecond = false; ; isSecond = true) {
      map ??= createHiddenMap(prepared, words);
      try {
        return await map.draw(shot, signal);
      } catch (error) {
        if (error instanceof ContextLost || isRemoved) drop();
        if (!(error instanceof ContextLost) || isSecond || isRemoved) throw error;
      }
    }
  }

  /** Draws the map of a view into a box of the page, in tiles where it is too large for one. */
  async function drawMap(
    context: CanvasRenderingContext2D,
    shown: View,
    { box, options, onProgress }: MapRequest,
  ): Promise<Camera> {
    const { palette, pixelRatio, signal, way } = options;
    const words = wordsOf(shown.language).map;
    const camera = chooseCamera(setting.atlas, shown, options, box);
    const [left, top] = [Math.round(box.x * pixelRatio), Math.round(box.y * pixelRatio)];
    for (let most = mostPx; most >= LEAST_TILE_PX; ) {
      const tiles = planTiles(box, pixelRatio, most);
      let given: number | undefined;
      for (const [index, { drawn, kept }] of tiles.entries()) {
        const aimed = tiles.length > 1 ? aimAt(drawn, camera, box) : camera;
        const shot = {
          view: shown,
          way,
          palette,
          readerBase: setting.readerBase,
          camera: aimed,
          size: drawn,
          pixelRatio,
        };
        const picture = await drawOnMap(shot, signal, words);
        if (typeof picture === "number") {
          given = picture;
          break;
        }
        const [x, y, width, height] = [kept.x, kept.y, kept.width, kept.height].map((length) =>
          Math.round(length * pixelRatio),
        ) as [number, number, number, number];
        const from = [Math.round(drawn.x * pixelRatio), Math.round(drawn.y * pixelRatio)] as const;
        context.drawImage(picture, x - from[0], y - from[1], width, height, left + x, top + y, width, height);
        onProgress((index + 1) / tiles.length);
      }
      if (given === undefined) return camera;
      // A smaller tile may fit, and a canvas that was once refused stays small.
      drop();
      most = Math.floor(given < most ? given : most / 2);
      mostPx = most;
    }
    throw new Error(words.pictureTooLarge(canvas.width, canvas.height));
  }

  async function draw(view: View, options: PageOptions): Promise<PageDrawing> {
    const { atlas, readerBase } = setting;
    const {
      palette,
      widthPx,
      heightPx,
      pixelRatio,
      signal,
      onProgress,
      parts = USUAL_PARTS,
      url = "",
    } = options;
    signal?.throwIfAborted();
    const { map: words, direction } = wordsOf(view.language);
    const isRtl = direction === "rtl";
    const own = prepareCanvas(canvas, { widthPx, heightPx, pixelRatio }, palette.paper, words);
    const context = options.wrapContext?.(own) ?? own;
    context.direction = direction;
    const pen = { context, isRtl };
    const credits = readerBase ? creditReaderBase(readerBase, words) : [];
    const content = { atlas, view, palette, parts, url, credits };
    const setOf = (shown: View) => setBlocks(pen, { ...content, view: shown }, options.below);
    const blocks = options.row ? keepSteady(setOf(view), options.row, setOf) : setOf(view);
    const layout = layOutPage({ width: widthPx, height: heightPx }, blocks, isRtl);
    // One map after the other: two large ones at once may be more than a graphics processor has room for.
    const maps = layOutMaps(view, layout.map, isRtl);
    let camera: Camera | undefined;
    for (const [index, { shown, box }] of maps.entries()) {
      const tell = (share: number) => onProgress?.((index + share) / maps.length);
      camera = await drawMap(context, shown, { box, options, onProgress: tell });
      if (isBlank(canvas, box, pixelRatio)) throw new Error(words.pictureEmpty);
    }
    context.scale(pixelRatio, pixelRatio);
    if (camera) drawWords(pen, content, { layout, maps, camera });
    if (options.way) drawWay(pen, { ...content, way: options.way }, layout.map, layout.scale);
    return { canvas, widthPx, heightPx, pixelRatio };
  }

  return {
    draw(view, options) {
      const drawing = last.then(() => draw(view, options));
      last = drawing.catch(() => {});
      return drawing;
    },
    remove() {
      isRemoved = true;
      drop();
    },
  };
}

interface MapRequest {
  readonly box: Box;
  readonly options: PageOptions;
  readonly onProgress: (share: number) => void;
}

function chooseCamera(atlas: Atlas, shown: View, options: PageOptions, box: ScreenSize): Camera {
  const camera = options.camera ?? shown.camera;
  return camera
    ? fitCamera(camera, options.screen ?? USUAL_SCREEN, box)
    : frameBounds(atlas.dataset.viewBounds, box, FIT_PADDING);
}

/** @throws Error with a sentence for the reader if the browser has no canvas of that size. */
function prepareCanvas(
  canvas: HTMLCanvasElement,
  { widthPx, heightPx, pixelRatio }: Omit<PageDrawing, "canvas">,
  paper: string,
  words: MapWords,
): CanvasRenderingContext2D {
  const [width, height] = [widthPx, heightPx].map((length) => Math.round(length * pixelRatio)) as [
    number,
    number,
  ];
  // Setting a size also clears the canvas and all that was set of its context.
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error(words.pictureTooLarge(width, height));
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  return context;
}

function setBlocks(pen: Pen, content: PageContent, below: PageOptions["below"]): PageBlocks {
  const { parts } = content;
  const nothing: Block = { height: 0, draw: () => {} };
  return {
    head: (width, scale, form) => setHead(pen, content, width, scale, form),
    list: (width, scale) => setList(pen, content, width, scale),
    legend: (width, scale) => (parts.hasLegend ? setLegend(pen, content, width, scale) : nothing),
    notes: (width, scale) => setNotes(pen, content, width, scale),
    below: below && ((width, scale, most) => setBelow(pen, below(width / scale, most / scale), scale)),
  };
}

function setBelow({ context }: Pen, part: PagePart, scale: number): Block {
  return {
    height: part.height * scale,
    draw(x, y) {
      context.save();
      context.translate(x, y);
      context.scale(scale, scale);
      part.draw(context);
      context.restore();
    },
  };
}

interface Laid {
  readonly layout: PageLayout;
  readonly maps: ReturnType<typeof layOutMaps>;
  /** Of the last map. */
  readonly camera: Camera;
}

/** Everything on a page but the maps, which lie in the canvas already. */
function drawWords(pen: Pen, content: PageContent, { layout, maps, camera }: Laid): void {
  const { palette, parts, view } = content;
  const { scale, placed, isBleeding } = layout;
  pen.context.strokeStyle = palette.rule;
  pen.context.lineWidth = scale;
  for (const { box } of maps) {
    if (isBleeding) continue;
    pen.context.strokeRect(box.x, box.y, box.width, box.height);
  }
  for (const { block, box } of placed) block.draw(box.x, box.y);
  const corner = { camera, map: maps.at(-1)?.box ?? layout.map, scale };
  if (parts.hasScale) drawScale(pen, content, corner);
  const text = findExportWords(view.language)?.north ?? "N";
  if (parts.hasNorth) drawNorth(pen, content, { ...corner, text, isAlone: !parts.hasScale });
  if (maps.length > 1) drawDays(pen, maps, content, scale);
}

const SAMPLES = 16;

/** Whether the map's part of the page shows one colour only, at a grid of points. */
function isBlank(canvas: HTMLCanvasElement, { x, y, width, height }: Box, pixelRatio: number): boolean {
  const samples = new OffscreenCanvas(SAMPLES, SAMPLES).getContext("2d", { willReadFrequently: true });
  if (!samples) return false;
  samples.imageSmoothingEnabled = false;
  const from = [x, y, width, height].map((length) => length * pixelRatio) as [number, number, number, number];
  samples.drawImage(canvas, ...from, 0, 0, SAMPLES, SAMPLES);
  const { data } = samples.getImageData(0, 0, SAMPLES, SAMPLES);
  const colours = new Set(new Uint32Array(data.buffer));
  return colours.size < 2;
}

/** Whose work the reader's base map is; of one that does not say so, where it is from. */
function creditReaderBase({ credits, host }: ReaderBase, { baseFrom }: MapWords): string[] {
  return [`${baseFrom(host)}${credits.length > 0 ? `: ${credits.join(", ")}` : ""}`];
}
