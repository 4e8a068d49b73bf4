import type { StoreApi } from "zustand/vanilla";
import type { View } from "../core/view.ts";
import type { MapContent, MapView } from "../map/live/MapView.ts";
import type { MountMap } from "../ui/MapSlot.tsx";
import { findPalette, watchScheme } from "../ui/state/theme.ts";

type MapPart = typeof import("../map/live/MapView.ts");

interface ShownContent extends MapContent {
  /** Some of the base map could not be had. */
  readonly isBaseLacking?: boolean | undefined;
}

/** The map of a data set and its later states, joined to their view. */
export interface MapJoint {
  readonly mountMap: MountMap;
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

export function joinMap(first: ShownContent, store: StoreApi<View>): MapJoint {
  let content = first;
  let slot: HTMLElement | undefined;
  let showContent = () => {};
  let settle = () => {};
  const firstPicture = new Promise<void>((resolve) => (settle = resolve));
  const mountMap: MountMap = (container, report, watchSweep) => {
    slot = container;
    let isGone = false;
    let map: MapView | undefined;
    let unmount = () => {};
    const start = ({ createMap }: MapPart) => {
      if (isGone) return;
      retry = () => {};
      report("no-program", false);
      const made = createMap({
        container,
        ...content,
        view: store.getState(),
        palette: findPalette(store.getState().theme),
        onSelect: (place) => store.setState({ place }),
        onMove: (camera) => store.setState({ camera }),
        onTrouble: (trouble, isThere) => {
          if (!isGone) report(trouble, isThere);
          if (isThere) settle();
        },
        onStand: settle,
      });
      map = made;
      const apply = () => made.apply(store.getState(), findPalette(store.getState().theme));
      const stops = [
        store.subscribe(apply),
        watchScheme(apply),
        watchSweep((sweep) => made.sweep(sweep?.to, sweep?.milliseconds ?? 0)),
        made.destroy,
      ];
      unmount = () => stops.forEach((stop) => stop());
    };
    const load = () =>
      void loadMapPart().then(start, () => {
        if (isGone) return;
        report("no-program", true);
        settle();
        retry = load;
      });
    let retry = () => {};
    showContent = () => {
      report("no-base", content.isBaseLacking ?? false);
      if (map) map.replace(content);
      else retry();
    };
    showContent();
    load();
    return () => {
      isGone = true;
      slot = undefined;
      showContent = () => {};
      unmount();
    };
  };
  return {
    mountMap,
    firstPicture,
    replace(other) {
      content = other;
      showContent();
    },
    measure: () => slot && { width: slot.clientWidth, height: slot.clientHeight },
  };
}
