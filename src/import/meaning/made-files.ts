import papaparse from "papaparse";
import type { Folder } from "../../data/folder.ts";
import type { Origin, Origins } from "./origins.ts";
import type { Shape } from "../sheet.ts";

/** Where made files lie: in a folder of their own, so that none is taken for a file that somebody has. */
export const MADE = {
  settlements: "imported/settlements.csv",
  areas: "imported/areas",
  claims: "imported/claims.csv",
  events: "imported/events.csv",
  figures: "imported/figures.csv",
  highways: "imported/highways.geojson",
  regions: "imported/regions.geojson",
} as const;

/** A row of a table that is made, and where it came from. */
export interface MadeRow {
  readonly cells: readonly (string | number)[];
  readonly origin: Origin;
}

export interface MadeFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Shape;
  readonly origin: Origin;
}

/** Files that are made, each written when it is read. */
export interface MadeFiles extends Folder {
  readonly addText: (path: string, text: string) => void;
  /** Rows come out sorted by what they say, so that the order in which they were read makes no difference. */
  readonly addTable: (
    path: string,
    fields: readonly string[],
    rows: readonly MadeRow[],
    whole: string,
  ) => void;
  /** Says what the problems of a folder of files are about. */
  readonly addFolder: (path: string, whole: string) => void;
  readonly addFeatures: (path: string, features: readonly MadeFeature[], whole: string) => void;
}

export function createMadeFiles(origins: Origins): MadeFiles {
  const files = new Map<string, () => string>();
  return {
    addText: (path, text) => void files.set(path, () => text),
    addFolder: (path, whole) => origins.add(path, [], whole),
    addTable(path, fields, rows, whole) {
      const sorted = sortByText(rows, ({ cells }) => cells.join("\u0000"));
      origins.add(
        path,
        sorted.map(({ origin }) => origin),
        whole,
      );
      const data = sorted.map(({ cells }) => [...cells]);
      files.set(path, () => papaparse.unparse({ fields: [...fields], data }, { newline: "\n" }));
    },
    addFeatures(path, features, whole) {
      const sorted =
        features.length < 2
          ? features
          : sortByText(features, ({ properties, geometry }) => JSON.stringify([properties, geometry]));
      origins.add(
        path,
        sorted.map(({ origin }) => origin),
        whole,
      );
      files.set(path, () =>
        JSON.stringify({
          type: "FeatureCollection",
          features: sorted.map(({ properties, geometry }) => ({ type: "Feature", properties, geometry })),
        }),
      );
    },
    list: async () => [...files.keys()],
    async read(path) {
      const write = files.get(path);
      if (!write) throw new Error("no such file");
      return new TextEncoder().encode(write());
    },
  };
}

function sortByText<Item>(items: readonly Item[], write: (item: Item) => string): readonly Item[] {
  const keyed = items.map((item) => ({ item, text: write(item) }));
  return keyed
    .toSorted((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
    .map(({ item }) => item);
}
