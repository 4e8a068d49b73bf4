import type * as v from "valibot";
import type { Importance, Settlement } from "../../core/records.ts";
import type { Names } from "../../core/names.ts";
import type { Position } from "../../core/geometry.ts";
import { checkExtent, measureExtent } from "../geojson/check-positions.ts";
import { wrapPosition } from "../geojson/wrap-longitudes.ts";
import { type CsvRow, needAll, parseCsv } from "../text/csv.ts";
import { parseFeatures, toPosition } from "../geojson/geojson.ts";
import type { SettlementsFile } from "../declaration/parse-files.ts";
import { describeValue, reportOn } from "../problem.ts";
import { rankSettlements } from "./rank-settlements.ts";
import { readNames } from "./read-names.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue, type RawRecord, toCell } from "../text/record.ts";
import { SETTLEMENT_COLUMNS } from "../schema/files.ts";
import { SETTLEMENT, SETTLEMENT_ROW } from "../schema/settlement.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

export interface ReadSettlements {
  readonly settlements: readonly Settlement[];
  /** The ids of all that the file has, also of those at fault. */
  readonly ids: ReadonlySet<string>;
}

/** The file's own name for our words; a word that is not among them is the file's too. */
type Columns = SettlementsFile["columns"];
const OWN_COLUMNS: Columns = new Map();

/** The sound settlements of a GeoJSON file of points or, if its name ends in neither .json nor .geojson, of a table. */
export function parseSettlements(
  text: string,
  context: StoryContext,
  columns: Columns = OWN_COLUMNS,
): ReadSettlements {
  const isTable = !/\.(geo)?json$/i.test(context.file);
  return isTable ? parseTable(text, context, columns) : parsePoints(text, context, columns);
}

function parsePoints(text: string, context: StoryContext, columns: Columns): ReadSettlements {
  const { features } = parseFeatures(text, ["Point"], context);
  const all = features.map(({ properties }) => properties);
  for (const [word, name] of columns) {
    if (all.length === 0 || word === "lng" || word === "lat") continue;
    if (all.some((properties) => Object.hasOwn(properties, name))) continue;
    const found = `no property ${describeValue(name)} in any feature`;
    const remedy = "correct files.settlements.columns in dataset.json";
    reportOn(context.problems, context.file).error(
      "missing-column",
      found,
      `the one that stands for ${word}`,
      remedy,
    );
  }
  const nameOf = (word: string) => columns.get(word) ?? word;
  const [ids, seen] = [new Set<string>(), new Set<string>()];
  const settlements = features.flatMap(({ geometry, properties, reporter }, index): ReadSettlement[] => {
    const record = toOwnWords(properties, nameOf, `feature-${index + 1}`);
    ids.add(toCell(record["id"]));
    const { whole } = readRecord(SETTLEMENT, record, reporter, { nameOf });
    if (!whole || reporter.hasFailed()) return [];
    const names = readNames(properties, whole.name, context.nameLanguage, reporter, columns);
    const read = toSettlement(whole, names, toPosition(geometry.coordinates));
    return isFirstOfId(read.settlement.id, seen, reporter) ? [read] : [];
  });
  return { settlements: completeImportance(settlements), ids };
}

function parseTable(text: string, context: StoryContext, columns: Columns): ReadSettlements {
  const required = new Set([columns.get("name") ?? "name", ...columns.values()]);
  const rows = parseCsv(text, needAll([...required]), context);
  const nameOf = findColumns(rows, context, columns);
  if (!nameOf) return { settlements: [], ids: new Set() };
  const [ids, seen] = [new Set<string>(), new Set<string>()];
  const settlements = rows.flatMap(({ number, cells, reporter }): ReadSettlement[] => {
    const record = fromCells(toOwnWords(cells, nameOf, `row-${number}`));
    ids.add(toCell(record["id"]));
    const { members, whole } = readRecord(SETTLEMENT_ROW, record, reporter, { nameOf });
    const { lng, lat } = members;
    const position = lng === undefined || lat === undefined ? undefined : wrapPosition([lng, lat]);
    const extent = position && measureExtent(position);
    if (position && position[0] !== lng) {
      const remedy = `nothing need be done: it is read as ${position[0]}`;
      reporter.note("beyond-180", `${nameOf("lng")} ${lng}`, "a longitude from -180 to 180", remedy);
    }
    if (extent) checkExtent(extent, context.bounds, reporter);
    if (!whole || !position || reporter.hasFailed()) return [];
    const names = readNames(cells, whole.name, context.nameLanguage, reporter, columns);
    const read = toSettlement(whole, names, position);
    return isFirstOfId(read.settlement.id, seen, reporter) ? [read] : [];
  });
  return { settlements: completeImportance(settlements), ids };
}

