import type { View } from "../../core/view.ts";
import type { Block, PageBlocks } from "./page-layout.ts";

/**
 * What stands around the map of one page, with the room that it needs on any page of a row, so that nothing jumps from one
 * page to the next.
 */
export type SteadyBlocks = (
  own: PageBlocks,
  row: readonly View[],
  setOf: (view: View) => PageBlocks,
) => PageBlocks;

type Name = "head" | "list" | "legend" | "notes";

/** Keeps what has been measured for each row: all its pages are to be given the very same list, and the same looks. */
export function createSteadyBlocks(): SteadyBlocks {
  const rows = new WeakMap<readonly View[], Map<string, number>>();
  return (own, row, setOf) => {
    const known = rows.get(row) ?? new Map<string, number>();
    rows.set(row, known);
    const keepRoom =
      <Given extends readonly unknown[]>(name: Name, set: (blocks: PageBlocks, ...given: Given) => Block) =>
      (...given: Given): Block => {
        const key = [name, ...given].join();
        const block = set(own, ...given);
        const most = known.get(key) ?? Math.max(0, ...row.map((view) => set(setOf(view), ...given).height));
        known.set(key, most);
        return { ...block, height: Math.max(block.height, most) };
      };
    return {
      head: keepRoom("head", (blocks, ...given: Parameters<PageBlocks["head"]>) => blocks.head(...given)),
      list: keepRoom("list", (blocks, ...given: Parameters<PageBlocks["list"]>) => blocks.list(...given)),
      legend: keepRoom("legend", (blocks, ...given: Parameters<PageBlocks["legend"]>) =>
        blocks.legend(...given),
      ),
      notes: keepRoom("notes", (blocks, ...given: Parameters<PageBlocks["notes"]>) => blocks.notes(...given)),
      below: own.below,
    };
  };
}
