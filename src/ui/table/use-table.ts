import { useDeferredValue, useLayoutEffect, useMemo, useState } from "react";
import { createJudge, NO_FILTER } from "../../core/filter.ts";
import { listControls } from "../../core/history/all-controls.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { useJudge } from "../state/filter.ts";
import { begin, workOut } from "../state/work-out.ts";
import {
  countBySide,
  findNameOrder,
  markRows,
  type NameOrder,
  orderRows,
  pickRows,
  type Rows,
  type Sorting,
} from "./table-rows.ts";

export interface Table {
  /** The settlements that are left, in their order. */
  readonly rows: Rows;
  /** Whether it is known which these are: words cannot be looked for in names that have not been read. */
  readonly isReady: boolean;
  /** Of how many. */
  readonly total: number;
  /** From 0 to 1: how much of the order is worked out. */
  readonly share: number;
  /** By id of a side: how many of the settlements that are left it has, were no side chosen. */
  readonly counts: ReadonlyMap<string, number>;
}

const NO_ROWS: Rows = new Uint32Array();

/** The rows of the table for the view, the words looked for in it and the column it is sorted by. */
export function useTable(query: string, sorting: Sorting): Table {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const filter = useView((view) => view.filter);
  // While words are typed or a filter is chosen, the fields answer before the rows do.
  const [sought, sorted, asked] = [
    useDeferredValue(query),
    useDeferredValue(sorting),
    useDeferredValue(filter),
  ];
  const judge = useDeferredValue(useJudge());
  const { settlements } = atlas.dataset;
  const byName = findNameOrder(settlements, words.language, 0);
  const byOther = findNameOrder(settlements, words.language, 1);
  const nameShare = useWork(byName, true);
  const otherShare = useWork(byOther, sorted.column === "otherName" && nameShare === 1);
  const share = Math.min(nameShare, sorted.column === "otherName" ? otherShare : 1);

  const controls = useMemo(() => listControls(atlas, day), [atlas, day]);
  const order = useMemo(
    () => orderRows({ atlas, words, day, controls }, byName, sorted),
    // oxlint-disable-next-line react/exhaustive-deps -- an order is another once it is worked out
    [atlas, words, day, controls, byName, sorted, share === 1],
  );
  const isReady = byName.isDone() || (sought.trim() === "" && asked.text.trim() === "");
  const [marks, ofAnySide] = useMemo(() => {
    const ofWords = createJudge(atlas, { ...NO_FILTER, text: sought });
    const left = markRows(settlements, [judge, ofWords], day);
    if (asked.sides.length === 0) return [left, left];
    const others = createJudge(atlas, { ...asked, sides: [] });
    return [left, markRows(settlements, [others, ofWords], day)];
  }, [atlas, settlements, sought, judge, asked, day]);
  const rows = useMemo(() => (isReady ? pickRows(order, marks) : NO_ROWS), [order, marks, isReady]);
  const counts = useMemo(() => countBySide(controls, ofAnySide), [controls, ofAnySide]);
  return { rows, isReady, total: settlements.length, share, counts };
}

/** How much of an order is worked out, which it is while it is wanted. */
function useWork(order: NameOrder, isWanted: boolean): number {
  const [, setTold] = useState(0);
  // Before the browser paints: what is done by then is never seen undone.
  useLayoutEffect(() => {
    if (!isWanted) return undefined;
    const tell = () => setTold((count) => count + 1);
    begin(order);
    tell();
    return workOut(order, tell);
  }, [order, isWanted]);
  return order.share();
}
