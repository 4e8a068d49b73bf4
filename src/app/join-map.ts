import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";
import type { ReaderBaseControl } from "./reader-base.ts";
import type { BaseMap } from "../map/base/base.ts";
import type { MountMap } from "../ui/MapSlot.tsx";
import { findPalette, watchScheme } from "../ui/state/theme.ts";

type MapPart = typeof import("../map/live/MapView.ts");

interface MapContent {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly wholeBase?: (() => Promise<BaseMap>) | undefined;
  /** Some of the base map could not be had. */
  readonly isBaseLacking?: boolean | undefined;
  readonly settlementTiles?: URL | undefined;
  readonly readerBase: ReaderBaseControl;
}

/** The map of one data set, joined to its view. */
export interface MapJoint {
  readonly mountMap: MountMap;
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

export function joinMap(
  { atlas, base, wholeBase, isBaseLacking = false, settlementTiles, readerBase }: MapContent,
  store: StoreApi<View>,
): MapJoint {
  let slot: HTMLElement | undefined;
  const mountMap: MountMap = (container, report) => {
    slot = container;
    let isGone = false;
    let unmount = () => {};
    if (isBaseLacking) report("no-base", true);
    const start = ({ createMap }: MapPart) => {
      if (isGone) return;
      const map = createMap({
        container,
        atlas,
        base,
        wholeBase,
        settlementTiles,
        view: store.getState(),
        palette: findPalette(store.getState().theme),
        readerBase: readerBase.store.getState().opened,
        onReaderBaseFault: () => readerBase.fail("no-map"),
        onSelect: (place) => store.setState({ place }),
        onMove: (camera) => store.setState({ camera }),
        onTrouble: (trouble, isThere) => {
          if (!isGone) report(trouble, isThere);
        },
      });
      const apply = () =>
        map.apply(store.getState(), findPalette(store.getState().theme), readerBase.store.getState().opened);
      const stops = [
        store.subscribe(apply),
        readerBase.store.subscribe(apply),
        watchScheme(apply),
        map.destroy,
      ];
      unmount = () => stops.forEach((stop) => stop());
    };
    void loadMapPart().then(start, () => {
      if (!isGone) report("no-program", true);
    });
    return () => {
      isGone = true;
      slot = undefined;
      unmount();
    };
  };
  return { mountMap, measure: () => slot && { width: slot.clientWidth, height: slot.clientHeight } };
}
