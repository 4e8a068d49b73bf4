import type { Map as MapLibreMap } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { chooseMapScale } from "../../../styles/map/map-scale.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { Day } from "../../core/day.ts";
import { findMiddle, type Position } from "../../core/geometry.ts";
import type { Settlement, StoryEvent } from "../../core/records.ts";
import { findSelected, isSameSelection, type Selection, selectionOf } from "../../core/selection.ts";
import type { Camera, View } from "../../core/view.ts";
import type { HoverMark } from "../../layers/layer.ts";
import { listHoverMarks, tellGround } from "../../layers/layers.ts";
import type { ReaderBase } from "../../layers/reader-base.ts";
import { wordsOf } from "../../words/index.ts";
import type { GestureWords } from "../../words/later-words.ts";
import { describeShown } from "../../words/view-sentence.ts";
import type { BaseMap } from "../base/base.ts";
import { isSameCamera, moveCamera, placeCamera, readCamera, showPlace } from "../camera.ts";
import { loadMapFonts } from "../fonts.ts";
import { createGround } from "../ground/ground.ts";
import { lookOf } from "../ground/look.ts";
import { fillStyle, updateSelection, updateSources, updateTownStates } from "../map-pieces.ts";
import { drawBase } from "../pictures.ts";
import { addControls } from "./controls.ts";
import { createHoverLabel } from "./hover-label.ts";
import "./map.css";
import { findDrawnTowns, indexTowns, listenForMarks, measureReach, type ScreenPoint } from "./picking.ts";
import { listenToReaderBase } from "./reader-base.ts";
import {
  isOtherTownSource,
  isSameWish,
  type MapContent,
  prepare,
  type Prepared,
  type Shown,
  styleOf,
  update,
  type Wanted,
} from "../shown.ts";
import { canDraw, findTheatre, limitCamera, tryToStart } from "./start-map.ts";
import { fetchLater, sweepLater } from "./later-parts.ts";
import { listenForFaults, type TroubleListener, watchStart } from "./trouble.ts";
import { warmUp, whenIdle } from "./warm-up.ts";

export interface MapViewOptions extends MapContent {
  readonly container: HTMLElement;
  readonly view: View;
  readonly palette: Palette;
  /** A base map of the reader's own, in place of most of the built-in one. */
  readonly readerBase?: ReaderBase | undefined;
  /** It cannot be drawn, or its host gives nothing. */
  readonly onReaderBaseFault?: () => void;
  /** A town, post or highway was clicked, or (`undefined`) the ground beside all of them. */
  readonly onSelect: (selection: Selection | undefined) => void;
  /** The mark of events was clicked. */
  readonly onPickEvents?: (events: readonly StoryEvent[]) => void;
  /** The pointer has come to one of these, or (`undefined`) has left it. */
  readonly onPoint?: (selection: Selection | undefined) => void;
  /** The pin was dragged there. */
  readonly onPin?: (position: Position) => void;
  /** The map came to rest somewhere else, other than by showing the whole theatre. */
  readonly onMove: (camera: Camera) => void;
  readonly onTrouble: TroubleListener;
  /** Each time that a picture stands complete. */
  readonly onStand?: () => void;
  /** Told of the camera of each frame that is drawn. */
  readonly onFrame?: (camera: Camera) => void;
  /** Moves by {@link MapView.mirror} and by hand alone, and not with the view: a second map. */
  readonly isFollower?: boolean;
  /** Where given, one finger, and the wheel without a key, are left to the page around; this is what the map then says. */
  readonly gestures?: GestureWords | undefined;
}

