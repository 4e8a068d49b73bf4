import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { traceAreas } from "../../src/core/history/area-trace.ts";
import { buildAtlas } from "../../src/core/atlas.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { addDays, listDays } from "../../src/core/day.ts";
import { loadBundled } from "../geodata/bundled.ts";
import { measureCpu, print } from "./measure.ts";

/** The bundled story: all its changes by the areas, and the whole atlas. Gives whether the answers are Turf's. */
export async function reportStory(): Promise<boolean> {
  const { dataset } = await loadBundled();
  print("Northwestern Syria: %s settlements, %s phases", [
    dataset.settlements.length,
    dataset.control.phases.length,
  ]);
  const naive = measureCpu(1, () => findChangesNaively(dataset));
  const ours = measureCpu(9, () => traceAreas(dataset.control, dataset.settlements).changes);
  const plain = ours.result.map(({ day, settlement, from, to }) => ({ day, settlement, from, to }));
  const isEqual = JSON.stringify(naive.result) === JSON.stringify(plain);
  print("  all changes, naive Turf double loop           %s ms   baseline", [naive.ms.toFixed(0)]);
  print("  all changes, traceAreas                       %s ms   %s x faster, %s, %s changes", [
    ours.ms.toFixed(1),
    (naive.ms / ours.ms).toFixed(0),
    isEqual ? "answers equal" : "ANSWERS DIFFER",
    ours.result.length,
  ]);
  const atlas = measureCpu(5, () => buildAtlas(dataset));
  print("  whole atlas (histories, changes, agreement)   %s ms   %s x faster than the naive loop", [
    atlas.ms.toFixed(0),
    (naive.ms / atlas.ms).toFixed(0),
  ]);
  return isEqual;
}

/** The judge of any faster way: every settlement, every day, every area, by Turf. */
function findChangesNaively({ control, settlements, firstDay, lastDay }: Dataset) {
  const findSides = (areas: ReturnType<typeof control.listAreas>) =>
    settlements.map(
      ({ position }) =>
        areas.find(({ geometry }) => booleanPointInPolygon(position as [number, number], geometry))?.side,
    );
  let before = findSides(control.listAreas(addDays(firstDay, -1)));
  return listDays(firstDay, lastDay).flatMap((day) => {
    const after = findSides(control.listAreas(day));
    const changes = settlements.flatMap(({ id }, index) =>
      before[index] === after[index] ? [] : [{ day, settlement: id, from: before[index], to: after[index] }],
    );
    before = after;
    return changes;
  });
}
