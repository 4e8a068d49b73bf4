import { Map as MapLibreMap } from "maplibre-gl";
import { washesGains } from "../../layers/gains.ts";
import { createMapStyle } from "../../layers/map-style.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import type { MapWords } from "../../words/map-words.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";
import type { BaseMap } from "../base/base.ts";
import { fitCamera, placeCamera, readCamera, type ScreenSize } from "../camera.ts";
import { findMiddle } from "../../core/geometry.ts";
import { createGround } from "../ground/ground.ts";
import { createPictures, type Picture, type Pictures } from "../pictures.ts";
import { type FontState, loadMapFonts, writeIn } from "../fonts.ts";
import { fillStyle, isOfWorker, supplyImages, updateSelection, updateTownStates } from "../map-pieces.ts";
import { type Box, layOutBelow, layOutMaps, layOutPage, type PagePart, widthBelow } from "./page-layout.ts";
import { drawDays, drawPage } from "./snapshot-page.ts";
import { drawTownsFrom, openTownSource, type TownSource } from "../town-source.ts";

export interface SnapshotRequest {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly readerBase?: ReaderBase | undefined;
  /** Vector tiles of the settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
  readonly view: View;
  readonly palette: Palette;
  /** Size of the page; the file has `pixelRatio` times as many pixels each way. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  /** What the map shows, if not what the view says. */
  readonly camera?: Camera;
  /** Size of the map on the reader's screen: a picture with a camera shows at least what was to be seen there. */
  readonly screen?: ScreenSize;
  /** What is drawn below the page, which is made higher by it, for a width in pixels of the nominal page. */
  readonly below?: ((width: number) => PagePart) | undefined;
  /** Printed below the map: where the same view can be opened. */
  readonly url: string;
}

/** Never looked at: every page has a map. */
const NOWHERE: Camera = { lng: 0, lat: 0, zoom: 0 };
const FIT_PADDING = { top: 28, right: 28, bottom: 28, left: 28 };
/** A laptop's map, for a view of which the screen is not known. */
const USUAL_SCREEN: ScreenSize = { width: 1100, height: 760 };
/** A software renderer needs about ten seconds for the default size. */
const PATIENCE_MS = 60_000;

/**
 * A view as a printed page: a PNG with the map, its date, legend, scale, sources and address.
 *
 * @throws Error with a sentence for the reader, in the language of the view, if the picture cannot be made. A page
 * that would come out empty or smaller than asked for counts as that.
 */
export async function renderSnapshot(request: SnapshotRequest): Promise<Blob> {
  const { atlas, base, readerBase, view, palette, widthPx, heightPx, pixelRatio, url } = request;
  const words = wordsOf(view.language).map;
  const isRtl = wordsOf(view.language).direction === "rtl";
  const layout = layOutPage(widthPx, heightPx, isRtl);
  const part = request.below?.(widthBelow(layout));
  const below = part && { part, ...layOutBelow(layout, part.height) };
  const pageHeight = below?.height ?? heightPx;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(widthPx * pixelRatio);
  canvas.height = Math.round(pageHeight * pixelRatio);
  const context = canvas.getContext("2d");
  const [towns, fonts] = await Promise.all([openTownSource(request.settlementTiles), loadMapFonts()]);
  const pictures = createPictures(atlas, base, { hasTiledTowns: towns.tiles !== undefined });
  if (!context) throw new Error(words.pictureTooLarge(canvas.width, canvas.height));
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, widthPx, pageHeight);
  // One map after the other: two large ones at once may be more than a graphics processor has room for.
  const maps = layOutMaps(view, layout.map, isRtl);
  const cameras: Camera[] = [];
  for (const { shown, box } of maps) {
    const camera = await drawMap({ ...request, view: shown }, box, { pictures, towns, fonts, context });
    if (!camera) throw new Error(words.pictureTooLarge(canvas.width, canvas.height));
    if (isBlank(context, box, pixelRatio)) throw new Error(words.pictureEmpty);
    cameras.push(camera);
  }
  const credits = readerBase ? creditReaderBase(readerBase, words) : [];
  const content = { atlas, view, palette, url, credits };
  const last = maps.at(-1)?.box ?? layout.map;
  drawPage(context, { ...layout, map: last }, content, cameras.at(-1) ?? NOWHERE);
  if (maps.length > 1) drawDays(context, maps, { ...content, layout });
  if (below) drawBelow(context, below, layout.scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(words.pictureTooLarge(canvas.width, canvas.height));
  return blob;
}

function drawBelow(
  context: CanvasRenderingContext2D,
  { part, box }: { readonly part: PagePart; readonly box: Box },
  scale: number,
): void {
  context.save();
  context.translate(box.x, box.y);
  context.scale(scale, scale);
  part.draw(context);
  context.restore();
}

interface MapParts {
  readonly pictures: Pictures;
  readonly towns: TownSource;
  readonly fonts: FontState;
  readonly context: CanvasRenderingContext2D;
}

/**
 * Draws the map of a view into a box of the page, whose scale is set, and tells where it looks; `undefined` if it came out
 * smaller than asked for. @throws as {@link renderSnapshot}
 */