export interface MapView {
  /** Shows a view. May be called at any rate: of the calls within a frame only the last is drawn, and only what differs. */
  apply(view: View, palette: Palette, readerBase?: ReaderBase): void;
  /** Rings what the reader points at elsewhere on the page; `undefined`: nothing. */
  point(selection: Selection | undefined): void;
  /** Puts a pin on the map that can be dragged, or moves it there; `undefined`: takes it away. */
  pin(position: Position | undefined): void;
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
    readerBase: options.readerBase,
    pointed: undefined,
    scale: chooseMapScale(window.innerWidth, options.view.wall),
  };
  const started = tryToStart(options);
  if (!started) {
    // Whatever else keeps the map from starting is no fault of the browser.
    onTrouble(canDraw() ? "incomplete" : "no-graphics", true);
    return {
      apply: () => {},
      point: () => {},
      pin: () => {},
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
  /** The view has sent the camera somewhere, and it is on its way. */
  let isLed = false;
  let endWarmUp: (() => void) | undefined;
  let endSweep = () => {};
  let endPress: (() => void) | undefined;

  function draw(): void {
    frame = undefined;
    if (!isStyled || !shown || !prepared) return;
    if (isSameWish(shown, wanted) && shown.content === prepared.content) return;
    const before = shown;
    const { view } = wanted;
    const { pointed } = wanted;
    shown = { ...prepared, ...wanted, picture: prepared.pictures.draw({ ...view, pointed }) };
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

  function begin(first: Prepared): void {
    // A reader's base map is put under it later: were it refused, the whole style would be.
    shown = { ...first, ...wanted, readerBase: undefined, picture: first.pictures.draw(wanted.view) };
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
    const { camera } = wanted.view;
    if (!isSameCamera(camera, knownCamera)) {
      knownCamera = camera;
      isFitting = camera === undefined;
      isLed = true;
      moveCamera(map, camera, theatre());
      return;
    }
    const selection = selectionOf(wanted.view);
    if (!shown || isSameSelection(selection, selectionOf(before))) return;
    const position = locate(shown.content.atlas, selection);
    if (position) showPlace(map, position);
  }

  /** Of a press on a screen without touch nobody needs to know how it is read. */
  async function listenForTouch(): Promise<void> {
    const { listenForLongPress } = await import("./long-press.ts");
    const scene = () => ({
      atlas: content.atlas,
      day: wanted.view.day,
      words: wordsOf(wanted.view.language),
    });
    if (!isDestroyed) endPress ??= listenForLongPress(map, { marks, hoverLabel, scene });
  }

  function replaceBase(whole: BaseMap): void {
    if (!isDestroyed) updateSources(map, new Map(), drawBase(content.atlas, whole));
    if (whole.isLacking) onTrouble("no-base", true);
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
    if (endWarmUp) return;
    whenIdle(() => fetchLater(map, () => (isStyled && !isDestroyed ? shown?.picture.sources : undefined)));
    // A second map shows one day.
    const days = options.isFollower ? [] : content.atlas.days;
    endWarmUp = warmUp(days, shown.view.day, (day) => pictures.draw({ day, place: undefined }));
    // Once the picture is on the screen: what comes next must not hold it up.
    whenIdle(() => void content.wholeBase?.().then(replaceBase, () => onTrouble("no-base", true)));
    if (navigator.maxTouchPoints > 0) whenIdle(() => void listenForTouch().catch(() => {}));
  });
  map.on("moveend", () => {
    const camera = readCamera(map);
    isLed &&= map.isMoving();
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
    wanted = { ...wanted, scale: chooseMapScale(window.innerWidth, wanted.view.wall) };
    frame ??= requestAnimationFrame(draw);
    if (options.isFollower) return;
    if (knownCamera) {
      // A movement that is under way ends around what was the middle of the map when it began.
      if (isLed) moveCamera(map, knownCamera, theatre());
      return;
    }
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
  listenToReaderBase(map, () => options.onReaderBaseFault?.());
  const hoverLabel = createHoverLabel(container);
  let findNear = findTownsNear(content.atlas.dataset.settlements);
  const marks = listenForMarks(map, {
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
    tellHighway: (id) => {
      const highway = content.atlas.dataset.highways.find((highway) => highway.id === id);
      const { selection } = wordsOf(wanted.view.language);
      return highway && { names: highway.names, text: selection.kinds.highway };
    },
    hoverLabel,
    onPick: options.onSelect,
    onPickEvents: (events) => options.onPickEvents?.(events),
    onPoint: (selection) => options.onPoint?.(selection),
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
    apply(view, palette, readerBase) {
      const scale = chooseMapScale(window.innerWidth, view.wall);
      wanted = { ...wanted, view, palette, readerBase, scale };
      frame ??= requestAnimationFrame(draw);
    },
    point(selection) {
      wanted = { ...wanted, pointed: selection };
      frame ??= requestAnimationFrame(draw);
    },
    pin(position) {
      void import("./pin.ts").then(
        ({ putPin }) => {
          if (!isDestroyed) putPin(map, position, options.onPin);
        },
        // Positions can be typed as well.
        () => {},
      );
    },
    replace(other) {
      content = other;
      delete container.dataset.day;
      load();
    },
    sweep(to, milliseconds) {
      endSweep();
      ground.move(undefined, 0);
      const findStanding = () => (isStyled && shown?.view === wanted.view ? shown : undefined);
      endSweep = to === undefined ? () => {} : sweepLater(ground, to, milliseconds, findStanding);
    },
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
      endPress?.();
      startWatch.end();
      hoverLabel.remove();
      map.remove();
      delete container.dataset.day;
    },
  };
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

/** Where what is selected lies: of a highway the middle of its course; `undefined` for a source. */
function locate(atlas: Atlas, selection: Selection | undefined): Position | undefined {
  const found = findSelected(atlas, selection);
  switch (found?.kind) {
    case "place":
    case "post":
      return found.record.position;
    case "highway":
      return found.record.course[Math.floor(found.record.course.length / 2)];
    case "source":
    case undefined:
      return undefined;
  }
}

function describe(map: MapLibreMap, { view, palette, content }: Shown): void {
  map.getContainer().dataset.scheme = palette.scheme;
  map.getCanvas().ariaLabel = describeMap(view, content.atlas.dataset);
}

function describeMap(view: View, dataset: Dataset): string {
  const words = wordsOf(view.language);
  const label = words.map.mapLabel(words.dates.full(view.day));
  return [label, ...describeShown(view, dataset, words)].join(". ");
}
