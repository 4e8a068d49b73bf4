import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import { findAdvance } from "../core/measure/advance.ts";
import type { View } from "../core/view.ts";
import type { BaseMap } from "../map/base/base.ts";
import type { MountMap } from "../ui/state/mount-map.ts";
import type { MapTrouble } from "../words/map-words.ts";
import { workOutAdvance } from "./work-out-advance.ts";
import { findPalette, watchScheme } from "../ui/state/theme.ts";
import { linkCameras } from "./link-cameras.ts";

type MapPart = typeof import("../map/live/MapView.ts");

interface MapContent {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  /** Some of the base map could not be had. */
  readonly isBaseLacking?: boolean | undefined;
  readonly settlementTiles?: URL | undefined;
}

/** The map of one data set, joined to its view. */
export interface MapJoint {
  readonly mountMap: MountMap;
  /** Mounts a second map, which shows the compared day and looks where the first one does. */
  readonly mountOther: MountMap;
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

export function joinMap(
  { atlas, base, isBaseLacking = false, settlementTiles }: MapContent,
  store: StoreApi<View>,
): MapJoint {
  let slot: HTMLElement | undefined;
  const link = linkCameras<MapName>();
  const troubles = countTroubles<MapName>();

  /** What a map of that name shows. The second is taken away when there is no compared day any more. */
  function viewOf(name: MapName): View {
    const view = store.getState();
    return name === "main" ? view : { ...view, day: view.compared ?? view.day, compared: view.day };
  }

  function mount(name: MapName, container: HTMLElement, tell: Parameters<MountMap>[1]): () => void {
    let isGone = false;
    let unmount = () => {};
    const report = (trouble: MapTrouble, isThere: boolean) => {
      if (!isGone) tell(trouble, troubles.isThere(name, trouble, isThere));
    };
    const start = ({ createMap }: MapPart) => {
      if (isGone) return;
      const map = createMap({
        container,
        atlas,
        base,
        settlementTiles,
        view: viewOf(name),
        palette: findPalette(store.getState().theme),
        onSelect: (place) => store.setState({ place }),
        onMove: (camera) => {
          if (name === "main") store.setState({ camera });
        },
        onTrouble: report,
        onFrame: (camera) => link.share(name, camera),
        isFollower: name === "other",
      });
      const apply = () => map.apply(viewOf(name), findPalette(store.getState().theme));
      // The same view shows more once more is worked out: it is given as another.
      const applyAnew = () => map.apply({ ...viewOf(name) }, findPalette(store.getState().theme));
      const stops = [
        store.subscribe(apply),
        watchScheme(apply),
        findAdvance(atlas).watch(applyAnew),
        link.join(name, map.mirror),
        map.destroy,
      ];
      unmount = () => stops.forEach((stop) => stop());
    };
    void loadMapPart().then(start, () => report("no-program", true));
    return () => {
      // What was amiss with this map alone is over with it.
      for (const trouble of troubles.listOwn(name)) report(trouble, false);
      isGone = true;
      unmount();
    };
  }

  const mountMap: MountMap = (container, tell) => {
    slot = container;
    if (isBaseLacking) tell("no-base", true);
    const stops = [mount("main", container, tell), workOutAdvance(atlas, store)];
    return () => {
      slot = undefined;
      stops.forEach((stop) => stop());
    };
  };
  return {
    mountMap,
    mountOther: (container, tell) => mount("other", container, tell),
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
