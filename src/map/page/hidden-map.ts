import { Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "../../../styles/palette.ts";
import type { Day } from "../../core/day.ts";
import { findMiddle } from "../../core/geometry.ts";
import type { Camera, View } from "../../core/view.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";
import { wordsOf } from "../../words/index.ts";
import type { MapWords } from "../../words/map-words.ts";
import type { ScreenSize } from "../camera.ts";
import { createGround } from "../ground/ground.ts";
import { lookOf } from "../ground/look.ts";
import { type Motion, planMotion } from "../ground/motion.ts";
import { fillStyle, isOfWorker, supplyImages, updateSelection, updateTownStates } from "../map-pieces.ts";
import { type Prepared, type Shown, styleOf, update } from "../shown.ts";

/** How far ground has come from the end of a view's day to that of the day after it: drawn, and not known. */
export interface Way {
  readonly next: Day;
  /** From 0 to 1. */
  readonly share: number;
}

/** What a map out of sight is to draw. */
export interface Shot {
  readonly view: View;
  /** `undefined`: the end of the day as it is. */
  readonly way: Way | undefined;
  readonly palette: Palette;
  readonly readerBase: ReaderBase | undefined;
  readonly camera: Camera;
  /** In whole CSS pixels. */
  readonly size: ScreenSize;
  readonly pixelRatio: number;
}

/** A map out of sight that goes from picture to picture, and draws only what differs. */
export interface HiddenMap {
  /**
   * Resolves to the canvas once the picture stands complete on it, which is good until the next call; at once to a number if the
   * graphics processor gives less than it is asked for: as many pixels as it gave, the longer way. Rejects with a sentence for the reader if it cannot, with {@link ContextLost} among others, or
   * with the reason of the signal.
   */
  readonly draw: (shot: Shot, signal?: AbortSignal) => Promise<HTMLCanvasElement | number>;
  readonly remove: () => void;
}

/** The graphics processor was reset: the map is gone, another may do. */
export class ContextLost extends Error {}

/** Nothing at all has happened for so long: a software renderer needs some seconds for a large frame. */
const PATIENCE_MS = 60_000;
/** While a picture is being put together it is drawn so small that this costs nothing: what is where does not depend on it. */
const DRAFT_RATIO = 0.125;
/** Pictures with fewer pixels are put together as they are. */
const SMALL_PX = 600_000;

/** @throws Error with a sentence for the reader if the browser offers no WebGL. */
export function createHiddenMap(prepared: Prepared, words: MapWords): HiddenMap {
  const { atlas } = prepared.content;
  const container = hideAway();
  const map = startMap(container, words);
  const frames = drawWithoutFrames(map);
  const ground = createGround(map, findMiddle(atlas.dataset.bounds));
  let shown: Shown | undefined;
  /** The way from one day to the next that was drawn last; what is drawn frame by frame is planned once. */
  let planned: { readonly from: Day; readonly next: Day; readonly motion: Motion | undefined } | undefined;
  /** Size of the canvas. */
  let sizedAs = "";
  /** Size and camera of the picture that stands complete on it. */
  let stands = "";

  map.on("style.load", () => {
    ground.add();
    if (!shown) return;
    updateTownStates(map, shown.towns, atlas, undefined, shown.picture.townStates);
    updateSelection(map, shown.towns, undefined, shown.view.place);
  });

  function show(shot: Shot): void {
    const { view, palette, readerBase } = shot;
    const picture = prepared.pictures.draw(view);
    const before = shown;
    shown = { ...prepared, view, palette, readerBase, picture, pointed: undefined, scale: 1 };
    ground.show(picture, lookOf(shown));
    moveOn(shot, shown);
    if (before) update(map, before, shown);
    else map.setStyle(fillStyle(styleOf(shown), prepared.pictures.still, picture.sources), { diff: false });
  }

  function moveOn({ view, way }: Shot, now: Shown): void {
    if (!way) return;
    if (planned?.from !== view.day || planned.next !== way.next) {
      const coming = prepared.pictures.draw({ ...view, day: way.next });
      const motion = planMotion(atlas, way.next, now.picture, coming);
      planned = { from: view.day, next: way.next, motion };
    }
    if (planned.motion) ground.move(planned.motion, way.share);
  }

  function resize({ width, height }: ScreenSize, pixelRatio: number): void {
    const size = [width, height, pixelRatio].join();
    if (size === sizedAs) return;
    sizedAs = size;
    Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
    map.setPixelRatio(pixelRatio);
  }

  async function draw(shot: Shot, signal?: AbortSignal): Promise<HTMLCanvasElement | number> {
    const { size, pixelRatio, camera } = shot;
    const isSmall = size.width * size.height * pixelRatio ** 2 <= SMALL_PX;
    const texts = wordsOf(shot.view.language).map;
    const place = [size.width, size.height, pixelRatio, camera.lng, camera.lat, camera.zoom].join();
    const isElsewhere = stands !== place;
    const isDraft = !isSmall && isElsewhere;
    // It may also go while nothing is drawn, and before anybody is told.
    const refuseLost = () => {
      if (map.getCanvas().getContext("webgl2")?.isContextLost()) throw new ContextLost(texts.pictureLost);
    };
    refuseLost();
    resize(size, pixelRatio);
    refuseLost();
    stands = "";
    const given = measureGiven(map.getCanvas(), size, pixelRatio);
    if (given !== undefined) return given;
    if (isDraft) resize(size, DRAFT_RATIO);
    map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom });
    show(shot);
    await settle(map, texts, signal);
    if (isElsewhere) {
      placeNamesAnew(map);
      resize(size, pixelRatio);
      await settle(map, texts, signal);
    }
    refuseLost();
    stands = place;
    return map.getCanvas();
  }

  return {
    draw,
    remove() {
      map.remove();
      frames.close();
      container.remove();
    },
  };
}

