import { Map as MapLibreMap } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { chooseMapScale } from "../../../styles/map/map-scale.ts";
import { createMapStyle } from "../../layers/map-style.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { widenBounds } from "../../core/geometry.ts";
import type { Settlement } from "../../core/records.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import type { HoverMark } from "../../layers/layer.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";
import type { BaseMap } from "../base/base.ts";
import {
  choosePadding,
  chooseZoomRange,
  isSameCamera,
  moveCamera,
  placeCamera,
  readCamera,
  showPlace,
  type Theatre,
} from "../camera.ts";
import { addControls } from "./controls.ts";
import { createPictures, drawBase, type Picture, type Pictures } from "../pictures.ts";
import { type FontState, loadMapFonts, writeIn } from "../fonts.ts";
import { createHoverLabel } from "./hover-label.ts";
import "./map.css";
import { fillStyle, supplyImages, updateSelection, updateSources, updateTownStates } from "../map-pieces.ts";
import { findDrawnTowns, indexTowns, listenForMarks, measureReach, type ScreenPoint } from "./picking.ts";
import { listHoverMarks } from "../../layers/layers.ts";
import { drawTownsFrom, openTownSource, type TownSource } from "../town-source.ts";
import { keepOwnSources, listenToReaderBase } from "./reader-base.ts";
import { listenForFaults, type TroubleListener } from "./trouble.ts";
import { warmUp } from "./warm-up.ts";

export interface MapViewOptions {
  readonly container: HTMLElement;
  readonly atlas: Atlas;
  readonly base: BaseMap;
  /** The base with more around it, asked for once the first picture stands; where it cannot be had, the base remains. */
  readonly wholeBase?: (() => Promise<BaseMap>) | undefined;
  /** Vector tiles of the settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
  readonly view: View;
  readonly palette: Palette;
  /** A base map of the reader's own, in place of most of the built-in one. */
  readonly readerBase?: ReaderBase | undefined;
  /** It cannot be drawn, or its host gives nothing. */
  readonly onReaderBaseFault?: () => void;
  /** A town was clicked, or (`undefined`) the ground beside all towns. */
  readonly onSelect: (place: string | undefined) => void;
  /** The map came to rest somewhere else, other than by showing the whole theatre. */
  readonly onMove: (camera: Camera) => void;
  readonly onTrouble: TroubleListener;
}

export interface MapView {
  /** Shows a view. May be called at any rate: of the calls within a frame only the last is drawn, and only what differs. */
  apply(view: View, palette: Palette, readerBase?: ReaderBase): void;
  /** Fits the map to a new size of its container; only needed where the browser does not notice by itself. */
  resize(): void;
  destroy(): void;
}

interface Wanted {
  readonly view: View;
  readonly palette: Palette;
  readonly readerBase: ReaderBase | undefined;
  /** How large marks and names are drawn. */
  readonly scale: number;
}

interface Shown extends Wanted {
  readonly picture: Picture;
  readonly pictures: Pictures;
  readonly towns: TownSource;
  readonly fonts: FontState;
}

/**
 * A live map in `container`, which must have a size: the one bridge between views and MapLibre.
 *
 * `container.dataset.day` is the day whose picture stands complete on the screen; browser tests wait for it.
 */
