import { Map as MapLibreMap } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { chooseMapScale } from "../../../styles/map/map-scale.ts";
import { createMapStyle } from "../../layers/map-style.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import { findMiddle, widenBounds } from "../../core/geometry.ts";
import type { Settlement } from "../../core/records.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import { describeShown } from "../../words/view-sentence.ts";
import type { HoverMark } from "../../layers/layer.ts";
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
import { createGround, type GroundLook } from "../ground/ground.ts";
import { foreseeMotion, type Motion, planMotion } from "../ground/motion.ts";
import { createPictures, drawBase, type Picture, type Pictures } from "../pictures.ts";
import { type FontState, loadMapFonts, writeIn } from "../fonts.ts";
import { createHoverLabel } from "./hover-label.ts";
import "./map.css";
import { fillStyle, supplyImages, updateSelection, updateSources, updateTownStates } from "../map-pieces.ts";
import { findDrawnTowns, indexTowns, listenForMarks, measureReach, type ScreenPoint } from "./picking.ts";
import { washesGains } from "../../layers/gains.ts";
import { listHoverMarks, tellGround } from "../../layers/layers.ts";
import { drawTownsFrom, openTownSource, type TownSource } from "../town-source.ts";
import { listenForFaults, type TroubleListener, watchStart } from "./trouble.ts";
import { warmUp, whenIdle } from "./warm-up.ts";

/** What there is to draw, whatever the view. */
export interface MapContent {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  /** The base with more around it, asked for once the first picture stands; where it cannot be had, the base remains. */
  readonly wholeBase?: (() => Promise<BaseMap>) | undefined;
  /** Vector tiles of the settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
}

export interface MapViewOptions extends MapContent {
  readonly container: HTMLElement;
  readonly view: View;
  readonly palette: Palette;
  /** A town was clicked, or (`undefined`) the ground beside all towns. */
  readonly onSelect: (place: string | undefined) => void;
  /** The map came to rest somewhere else, other than by showing the whole theatre. */
  readonly onMove: (camera: Camera) => void;
  readonly onTrouble: TroubleListener;
  /** Each time that a picture stands complete. */
  readonly onStand?: () => void;
  /** Told of the camera of each frame that is drawn. */
  readonly onFrame?: (camera: Camera) => void;
  /** Moves by {@link MapView.mirror} and by hand alone, and not with the view: a second map. */
  readonly isFollower?: boolean;
}

export interface MapView {
  /** Shows a view. May be called at any rate: of the calls within a frame only the last is drawn, and only what differs. */
  apply(view: View, palette: Palette): void;
  /**
   * Draws other data in the same view, whose day they must have. Camera, canvas and WebGL context stay, and what is equal in
   * both is not drawn anew. Until the new picture stands, the container says no day.
   */
  replace(content: MapContent): void;
  /**
   * Lets the ground move on from the day that is shown to the next, `to`, over so much time; without `to`, or once another
   * day is shown, it stands as on that day.
   */
  sweep(to: Day | undefined, milliseconds: number): void;
  /** Puts the camera where another map has it, and draws at once, so that both show the same frame. */
  mirror(camera: Camera): void;
  /** Fits the map to a new size of its container; only needed where the browser does not notice by itself. */
  resize(): void;
  destroy(): void;
}

interface Wanted {
  readonly view: View;
  readonly palette: Palette;
  /** How large marks and names are drawn. */
  readonly scale: number;
}

/** Content with what it takes to draw it. */
interface Prepared {
  readonly content: MapContent;
  readonly pictures: Pictures;
  readonly towns: TownSource;
  readonly fonts: FontState;
}

interface Shown extends Wanted, Prepared {
  readonly picture: Picture;
}

/**
 * A live map in `container`, which must have a size: the one bridge between views and MapLibre.
 *
 * `container.dataset.day` is the day whose picture stands complete on the screen; browser tests wait for it.
 */