async function drawMap(
  request: SnapshotRequest,
  box: Box,
  { pictures, towns, fonts, context }: MapParts,
): Promise<Camera | undefined> {
  const { atlas, readerBase, view, palette, pixelRatio } = request;
  const picture = pictures.draw(view);
  const container = hideAway(box);
  let map: MapLibreMap | undefined;
  try {
    map = startMap(request, container);
    const style = drawTownsFrom(
      towns,
      createMapStyle({
        ...view,
        palette,
        readerBase,
        sides: atlas.dataset.sides,
        scripts: atlas.dataset.scripts,
      }),
    );
    const ground = createGround(map, findMiddle(atlas.dataset.bounds));
    ground.show(picture, { palette, hasGains: washesGains(view), sides: atlas.dataset.sides, scale: 1 });
    map.on("style.load", ground.add);
    map.setStyle(fillStyle(writeIn(fonts, style), pictures.still, picture.sources));
    await settle(map, { atlas, picture, towns, selected: view.place }, wordsOf(view.language).map);
    const drawn = map.getCanvas();
    const isWhole =
      drawn.width === Math.round(box.width * pixelRatio) &&
      drawn.height === Math.round(box.height * pixelRatio) &&
      isBufferWhole(drawn);
    if (!isWhole) return undefined;
    context.drawImage(drawn, box.x, box.y, box.width, box.height);
    return readCamera(map);
  } finally {
    map?.remove();
    container.remove();
  }
}

/** An element outside the page: a map needs one that has a size. */
function hideAway({ width, height }: Box): HTMLElement {
  const container = document.createElement("div");
  container.style.cssText = `position:fixed;left:-20000px;top:0;width:${width}px;height:${height}px`;
  container.ariaHidden = "true";
  document.body.append(container);
  return container;
}

/** @throws Error if the browser offers no WebGL. */
function startMap(request: SnapshotRequest, container: HTMLElement): MapLibreMap {
  const { atlas, view, pixelRatio, screen = USUAL_SCREEN } = request;
  const camera = request.camera ?? view.camera;
  const size = { width: container.clientWidth, height: container.clientHeight };
  let map: MapLibreMap;
  try {
    map = new MapLibreMap({
      container,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio,
      maxCanvasSize: [16384, 16384],
      // Without it the browser may clear the pixels before they are copied.
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
  } catch {
    throw new Error(wordsOf(view.language).map.trouble["no-graphics"]);
  }
  supplyImages(map);
  placeCamera(map, camera && fitCamera(camera, screen, size), {
    bounds: atlas.dataset.viewBounds,
    padding: FIT_PADDING,
  });
  return map;
}

interface Settling {
  readonly atlas: Atlas;
  readonly picture: Picture;
  readonly towns: TownSource;
  readonly selected: string | undefined;
}

/**
 * Resolves once the map has drawn the picture with all names in place. @throws Error with a sentence for the reader, once
 * it can no longer come to that or {@link PATIENCE_MS} are over.
 */
async function settle(
  map: MapLibreMap,
  { atlas, picture, towns, selected }: Settling,
  words: MapWords,
): Promise<void> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const failed = new Promise<never>((_, reject) => {
    const fail = (sentence: string) => reject(new Error(sentence));
    patience = setTimeout(fail, PATIENCE_MS, words.pictureTimedOut);
    map.on("webglcontextlost", () => fail(words.pictureLost));
    map.on("error", ({ error }) => {
      if (isOfWorker(error)) fail(words.trouble["no-worker"]);
    });
  });
  const drawn = map.once("style.load").then(() => {
    updateTownStates(map, towns, atlas, undefined, picture.townStates);
    updateSelection(map, towns, undefined, selected);
    return map.once("idle");
  });
  try {
    await Promise.race([drawn, failed]);
  } finally {
    clearTimeout(patience);
  }
}

/** A graphics processor may give a smaller buffer than the canvas asks for, and stretch it. */
function isBufferWhole(canvas: HTMLCanvasElement): boolean {
  const graphics = canvas.getContext("webgl2");
  return graphics?.drawingBufferWidth === canvas.width && graphics.drawingBufferHeight === canvas.height;
}

const SAMPLES = 12;

/** Whether the map's part of the page shows one colour only, at a grid of points. */
function isBlank(
  context: CanvasRenderingContext2D,
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  pixelRatio: number,
): boolean {
  const colours = new Set<string>();
  for (let column = 1; column < SAMPLES; column++) {
    for (let row = 1; row < SAMPLES; row++) {
      const left = Math.round((x + (width * column) / SAMPLES) * pixelRatio);
      const top = Math.round((y + (height * row) / SAMPLES) * pixelRatio);
      colours.add(context.getImageData(left, top, 1, 1).data.join());
    }
  }
  return colours.size < 2;
}

/** Whose work the reader's base map is; of one that does not say so, where it is from. */
function creditReaderBase({ credits, host }: ReaderBase, { baseFrom }: MapWords): string[] {
  return [`${baseFrom(host)}${credits.length > 0 ? `: ${credits.join(", ")}` : ""}`];
}
