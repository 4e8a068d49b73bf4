import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import papaparse from "papaparse";
import process from "node:process";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { addDays, day } from "../../src/core/day.ts";
import { indexByDay } from "../../src/core/day-index.ts";
import { listEventsByKind } from "../../src/core/measure/events.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { type EventsOptions, makeEventTable } from "./make-events.ts";
import { measureCpu, print } from "./measure.ts";

export const MANY_EVENTS: EventsOptions = { events: 100_000, days: 1000, seed: 1 };

function makeFiles(options: EventsOptions): Readonly<Record<string, string>> {
  const firstDay = day("2020-01-01");
  const declaration = {
    format: "frontline-atlas/1",
    title: "Events",
    first_day: firstDay,
    last_day: addDays(firstDay, options.days - 1),
    sides: [],
    files: { events: "events.csv" },
  };
  return { "dataset.json": JSON.stringify(declaration), "events.csv": makeEventTable(options) };
}

/** Writes a data set of events alone. */
export async function writeEvents(folder: string, options: EventsOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(makeFiles(options))) await writeFile(join(folder, name), text);
}

/** Reading many events beside parsing their table, and those of every day beside a scan. Gives whether the answers are right. */
export async function reportEvents(): Promise<boolean> {
  const files = makeFiles(MANY_EVENTS);
  const text = files["events.csv"] ?? "";
  print("\nEvents: %s on %s days", [MANY_EVENTS.events, MANY_EVENTS.days]);
  const parse = measureCpu(3, () => papaparse.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1));
  const start = process.cpuUsage();
  const { dataset } = await loadDataset(folderFromTexts(files));
  const { user, system } = process.cpuUsage(start);
  const readMs = (user + system) / 1000;
  if (!dataset) throw new Error("The events do not load");
  const { events } = dataset;
  // What another reader finds in the same table: how many there are, and where each of them was.
  const isRead =
    events.length === parse.result.length &&
    parse.result.every(([id, , first, , , lng, lat], index) => {
      const event = events[index];
      const [east, north] = event?.position ?? [];
      return event?.id === id && event?.firstDay === first && east === Number(lng) && north === Number(lat);
    });
  print("  Papa Parse of the table alone                 %s ms   baseline", [parse.ms.toFixed(0)]);
  print("  read, every cell checked, once                %s ms   %s x Papa Parse, %s", [
    readMs.toFixed(0),
    (readMs / parse.ms).toFixed(1),
    isRead ? "the same events" : "EVENTS DIFFER",
  ]);

  const atlas = buildAtlas(dataset);
  const scan = measureCpu(1, () =>
    atlas.days.map((on) => events.filter(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay)),
  );
  const index = measureCpu(3, () => indexByDay(events));
  const ours = measureCpu(3, () => atlas.days.map((on) => index.result(on)));
  const isFound = scan.result.every((found, at) => {
    const other = ours.result[at] ?? [];
    return found.length === other.length && found.every((event, place) => event === other[place]);
  });
  print("  the events of each day by a scan              %s ms   baseline", [scan.ms.toFixed(0)]);
  print("  by the index, made in %s ms                   %s ms   %s x faster, %s", [
    index.ms.toFixed(0),
    ours.ms.toFixed(0),
    (scan.ms / ours.ms).toFixed(0),
    isFound ? "the same events" : "EVENTS DIFFER",
  ]);
  print("  the list of a day, in order, once             %s ms   %s x the scan of one day", [
    ...measureLists(atlas, scan.ms),
  ]);
  return isRead && isFound;
}

function measureLists(atlas: Atlas, scanMs: number): readonly [ms: string, ratio: string] {
  const { ms } = measureCpu(1, () => atlas.days.map((on) => listEventsByKind({ ...atlas }, on)));
  const [ofDay, scanOfDay] = [ms / atlas.days.length, scanMs / atlas.days.length];
  return [ofDay.toFixed(2), (ofDay / scanOfDay).toFixed(2)];
}
