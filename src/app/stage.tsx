import type { Root } from "react-dom/client";
import { createStore, type StoreApi } from "zustand/vanilla";
import {
  findPublicAddress,
  followHistory,
  linkTo,
  linkToWhole,
  readEmbedded,
  writeAddress,
} from "./address.ts";
import type { Atlas } from "../core/atlas.ts";
import type { AddressProblem } from "../core/data-mark.ts";
import { encodeView, type View, type ViewProblem } from "../core/view.ts";
import { isSameSelection, selectionOf } from "../core/selection.ts";
import type { LaterParts } from "../data/later-parts.ts";
import type { Problem } from "../data/problem.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import type { BaseMap } from "../map/base/base.ts";
import { openView } from "./open-view.ts";
import { fetchEventSpots } from "../layers/events.ts";
import { createReaderBase } from "./reader-base.ts";
import { joinMap, type MapJoint } from "./join-map.ts";
import { loadWalker } from "../open/gather.ts";
import { whenIdle } from "../map/live/warm-up.ts";
import type { Opening } from "../open/opening.ts";
import { matchPicture, type PictureOutcome } from "../open/picture.ts";
import { loadTableWriter } from "../open/table-writer.ts";
import { loadWords, wordsOf } from "../words/index.ts";
import { App, laterCompare } from "../ui/App.tsx";
import { laterComparison } from "../ui/day/DayPanel.tsx";
import { laterDialogs } from "../ui/LaterDialogs.tsx";
import { laterFilter } from "../ui/parts/FilterPopover.tsx";
import { laterLayers } from "../ui/chrome/LayersMenu.tsx";
import { laterMore } from "../ui/chrome/MoreMenu.tsx";
import { laterSelected } from "../ui/selected/SelectedPanel.tsx";
import { laterPlayFields } from "../ui/timeline/PlayOptions.tsx";
import { laterCharts } from "../ui/timeline/later-charts.ts";
import { laterSearch } from "../ui/search/SearchBox.tsx";
import { PageBoundary } from "../ui/PageBoundary.tsx";
import type { ExportPages } from "../ui/state/export-pages.ts";