export function createMap(options: MapViewOptions): MapView {
  const { container, atlas, base, onMove, onTrouble } = options;
  const { settlementById, dataset } = atlas;
  let wanted: Wanted = {
    view: options.view,
    palette: options.palette,
    readerBase: options.readerBase,
    scale: chooseMapScale(window.innerWidth),
  };
  const started = tryToStart(options);
  if (!started) {
    // Whatever else keeps the map from starting is no fault of the browser.
    onTrouble(canDraw() ? "incomplete" : "no-graphics", true);
    return { apply: () => {}, resize: () => {}, destroy: () => {} };
  }
  const map = started;
  const controls = addControls(map, dataset.credits, wordsOf(options.view.language).map);
  const theatre = () => findTheatre(options);
  let shown: Shown | undefined;
  let frame: number | undefined;
  let isStyled = false;
  let isDestroyed = false;
  let knownCamera = options.view.camera;
  /** Where showing the whole theatre has put the camera: MapLibre tells of the end of a resize once more after that. */
  let fittedCamera = knownCamera ? undefined : readCamera(map);
  let isFitting = false;
  let endWarmUp: (() => void) | undefined;

  function draw(): void {
    frame = undefined;
    if (!isStyled || !shown || isSameWish(shown, wanted)) return;
    const before = shown;
    const { pictures, towns } = before;
    const { view } = wanted;
    shown = { ...before, ...wanted, picture: pictures.draw(view) };
    if (isOtherStyle(before, shown)) restyle(map, shown, atlas);
    updateSources(map, before.picture.sources, shown.picture.sources);
    updateTownStates(map, towns, before.picture.townStates, shown.picture.townStates);
    updateSelection(map, towns, before.view.place, view.place);
    describe(map, shown);
    if (view.language !== before.view.language) controls.name(wordsOf(view.language).map);
    follow(before.view);
    // A day without changes redraws nothing, and `idle` would never tell that its picture stands.
    map.triggerRepaint();
  }

  /** Moves the camera if the view asks for another place than the map has. */
  function follow(before: View): void {
    const { camera, place } = wanted.view;
    if (!isSameCamera(camera, knownCamera)) {
      knownCamera = camera;
      isFitting = camera === undefined;
      moveCamera(map, camera, theatre());
      return;
    }
    const selected = place === before.place ? undefined : settlementById.get(place ?? "");
    if (selected) showPlace(map, selected.position);
  }

  function replaceBase(whole: BaseMap): void {
    if (!isDestroyed) updateSources(map, new Map(), drawBase(atlas, whole));
  }

  map.on("style.load", () => {
    // A style that could not be changed in place, or went with the graphics processor, was built anew and has lost all states.
    if (shown) {
      updateTownStates(map, shown.towns, new Map(), shown.picture.townStates);
      updateSelection(map, shown.towns, undefined, shown.view.place);
    }
    isStyled = true;
    draw();
  });
  map.on("idle", () => {
    if (!shown || !isStyled) return;
    const { pictures } = shown;
    container.dataset.day = shown.view.day;
    if (endWarmUp) return;
    endWarmUp = warmUp(atlas.days, shown.view.day, (day) => pictures.draw({ day, place: undefined }));
    void options.wholeBase?.().then(replaceBase, () => {});
  });
  map.on("moveend", () => {
    const camera = readCamera(map);
    if (isFitting || map.isMoving()) {
      if (isFitting) fittedCamera = camera;
      isFitting = false;
      return;
    }
    if (isSameCamera(camera, knownCamera ?? fittedCamera)) return;
    knownCamera = camera;
    onMove(camera);
  });
  map.on("resize", () => {
    wanted = { ...wanted, scale: chooseMapScale(window.innerWidth) };
    frame ??= requestAnimationFrame(draw);
    if (knownCamera) return;
    isFitting = true;
    placeCamera(map, undefined, theatre());
  });
  map.on("webglcontextlost", () => {
    // MapLibre has no style until it is restored, and then makes it anew: see "style.load".
    isStyled = false;
    delete container.dataset.day;
    onTrouble("graphics-lost", true);
  });
  map.on("webglcontextrestored", () => onTrouble("graphics-lost", false));
  listenForFaults(map, onTrouble);
  listenToReaderBase(map, () => options.onReaderBaseFault?.());
  const hoverLabel = createHoverLabel(container);
  const findNear = findTownsNear(dataset.settlements);
  listenForMarks(map, {
    isDrawn: () => isStyled,
    listTowns: (point) =>
      shown?.towns.tiles ? findDrawnTowns(map, point, settlementById) : findNear(map, point),
    listMarks: () => (shown ? listScaledMarks(atlas, shown) : []),
    describe: (mark) => mark.describe(wordsOf(wanted.view.language)),
    hoverLabel,
    onPick: options.onSelect,
  });
  const opened = openTownSource(options.settlementTiles).then((towns) => ({
    towns,
    pictures: createPictures(atlas, base, { hasTiledTowns: towns.tiles !== undefined }),
  }));
  void Promise.all([opened, loadMapFonts()])
    .then(([{ towns, pictures }, fonts]) => {
      if (isDestroyed) return;
      if (towns.isStandIn) onTrouble("no-tiles", true);
      if (fonts !== "loaded") onTrouble("no-fonts", true);
      const { view } = wanted;
      // A reader's base map is put under it later: were it refused, the whole style would be.
      shown = { ...wanted, readerBase: undefined, towns, pictures, fonts, picture: pictures.draw(view) };
      describe(map, shown);
      map.setStyle(fillStyle(styleOf(shown, atlas), pictures.still, shown.picture.sources));
    })
    .catch((error: unknown) => {
      onTrouble("incomplete", true);
      throw error;
    });

  return {
    apply(view, palette, readerBase) {
      wanted = { ...wanted, view, palette, readerBase };
      frame ??= requestAnimationFrame(draw);
    },
    resize: () => map.resize(),
    destroy() {
      isDestroyed = true;
      if (frame !== undefined) cancelAnimationFrame(frame);
      endWarmUp?.();
      hoverLabel.remove();
      map.remove();
      delete container.dataset.day;
    },
  };
}