/** The usual names of the two columns of a position, in lower case. */
const USUAL_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["lng", ["lng", "lon", "longitude", "x"]],
  ["lat", ["lat", "latitude", "y"]],
]);

/** What a table with that header calls our words, as far as it is another name or that of a position. */
export function findSettlementColumns(
  header: readonly string[],
  columns: Columns,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>(columns);
  for (const [word, names] of USUAL_NAMES) {
    if (found.has(word)) continue;
    const column = names.flatMap((name) => header.find((cell) => cell.toLowerCase() === name) ?? [])[0];
    if (column !== undefined) found.set(word, column);
  }
  return found;
}

/** What the table calls each of our words; `undefined` after reporting that it has no column for the position. */
function findColumns(
  rows: readonly CsvRow[],
  { file, problems }: StoryContext,
  columns: Columns,
): ((word: string) => string) | undefined {
  const header = Object.keys(rows[0]?.cells ?? {});
  const found = findSettlementColumns(header, columns);
  for (const [word, names] of USUAL_NAMES) {
    if (!found.has(word) && header.length > 0) {
      const remedy = "rename the column, or name it in files.settlements.columns in dataset.json";
      const place = { line: 1, column: undefined };
      reportOn(problems, file).error(
        "missing-column",
        `no column ${word}`,
        `one of ${names.join(", ")}`,
        remedy,
        place,
      );
    }
  }
  return found.has("lng") && found.has("lat") ? (word) => found.get(word) ?? word : undefined;
}

/** The record by our words; what is left blank is left out, but for the id, which is then `ownId`. */
function toOwnWords(record: RawRecord, nameOf: (word: string) => string, ownId: string): RawRecord {
  const own: Record<string, unknown> = { id: ownId };
  for (const word of SETTLEMENT_COLUMNS) {
    const value = getValue(record, nameOf(word));
    if (value !== undefined) own[word] = value;
  }
  return own;
}

/** Cells hold text only: spellings are parted by "|" or semicolons, and degrees may have a decimal comma. */
function fromCells(record: RawRecord): RawRecord {
  const { spellings, lng, lat } = record;
  const list = typeof spellings === "string" ? spellings.split(/[|;]/).map((part) => part.trim()) : [];
  return {
    ...record,
    spellings: list.filter((spelling) => spelling !== ""),
    lng: withPoint(lng),
    lat: withPoint(lat),
  };
}

function withPoint(degrees: unknown): unknown {
  return typeof degrees === "string" ? degrees.replace(",", ".") : degrees;
}

function toSettlement(
  record: v.InferOutput<typeof SETTLEMENT>,
  names: Names,
  position: Position,
): ReadSettlement {
  return {
    settlement: {
      id: record.id ?? "", // Never left blank: see toOwnWords.
      name: record.name,
      names,
      spellings: record.spellings,
      kind: record.kind,
      governorate: record.governorate,
      district: record.district,
      position,
      positionSource: record.position_source,
      positionRef: record.position_ref,
      precisionKm: record.precision_km,
      note: record.note,
      isContext: record.context,
    },
    importance: record.importance as Importance | undefined, // A whole number from 1 to 3, as its definition says.
    population: record.population,
  };
}

/** A settlement as its record tells of it, and what its importance follows from. */
interface ReadSettlement {
  readonly settlement: Omit<Settlement, "importance">;
  readonly importance: Importance | undefined;
  readonly population: number | undefined;
}

/** In a file that tells the importance of some, the others have the least; in one that tells none, all are ranked. */
function completeImportance(read: readonly ReadSettlement[]): Settlement[] {
  const isTold = read.some(({ importance }) => importance !== undefined);
  const ranks = isTold
    ? []
    : rankSettlements(read.map(({ settlement: { position }, population }) => ({ position, population })));
  return read.map(({ settlement, importance }, index) => ({
    ...settlement,
    importance: importance ?? ranks[index] ?? 3,
  }));
}