/**
 * Lets the map place its names as if none had ever been placed. MapLibre leaves a name on the side of its place on which it was before,
 * so a tile would depend on the tiles before it, and a picture on what came first while it was put together. From one day to the next on
 * the same map that is what one wants.
 */
function placeNamesAnew(map: MapLibreMap): void {
  Object.assign(map.style, { placement: undefined, pauseablePlacement: undefined });
}

/** An element outside the page: a map needs one that has a size. */
function hideAway(): HTMLElement {
  const container = document.createElement("div");
  container.style.cssText = "position:fixed;left:-60000px;top:0;width:64px;height:64px";
  container.ariaHidden = "true";
  container.inert = true;
  document.body.append(container);
  return container;
}

function startMap(container: HTMLElement, words: MapWords): MapLibreMap {
  try {
    const map = new MapLibreMap({
      container,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      fadeDuration: 0,
      pixelRatio: 1,
      maxCanvasSize: [16384, 16384],
      // A tile of a picture may lie beyond the end of the world.
      transformConstrain: (center, zoom) => ({ center, zoom }),
      // Without it the browser may clear the pixels before they are copied.
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    supplyImages(map);
    return map;
  } catch {
    container.remove();
    throw new Error(words.trouble["no-graphics"]);
  }
}

/**
 * Lets a map draw as soon as it has something to draw, and not with the frames of the screen: a tab that nobody looks at has
 * none, and the picture is to be finished there too. MapLibre asks the window of its container for frames; here it gets ones
 * that are messages to oneself, which are not put off as timers are.
 */
function drawWithoutFrames(map: MapLibreMap): { readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  const asked = new Map<number, FrameRequestCallback>();
  let last = 0;
  port1.addEventListener("message", ({ data: id }: MessageEvent<number>) => {
    const callback = asked.get(id);
    asked.delete(id);
    callback?.(performance.now());
  });
  port1.start();
  const frames = {
    requestAnimationFrame(callback: FrameRequestCallback) {
      asked.set(++last, callback);
      port2.postMessage(last);
      return last;
    },
    cancelAnimationFrame: (id: number) => asked.delete(id),
    removeEventListener: window.removeEventListener.bind(window),
  };
  Object.defineProperty(map, "_ownerWindow", { value: frames });
  return {
    close: () => port1.close(),
  };
}

/** Resolves once the map has drawn all that it shows, with all names in place. */
async function settle(map: MapLibreMap, words: MapWords, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const ends = new AbortController();
  const whole = new Promise<void>((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(patience);
      patience = setTimeout(() => reject(new Error(words.pictureTimedOut)), PATIENCE_MS);
    };
    wait();
    const subscriptions = [
      map.on("data", wait),
      map.on("idle", () => resolve()),
      map.on("webglcontextlost", () => reject(new ContextLost(words.pictureLost))),
      map.on("error", ({ error }) => {
        if (isOfWorker(error)) reject(new Error(words.trouble["no-worker"]));
      }),
    ];
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { signal: ends.signal });
    ends.signal.addEventListener("abort", () => {
      clearTimeout(patience);
      for (const { unsubscribe } of subscriptions) unsubscribe();
    });
    // A picture that is the same as before would draw nothing, and `idle` never come.
    map.triggerRepaint();
  });
  try {
    await whole;
  } finally {
    ends.abort();
  }
}

/**
 * A graphics processor may give a smaller buffer than the canvas asks for, and stretch it: then how long its longer side is.
 * `undefined` if it is whole.
 */
function measureGiven(
  canvas: HTMLCanvasElement,
  { width, height }: ScreenSize,
  pixelRatio: number,
): number | undefined {
  const graphics = canvas.getContext("webgl2");
  const { drawingBufferWidth = 0, drawingBufferHeight = 0 } = graphics ?? {};
  const isWhole =
    drawingBufferWidth === Math.round(width * pixelRatio) &&
    drawingBufferHeight === Math.round(height * pixelRatio);
  return isWhole ? undefined : Math.max(drawingBufferWidth, drawingBufferHeight);
}