/** Whether the browser offers what maps are drawn with. */
function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

/** `undefined` if the map cannot be started. */
function tryToStart(options: MapViewOptions): MapLibreMap | undefined {
  const { container, atlas, view } = options;
  try {
    const map = new MapLibreMap({
      container,
      maxBounds: widenBounds(atlas.dataset.bounds),
      ...chooseZoomRange(atlas.dataset.bounds),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: 120,
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    container.classList.add("atlas-map");
    supplyImages(map);
    placeCamera(map, view.camera, findTheatre(options));
    return map;
  } catch {
    return undefined;
  }
}

function findTheatre({ container, atlas }: MapViewOptions): Theatre {
  return { bounds: atlas.dataset.viewBounds, padding: choosePadding(container.clientWidth) };
}

function styleOf(
  { view: { labels, hidden }, palette, readerBase, scale, towns, fonts }: Shown,
  { dataset: { sides, scripts } }: Atlas,
) {
  return writeIn(
    fonts,
    drawTownsFrom(towns, createMapStyle({ palette, sides, scripts, labels, hidden, scale, readerBase })),
  );
}

/** Offsets grow with the marks. */
function listScaledMarks(atlas: Atlas, { view, scale }: Wanted): HoverMark[] {
  return listHoverMarks(atlas, view).map((mark) => {
    const [right, down] = mark.offsetPx ?? [0, 0];
    return { ...mark, offsetPx: [right * scale, down * scale] as const };
  });
}

/** Of the towns, those near a point of the screen; they are put in order when the pointer first moves. */
function findTownsNear(settlements: readonly Settlement[]) {
  let findNear: ReturnType<typeof indexTowns> | undefined;
  return (map: MapLibreMap, point: ScreenPoint) => {
    findNear ??= indexTowns(settlements);
    const { lng, lat } = map.unproject([point.x, point.y]);
    return findNear([lng, lat], measureReach(map, point));
  };
}

function isSameWish(one: Wanted, other: Wanted): boolean {
  return (
    one.view === other.view &&
    one.palette === other.palette &&
    one.readerBase === other.readerBase &&
    one.scale === other.scale
  );
}

function isOtherStyle(before: Wanted, after: Wanted): boolean {
  const isSame =
    before.palette === after.palette &&
    before.scale === after.scale &&
    before.readerBase === after.readerBase &&
    before.view.labels === after.view.labels &&
    before.view.hidden.join() === after.view.hidden.join();
  return !isSame;
}

/** Changes the look and leaves the content of all sources of ours as it is. */
function restyle(map: MapLibreMap, shown: Shown, atlas: Atlas): void {
  map.setStyle(styleOf(shown, atlas), {
    diff: true,
    transformStyle: (previous, next) =>
      previous ? { ...next, sources: keepOwnSources(previous, next) } : next,
  });
}

function describe(map: MapLibreMap, { view, palette }: Wanted): void {
  map.getContainer().dataset.scheme = palette.scheme;
  map.getCanvas().ariaLabel = wordsOf(view.language).map.mapLabel(
    wordsOf(view.language).dates.full(view.day),
  );
}
