import type { StoreApi } from "zustand/vanilla";
import { findInferredTint } from "../core/measure/inferred-tint.ts";
import { findAdvance } from "../core/measure/advance.ts";
import { select } from "../core/selection.ts";
import { translationsOf } from "../core/translations.ts";
import type { View } from "../core/view.ts";
import type { MapView } from "../map/live/MapView.ts";
import type { MapContent } from "../map/shown.ts";
import type { ReaderBaseControl } from "./reader-base.ts";
import type { MountMap } from "../ui/state/mount-map.ts";
import { findPalette, watchScheme } from "../ui/state/theme.ts";
import type { GestureWords } from "../words/later-words.ts";
import type { MapTrouble } from "../words/map-words.ts";
import { linkCameras } from "./link-cameras.ts";
import { workOutAdvance } from "./work-out-advance.ts";

type MapPart = typeof import("../map/live/MapView.ts");

interface ShownContent extends MapContent {
  /** Some of the base map could not be had. */
  readonly isBaseLacking?: boolean | undefined;
}

/** The map of a data set and its later states, joined to their view. */
export interface MapJoint {
  readonly mountMap: MountMap;
  /** Mounts a second map, which shows the compared day and looks where the first one does. */
  readonly mountOther: MountMap;
  /** Shows a later state, in the same map once there is one. */
  readonly replace: (content: ShownContent) => void;
  /** Resolves once the first picture stands, or something keeps it from standing. */
  readonly firstPicture: Promise<void>;
  /** How large the map is on the screen, in CSS pixels; `undefined` before it is mounted. */
  readonly measure: () => { readonly width: number; readonly height: number } | undefined;
}

let mapPart: Promise<MapPart> | undefined;

/** The map is by far the largest part of the program: it loads beside the data, not before it. May be asked for again. */
export function loadMapPart(): Promise<MapPart> {
  mapPart ??= import("../map/live/MapView.ts").catch((error: unknown) => {
    mapPart = undefined;
    throw error;
  });
  return mapPart;
}

/** The two maps there can be. */
type MapName = "main" | "other";

/** `gestures` as of a map. */
export function joinMap(
  first: ShownContent,
  store: StoreApi<View>,
  readerBase: ReaderBaseControl,
  gestures: GestureWords | undefined,
): MapJoint {
  let content = first;
  let slot: HTMLElement | undefined;
  const findReaderBase = () => readerBase.store.getState().opened;
  const link = linkCameras<MapName>();
  const troubles = countTroubles<MapName>();
  let settle = () => {};
  const firstPicture = new Promise<void>((resolve) => (settle = resolve));
  /** What shows the content anew, on each map that is mounted. */
  const shows = new Map<MapName, () => void>();

  /** What a map of that name shows. The second is taken away when there is no compared day any more. */
  function viewOf(name: MapName): View {
    const view = store.getState();
    return name === "main" ? view : { ...view, day: view.compared ?? view.day, compared: view.day };
  }

  function mount(
    name: MapName,
    ...[container, tell, watchSweep, pointing]: Parameters<MountMap>
  ): () => void {
    let isGone = false;
    let map: MapView | undefined;
    let unmount = () => {};
    const report = (trouble: MapTrouble, isThere: boolean) => {
      if (!isGone) tell(trouble, troubles.isThere(name, trouble, isThere));
    };
    const start = ({ createMap }: MapPart) => {
      if (isGone) return;
      retry = () => {};
      report("no-program", false);
      const made = createMap({
        container,
        ...content,
        view: viewOf(name),
        palette: findPalette(store.getState().theme),
        readerBase: findReaderBase(),
        onReaderBaseFault: () => readerBase.fail("no-map"),
        onSelect: (selection) => store.setState(select(selection)),
        onPickEvents: pointing.openEvents,
        onPoint: pointing.tell,
        onPin: pointing.movePin,
        onMove: (camera) => {
          if (name === "main") store.setState({ camera });
        },
        onTrouble: (trouble, isThere) => {
          report(trouble, isThere);
          if (isThere) settle();
        },
        onStand: settle,
        onFrame: (camera) => link.share(name, camera),
        isFollower: name === "other",
        gestures,
      });
      map = made;
      const apply = () => made.apply(viewOf(name), findPalette(store.getState().theme), findReaderBase());
      const stops = [
        store.subscribe(apply),
        readerBase.store.subscribe(apply),
        watchScheme(apply),
        watchSweep((sweep) => made.sweep(sweep?.to, sweep?.milliseconds ?? 0)),
        pointing.watch(made.point),
        pointing.watchPin(made.pin),
        link.join(name, made.mirror),
        made.destroy,
      ];
      unmount = () => stops.forEach((stop) => stop());
    };
    const load = () =>
      void loadMapPart().then(start, () => {
        report("no-program", true);
        settle();
        retry = load;
      });
    let retry = () => {};
    // The same view shows more once more of it is worked out: it is given as another.
    const applyAnew = () =>
      map?.apply({ ...viewOf(name) }, findPalette(store.getState().theme), findReaderBase());
    let endWork = () => {};
    const work = () => {
      endWork();
      const { atlas } = content;
      const stops = [
        findAdvance(atlas).watch(applyAnew),
        findInferredTint(atlas).watch(applyAnew),
        translationsOf(atlas.dataset).watch(applyAnew),
        ...(name === "main" ? [workOutAdvance(atlas, store)] : []),
      ];
      endWork = () => stops.forEach((stop) => stop());
    };
    const show = () => {
      report("no-base", content.isBaseLacking ?? false);
      work();
      if (map) map.replace(content);
      else retry();
    };
    shows.set(name, show);
    show();
    load();
    return () => {
      // What was amiss with this map alone is over with it.
      for (const trouble of troubles.listOwn(name)) report(trouble, false);
      isGone = true;
      shows.delete(name);
      endWork();
      unmount();
    };
  }

  return {
    firstPicture,
    mountMap(container, ...how) {
      slot = container;
      const unmount = mount("main", container, ...how);
      return () => {
        slot = undefined;
        unmount();
      };
    },
    mountOther: (...how) => mount("other", ...how),
    replace(other) {
      content = other;
      for (const show of shows.values()) show();
    },
    measure: () => slot && { width: slot.clientWidth, height: slot.clientHeight },
  };
}

/** Which troubles are there on which of several maps. */
function countTroubles<Name extends string>() {
  const there = new Map<MapTrouble, Set<Name>>();
  return {
    /** Notes that a trouble is there or gone on one map, and says whether it is there on any. */
    isThere(name: Name, trouble: MapTrouble, isThere: boolean): boolean {
      const names = there.get(trouble) ?? new Set<Name>();
      there.set(trouble, names);
      if (isThere) names.add(name);
      else names.delete(name);
      return names.size > 0;
    },
    listOwn: (name: Name): MapTrouble[] =>
      [...there].flatMap(([trouble, names]) => (names.has(name) ? [trouble] : [])),
  };
}