/** A data set with all that the dashboard needs to show it. */
export interface ShownData {
  readonly atlas: Atlas;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  readonly base: BaseMap;
  /** The base with what may come after the first picture. Rejects if that cannot be had. */
  readonly wholeBase?: (() => Promise<BaseMap>) | undefined;
  /** Some of the base map could not be had. */
  readonly isBaseLacking?: boolean;
  /** What comes only when it is asked for. */
  readonly later: LaterParts;
  readonly problems: readonly Problem[];
  /** Name of a data set that only this browser has; `undefined`: the bundled story. */
  readonly localId: string | undefined;
  /** Vector tiles of its settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
}

/** Puts one data set on the page at a time. */
export interface Stage {
  /**
   * Resolves once the page stands, or a fault has ended it. `query` is the address that asks for a view, without which the
   * reader keeps language, theme and layers.
   */
  readonly show: (data: ShownData, opening: Opening, query?: string) => Promise<void>;
  /**
   * Shows a later state of what is on the page. The reader keeps the view and all that is open, being typed or playing; where
   * the day or place is not there any more, only what is left of the view.
   */
  readonly swap: (data: ShownData, opening: Opening) => Promise<void>;
  /** Replaces the list of what is wrong with the data on the page, and nothing else. */
  readonly report: (problems: readonly Problem[]) => void;
  /** Shows the view of a picture, language and theme included, if it is of the data set on the page. */
  readonly showPicture: (provenance: Provenance) => Promise<PictureOutcome>;
  readonly isEmpty: () => boolean;
  /** Whether what was put there last could be drawn. */
  readonly isStanding: () => boolean;
  /** As {@link ShownData.localId}; also `undefined` while the page is empty. */
  readonly localId: () => string | undefined;
}

const loadFramePart = () => import("./talk-in-frame.ts");
const loadExportPart = () => import("./export-pages.ts");
const loadSharePart = () => import("./share.ts");

/** What the first picture does without is small, and wanted also by a reader who has lost the network since then. */
const LATER = [
  laterDialogs.load,
  laterSearch.load,
  laterSelected.load,
  laterFilter.load,
  laterLayers.load,
  laterMore.load,
  laterComparison.load,
  laterCompare.load,
  laterCharts.load,
  laterPlayFields.load,
  loadExportPart,
  loadSharePart,
  loadTableWriter,
  loadWalker,
];

function loadLaterParts({ lookForRecents }: Opening): void {
  const keep = () => import("./keep-offline.ts").then(({ keepForOffline }) => keepForOffline());
  for (const load of [...LATER, lookForRecents, keep]) void load().catch(() => {});
}

/** What is on the page, and where the reader is in it. */
interface Present {
  readonly key: number;
  readonly atlas: Atlas;
  readonly hash: string;
  readonly store: StoreApi<View>;
  readonly map: MapJoint;
  readonly localId: string | undefined;
  readonly viewProblems: readonly AddressProblem[];
}

export function createStage(root: Root): Stage {
  const readerBase = createReaderBase();
  let asked = 0;
  let present: Present | undefined;
  let render: (problems: readonly Problem[]) => void = () => {};
  let stopWriting = () => {};
  let isStanding = false;
  /** A page that a fault has ended stays so until it is made anew under another key. */
  let failures = 0;

  async function show(data: ShownData, opening: Opening, query?: string): Promise<void> {
    const { atlas, hash, localId } = data;
    const { view, problems } = openView(atlas, query, present?.store.getState());
    // The first paint is in the reader's language. Where its words do not come, English ones are better than none.
    asked += 1;
    const key = asked;
    const [viewProblems] = await Promise.all([
      judgeAddress(query, data, problems),
      loadWords(view.language).catch(() => {}),
      fetchEventSpots(atlas).catch(() => {}),
    ]);
    if (key !== asked) return;
    const store = createStore<View>(() => view);
    stopWriting();
    const stops = [
      writeAddress(store, localId),
      followHistory(store, localId, (asked) => openView(present?.atlas ?? atlas, asked, undefined).view),
    ];
    // Without it the page around is told nothing, and the reader sees the same.
    const frame = readEmbedded(location.search) ? await loadFramePart().catch(() => {}) : undefined;
    if (frame) stops.push(frame.talkInFrame(store, atlas));
    stopWriting = () => stops.forEach((stop) => stop());
    if (query === undefined) history.replaceState(null, "", linkTo(view, localId));
    present = {
      key,
      atlas,
      hash,
      store,
      map: joinMap(data, store, readerBase, frame?.findGestureWords(view.language)),
      localId,
      viewProblems,
    };
    await put(data, present, opening);
    void present.map.firstPicture.then(() => whenIdle(() => loadLaterParts(opening)));
  }

  /** Nothing is made anew, the map included. */
  async function swap(data: ShownData, opening: Opening): Promise<void> {
    await fetchEventSpots(data.atlas).catch(() => {});
    const before = present?.store.getState();
    const query = before && encodeView(before);
    const { view } = openView(data.atlas, query, undefined);
    const isStillThere = before?.day === view.day && isSameSelection(selectionOf(view), selectionOf(before));
    if (present && isStillThere && present.localId === data.localId) {
      present = { ...present, atlas: data.atlas, hash: data.hash };
      present.map.replace(data);
      await put(data, present, opening);
    } else await show(data, opening, query);
  }

  async function showPicture(provenance: Provenance): Promise<PictureOutcome> {
    const match = present ? matchPicture(provenance, present.atlas.dataset, present.hash) : "other";
    if (!present || match === "other") return { match: "other", problems: [] };
    const { store, atlas } = present;
    const { view, problems } = openView(atlas, provenance.address, undefined);
    await loadWords(view.language).catch(() => {});
    store.setState(view);
    return { match, problems };
  }

  /** Resolves as {@link Stage.show} does. */
  function put(data: ShownData, { key, store, map, localId, viewProblems }: Present, opening: Opening) {
    const { atlas, settlementTiles } = data;
    readerBase.showIn(atlas.dataset.viewBounds);

    async function openPages(): Promise<ExportPages> {
      const { openExportPages } = await loadExportPart().catch(() => {
        throw new Error(wordsOf(store.getState().language).notices.partMissing);
      });
      const base = (await data.wholeBase?.().catch(() => undefined)) ?? data.base;
      return openExportPages({
        atlas,
        base,
        readerBase: readerBase.store.getState().opened,
        settlementTiles,
        hash: data.hash,
        screen: map.measure(),
        // Where the data is in one browser only, an address on a picture would lead nobody anywhere.
        publicAddress: localId === undefined ? findPublicAddress() : undefined,
      });
    }

    const share = async () => (await loadSharePart()).shareData(data);

    return new Promise<void>((resolve) => {
      const settle = (stands: boolean) => {
        isStanding = stands;
        resolve();
      };
      render = (problems) =>
        root.render(
          <PageBoundary
            key={`${key} ${failures}`}
            store={store}
            opening={opening}
            localId={localId}
            onSettle={settle}
            onFail={() => (failures += 1)}
          >
            <App
              atlas={atlas}
              store={store}
              later={data.later}
              problems={problems}
              viewProblems={viewProblems}
              mountMap={map.mountMap}
              mountOther={map.mountOther}
              openPages={openPages}
              linkToWhole={linkToWhole}
              share={share}
              opening={opening}
              readerBase={readerBase}
              localId={localId}
              isEmbedded={readEmbedded(location.search)}
            />
          </PageBoundary>,
        );
      render(data.problems);
    });
  }

  return {
    show,
    swap,
    showPicture,
    report: (problems) => render(problems),
    isEmpty: () => present === undefined,
    isStanding: () => isStanding,
    localId: () => present?.localId,
  };
}

/** What of an address does not hold, other data than those it was made for included. */
async function judgeAddress(
  query: string | undefined,
  data: ShownData,
  problems: readonly ViewProblem[],
): Promise<readonly AddressProblem[]> {
  // Few addresses say so: what reads that is not part of what every reader fetches first.
  if (!query?.includes("data=")) return problems;
  const part = await import("./judge-mark.ts").catch(() => undefined);
  return part?.judgeMark(query, data, problems) ?? problems;
}