export function createMap(options: MapViewOptions): MapView {
  const { container, onMove, onTrouble } = options;
  let content: MapContent = options;
  /** Of the newest content that can be drawn. */
  let prepared: Prepared | undefined;
  let wanted: Wanted = {
    view: options.view,
    palette: options.palette,
    scale: chooseMapScale(window.innerWidth),
  };
  const started = tryToStart(options);
  if (!started) {
    // Whatever else keeps the map from starting is no fault of the browser.
    onTrouble(canDraw() ? "incomplete" : "no-graphics", true);
    return {
      apply: () => {},
      mirror: () => {},
      replace: () => {},
      sweep: () => {},
      resize: () => {},
      destroy: () => {},
    };
  }
  const map = started;
  const ground = createGround(map, findMiddle(content.atlas.dataset.bounds));
  let controls = addControls(map, content.atlas.dataset.credits, wordsOf(options.view.language).map);
  const theatre = () => findTheatre(container, (shown?.content ?? content).atlas);
  let shown: Shown | undefined;
  let frame: number | undefined;
  let isStyled = false;
  let isDestroyed = false;
  let knownCamera = options.view.camera;
  /** Where showing the whole theatre has put the camera: MapLibre tells of the end of a resize once more after that. */
  let fittedCamera = knownCamera ? undefined : readCamera(map);
  let isFitting = false;
  let endWarmUp: (() => void) | undefined;
  let endSweep = () => {};

  function draw(): void {
    frame = undefined;
    if (!isStyled || !shown || !prepared) return;
    if (isSameWish(shown, wanted) && shown.content === prepared.content) return;
    const before = shown;
    const { view } = wanted;
    shown = { ...prepared, ...wanted, picture: prepared.pictures.draw(view) };
    ground.show(shown.picture, lookOf(shown));
    if (before.content !== shown.content) changeContent(before, shown);
    if (isOtherTownSource(before, shown)) rebuild(shown);
    else update(map, before, shown);
    describe(map, shown);
    if (view.language !== before.view.language) controls.name(wordsOf(view.language).map);
    follow(before.view);
    // A day without changes redraws nothing, and `idle` would never tell that its picture stands.
    map.triggerRepaint();
  }

  function startSweep(to: Day | undefined, milliseconds: number): void {
    endSweep();
    ground.move(undefined, 0);
    if (to === undefined) return;
    const start = performance.now();
    let motion: Motion | undefined;
    let moving = requestAnimationFrame(function step(now) {
      moving = requestAnimationFrame(step);
      // The day before has to stand first, and with the day itself all is where it was going.
      if (!shown || !isStyled || addDays(shown.view.day, 1) !== to || shown.view !== wanted.view) return;
      const {
        content: { atlas },
        pictures,
        picture,
        view,
      } = shown;
      motion ??= planMotion(atlas, to, picture, pictures.draw({ ...view, day: to }));
      if (!motion) return endSweep();
      ground.move(motion, Math.min(1, (now - start) / milliseconds));
    });
    const endForesight = whenIdle(() => shown && foreseeMotion(shown.content.atlas, to));
    endSweep = () => {
      cancelAnimationFrame(moving);
      endForesight();
      endSweep = () => {};
    };
  }

  function begin(first: Prepared): void {
    shown = { ...first, ...wanted, picture: first.pictures.draw(wanted.view) };
    ground.show(shown.picture, lookOf(shown));
    describe(map, shown);
    rebuild(shown);
  }

  /** A style that is built anew has lost all states: they come with "style.load". */
  function rebuild(whole: Shown): void {
    isStyled = false;
    const { pictures, picture } = whole;
    map.setStyle(fillStyle(styleOf(whole), pictures.still, picture.sources), { diff: false });
  }

  /** Everything of a data set that no source of the style has. */
  function changeContent({ content: { atlas: before } }: Shown, { content: { atlas }, view }: Shown): void {
    endWarmUp?.();
    endWarmUp = undefined;
    findNear = findTownsNear(atlas.dataset.settlements);
    hoverLabel.hide();
    if (before.dataset.credits.join("\n") !== atlas.dataset.credits.join("\n")) {
      controls.remove();
      controls = addControls(map, atlas.dataset.credits, wordsOf(view.language).map);
    }
    limitCamera(map, atlas);
    if (knownCamera || String(before.dataset.viewBounds) === String(atlas.dataset.viewBounds)) return;
    isFitting = true;
    moveCamera(map, undefined, theatre());
  }

  /** Moves the camera if the view asks for another place than the map has. */
  function follow(before: View): void {
    if (options.isFollower) return;
    const { camera, place } = wanted.view;
    if (!isSameCamera(camera, knownCamera)) {
      knownCamera = camera;
      isFitting = camera === undefined;
      moveCamera(map, camera, theatre());
      return;
    }
    const settlementById = shown?.content.atlas.settlementById;
    const selected = place === before.place ? undefined : settlementById?.get(place ?? "");
    if (selected) showPlace(map, selected.position);
  }

  function replaceBase(whole: BaseMap): void {
    if (!isDestroyed) updateSources(map, new Map(), drawBase(content.atlas, whole));
  }

  map.on("style.load", () => {
    // A style that could not be changed in place, or went with the graphics processor, was built anew and has lost all states.
    ground.add();
    if (shown) {
      updateTownStates(map, shown.towns, shown.content.atlas, undefined, shown.picture.townStates);
      updateSelection(map, shown.towns, undefined, shown.view.place);
    }
    isStyled = true;
    draw();
  });
  map.on("idle", () => {
    if (!shown || !isStyled || shown.content !== content) return;
    const { pictures } = shown;
    container.dataset.day = shown.view.day;
    startWatch.stand();
    options.onStand?.();
    if (endWarmUp || options.isFollower) return;
    endWarmUp = warmUp(content.atlas.days, shown.view.day, (day) => pictures.draw({ day, place: undefined }));
    // Once the picture is on the screen: what comes next must not hold it up.
    whenIdle(() => void content.wholeBase?.().then(replaceBase, () => {}));
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
    if (knownCamera || options.isFollower) return;
    isFitting = true;
    placeCamera(map, undefined, theatre());
  });
  map.on("render", () => options.onFrame?.(readCamera(map)));
  map.on("webglcontextlost", () => {
    // MapLibre has no style until it is restored, and then makes it anew: see "style.load".
    isStyled = false;
    delete container.dataset.day;
    onTrouble("graphics-lost", true);
  });
  map.on("webglcontextrestored", () => onTrouble("graphics-lost", false));
  listenForFaults(map, onTrouble);
  const startWatch = watchStart(onTrouble);
  const hoverLabel = createHoverLabel(container);
  let findNear = findTownsNear(content.atlas.dataset.settlements);
  listenForMarks(map, {
    isDrawn: () => isStyled,
    listTowns: (point) =>
      shown?.towns.tiles
        ? findDrawnTowns(map, point, shown.content.atlas.settlementById)
        : findNear(map, point),
    listMarks: () => (shown ? listScaledMarks(shown.content.atlas, shown) : []),
    describe: (mark) => mark.describe(wordsOf(wanted.view.language)),
    tellGround: (position) => {
      const note = shown && tellGround(shown.content.atlas, wanted.view, position);
      return note && { names: note.names ?? {}, text: note.describe(wordsOf(wanted.view.language)) };
    },
    hoverLabel,
    onPick: options.onSelect,
  });
  const fonts = loadMapFonts();
  function load(): void {
    prepare(content, fonts)
      .then((loaded) => {
        if (isDestroyed || loaded.content !== content) return;
        prepared = loaded;
        onTrouble("no-tiles", loaded.towns.isStandIn);
        onTrouble("no-fonts", loaded.fonts !== "loaded");
        if (shown) frame ??= requestAnimationFrame(draw);
        else begin(loaded);
      })
      .catch((error: unknown) => {
        onTrouble("incomplete", true);
        throw error;
      });
  }
  load();

  return {
    apply(view, palette) {
      wanted = { ...wanted, view, palette };
      frame ??= requestAnimationFrame(draw);
    },
    replace(other) {
      content = other;
      delete container.dataset.day;
      load();
    },
    sweep: startSweep,
    mirror({ lng, lat, zoom }) {
      map.jumpTo({ center: [lng, lat], zoom });
      if (isStyled) map.redraw();
    },
    resize: () => map.resize(),
    destroy() {
      isDestroyed = true;
      endSweep();
      if (frame !== undefined) cancelAnimationFrame(frame);
      endWarmUp?.();
      startWatch.end();
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
    limitCamera(map, atlas);
    placeCamera(map, view.camera, findTheatre(container, atlas));
    return map;
  } catch {
    return undefined;
  }
}

/** Keeps the camera at the theatre. */
function limitCamera(map: MapLibreMap, { dataset: { bounds } }: Atlas): void {
  const { minZoom, maxZoom } = chooseZoomRange(bounds);
  map.setMinZoom(minZoom);
  map.setMaxZoom(maxZoom);
  map.setMaxBounds(widenBounds(bounds));
}

function findTheatre(container: HTMLElement, atlas: Atlas): Theatre {
  return { bounds: atlas.dataset.viewBounds, padding: choosePadding(container.clientWidth) };
}

/** Rejects if the content cannot be drawn. */
async function prepare(content: MapContent, loadingFonts: Promise<FontState>): Promise<Prepared> {
  const { atlas, base, settlementTiles } = content;
  const towns = await openTownSource(settlementTiles);
  const pictures = createPictures(atlas, base, { hasTiledTowns: towns.tiles !== undefined });
  return { content, towns, pictures, fonts: await loadingFonts };
}

function styleOf({ view: { labels, hidden }, palette, scale, towns, fonts, content }: Shown) {
  const { sides, scripts } = content.atlas.dataset;
  return writeIn(
    fonts,
    drawTownsFrom(towns, createMapStyle({ palette, sides, scripts, labels, hidden, scale })),
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
  return one.view === other.view && one.palette === other.palette && one.scale === other.scale;
}

function isOtherTownSource({ towns: before }: Prepared, { towns: after }: Prepared): boolean {
  return before.tiles?.url !== after.tiles?.url;
}

function isOtherStyle(before: Shown, after: Shown): boolean {
  const isSame =
    before.palette === after.palette &&
    before.scale === after.scale &&
    before.view.labels === after.view.labels &&
    before.view.hidden.join() === after.view.hidden.join() &&
    (before.content === after.content || !isOtherLook(before.content.atlas, after.content.atlas));
  return !isSame;
}

/** Whether the style has other colours or names in other scripts. */
function isOtherLook({ dataset: before }: Atlas, { dataset: after }: Atlas): boolean {
  return !isEqual([before.sides, before.scripts], [after.sides, after.scripts]);
}

/** Of plain data. */
function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Draws what differs; both have their towns from the same source. */
function update(map: MapLibreMap, before: Shown, shown: Shown): void {
  if (isOtherStyle(before, shown)) restyle(map, shown);
  if (before.content === shown.content) updateSources(map, before.picture.sources, shown.picture.sources);
  else {
    updateSources(map, before.pictures.still, shown.pictures.still, isEqual);
    updateSources(map, before.picture.sources, shown.picture.sources, isEqual);
  }
  // Of other content, places in the list are no longer those of the same towns.
  const states = before.content === shown.content ? before.picture.townStates : undefined;
  updateTownStates(map, shown.towns, shown.content.atlas, states, shown.picture.townStates);
  updateSelection(map, shown.towns, before.view.place, shown.view.place);
}

/** Changes the look and leaves the content of all sources as it is. */
function restyle(map: MapLibreMap, shown: Shown): void {
  map.setStyle(styleOf(shown), {
    diff: true,
    transformStyle: (previous, next) => (previous ? { ...next, sources: previous.sources } : next),
  });
}

function lookOf({ content, palette, scale, view }: Shown): GroundLook {
  const hasGains = washesGains(view);
  return { palette, scale, hasGains, sides: content.atlas.dataset.sides };
}

function describe(map: MapLibreMap, { view, palette, content }: Shown): void {
  map.getContainer().dataset.scheme = palette.scheme;
  map.getCanvas().ariaLabel = describeMap(view, content.atlas.dataset.firstDay);
}

function describeMap(view: View, firstDay: Day): string {
  const words = wordsOf(view.language);
  const label = words.map.mapLabel(words.dates.full(view.day));
  return [label, ...describeShown(view, firstDay, words)].join(". ");
}
