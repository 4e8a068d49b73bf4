import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNodeFolder } from "../../src/cli/node-folder.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { NO_FILTER } from "../../src/core/filter.ts";
import { markSettlements } from "../../src/core/filter-settlements.ts";
import { listControls } from "../../src/core/history/all-controls.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { COLUMNS, findNameOrder, orderRows } from "../../src/ui/table/table-rows.ts";
import { wordsOf } from "../../src/words/index.ts";
import { writeConflict } from "./generate.ts";
import { measureCpu, print } from "./measure.ts";

export const MANY = { days: 10, settlements: 100_000, vertices: 300, seed: 3, sides: "two" } as const;

/** As a reader types them, a letter more each time. */
const TYPED = ["m", "ma", "mar", "marb", "marba", "marbad"];

/** Looking for words among many settlements, and sorting them, beside the plainest ways to do so. Gives whether the answers are right. */
export async function reportRows(): Promise<boolean> {
  const atlas = await loadConflict();
  const { settlements } = atlas.dataset;
  const day = atlas.days[5] ?? atlas.dataset.firstDay;
  print("\nRows: %s settlements", [settlements.length]);

  const lowered = settlements.map(({ name }) => name.toLowerCase());
  const scan = measureCpu(20, () =>
    TYPED.map((typed) => lowered.filter((name) => name.includes(typed)).length),
  );
  const look = () => TYPED.map((typed) => markSettlements(atlas, { ...NO_FILTER, text: typed }, day));
  const [first] = measureOnce(look);
  const ours = measureCpu(20, look);
  const isRight = ours.result.every((marks, index) =>
    lowered.every((name, row) => marks[row] === 1 || !name.includes(TYPED[index] ?? "")),
  );
  const perLetter = (ms: number) => (ms / TYPED.length).toFixed(1);
  print("  a plain scan: filter() with includes() over lower-cased names   %s ms a letter   baseline", [
    perLetter(scan.ms),
  ]);
  print(
    "  the filter's judge, every spelling of a name, any order of words  %s ms a letter   %s x the scan%s",
    [perLetter(ours.ms), (ours.ms / scan.ms).toFixed(1), isRight ? "" : "; what the scan finds is missing"],
  );
  print(
    "  the same at the first letter, with every name to be folded yet  %s ms, which the table does in idle time",
    [first.toFixed(0)],
  );

  const words = wordsOf("en");
  const state = { atlas, words, day, controls: listControls(atlas, day) };
  const byName = findNameOrder(settlements, "en", 0);
  const [names] = measureOnce(() => {
    while (!byName.isDone()) byName.workOn();
  });
  const { compare } = new Intl.Collator("en");
  const plain = measureCpu(1, () => settlements.toSorted((a, b) => compare(a.name, b.name)));
  print("  sort() by a collator                                            %s ms   baseline", [
    plain.ms.toFixed(0),
  ]);
  print("  the order of names, once, in steps of less than a frame         %s ms   %s x", [
    names.toFixed(0),
    (names / plain.ms).toFixed(2),
  ]);
  for (const column of COLUMNS.filter((one) => one !== "otherName")) {
    const sort = measureCpu(5, () => orderRows(state, byName, { column, isDescending: true }));
    print("  sorted by %s %s ms   %s x", [
      column.padEnd(53),
      sort.ms.toFixed(1),
      (sort.ms / plain.ms).toFixed(3),
    ]);
  }
  return isRight;
}

async function loadConflict(): Promise<Atlas> {
  const folder = await mkdtemp(join(tmpdir(), "frontline-bench-"));
  try {
    await writeConflict(folder, MANY);
    const { dataset } = await loadDataset(openNodeFolder(folder));
    if (!dataset) throw new Error("The generated conflict does not load");
    return buildAtlas(dataset);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measureOnce<Result>(task: () => Result): readonly [milliseconds: number, result: Result] {
  const start = performance.now();
  const result = task();
  return [performance.now() - start, result];
}
