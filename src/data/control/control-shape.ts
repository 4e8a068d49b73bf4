import type { FrontLine } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { AreaGeometry } from "../../core/geometry.ts";
import { findDaysOf } from "./find-days.ts";
import type { GeometryType, ReadFeature } from "../geojson/geojson.ts";
import type { ControlFile } from "../declaration/parse-files.ts";
import { describeValue, type Problem, type Reporter } from "../problem.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue, isRecord, type RawRecord, toCell } from "../text/record.ts";
import { CONTROL } from "../schema/control.ts";
import { CONTROL_PROPERTIES, type DayNumbers } from "../schema/files.ts";
import { type DayOrder, readNumberedDay } from "../schema/read-day.ts";
import { EXPECTED_DAY } from "../schema/values.ts";
import { checkSide } from "../story-context.ts";

export const SHAPES = ["Polygon", "MultiPolygon", "LineString", "MultiLineString"] as const;
type Shape = (typeof SHAPES)[number];

/** A sound feature of a control file. What is found out about it later may still be told to its reporter. */
export interface ControlShape {
  readonly id: unknown;
  readonly ground: AreaShape | LineShape;
  /** As far as the feature gives them. */
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly date: Day | undefined;
  readonly reporter: Reporter;
}

export interface AreaShape {
  readonly kind: "area";
  readonly side: string;
  readonly geometry: AreaGeometry;
}

export type LineShape = Pick<FrontLine, "between" | "basis" | "geometry"> & { readonly kind: "line" };

const DAY_PROPERTIES = ["from", "to", "date"] as const;

/** How the features of a data set's control files are to be read. */
export interface ControlRules {
  readonly file: ControlFile;
  readonly dayOrder: DayOrder | undefined;
  readonly problems: Problem[];
  readonly sideIds: ReadonlySet<string>;
  /** The sides that hold ground: of two, a line that does not say otherwise runs between them. */
  readonly holders: readonly string[];
  /** Counts what was passed over as the declaration or the shape has it: told once for all files. */
  readonly passedOver: { byValue: number; points: number; empty: number };
}

/** Whether a feature is a point that plays no declared role: exports of maps are full of symbols. */
export function isForeignPoint(feature: RawRecord, { file }: ControlRules): boolean {
  const { geometry, properties } = feature;
  const type = isRecord(geometry) ? geometry["type"] : undefined;
  const hasRole = isRecord(properties) && getValue(properties, file.properties.role) !== undefined;
  return (type === "Point" || type === "MultiPoint") && !hasRole;
}

/** Whether a feature draws nothing, as programs write what they have clipped away: `null`, or no position at all. */
export function isEmpty({ geometry }: RawRecord): boolean {
  if (geometry === null) return true;
  const coordinates = isRecord(geometry) ? geometry["coordinates"] : undefined;
  return Array.isArray(coordinates) && coordinates.flat(2).length === 0;
}

/** Reads a feature by the declared names and values; `undefined` if it is at fault or to be left out. */
export function readShape(feature: ReadFeature<Shape>, rules: ControlRules): ControlShape | undefined {
  const { properties, reporter } = feature;
  const { file } = rules;
  const record = translate(properties, rules);
  if (!record) {
    rules.passedOver.byValue += 1;
    return undefined;
  }
  const { members } = readRecord(CONTROL, refuseInstants(record, file, reporter), reporter, {
    nameOf: (word) => file.properties[word as keyof typeof file.properties] ?? word,
  });
  // A feature at fault may have no geometry at all.
  const geometry: ReadFeature<Shape>["geometry"] | undefined = feature.geometry;
  const role = members.role ?? (geometry?.type.endsWith("Polygon") ? "control-area" : "front-line");
  const { from, to, date } = members;
  const days = { id: getValue(properties, "id"), from, to, date, reporter };
  if (role === "control-area") {
    const side = checkSide(members.side ?? file.side, file.properties.side, rules, reporter);
    if (reporter.hasFailed()) return undefined;
    if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") {
      return { ...days, ground: { kind: "area", side, geometry } };
    }
    return refuseShape(geometry.type, "Polygon or MultiPolygon", reporter);
  }
  const between = checkBetween(members.between, rules, reporter);
  if (reporter.hasFailed()) return undefined;
  if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
    // Who draws lines without saying what they rest on stands by all of them.
    const basis = members.basis ?? "documented";
    return { ...days, ground: { kind: "line", between, basis, geometry } };
  }
  return refuseShape(geometry.type, "LineString or MultiLineString", reporter);
}

/** The properties by our words and in our values; `undefined` if a value says that the feature is to be left out. */
function translate(
  properties: RawRecord,
  { file: { properties: names, values, dayNumbers }, dayOrder }: ControlRules,
): RawRecord | undefined {
  const record: Record<string, unknown> = {};
  for (const word of CONTROL_PROPERTIES) {
    const value = getValue(properties, names[word]);
    const map = values.get(word);
    const key = toCell(value);
    if (map?.has(key)) {
      const ours = map.get(key);
      if (ours === undefined) return undefined;
      record[word] = ours;
    } else if (word === "to" && isOpenEnd(value)) record[word] = undefined;
    else if (word === "from" || word === "to" || word === "date")
      record[word] = toPlainDay(value, dayNumbers, dayOrder);
    else record[word] = word === "side" && typeof value === "number" ? String(value) : value;
  }
  return record;
}

/** A number such as 20240708, or a text with one day somewhere in it, as that day; all else as it is. */
function toPlainDay(value: unknown, numbers: DayNumbers | undefined, order: DayOrder | undefined): unknown {
  const ordered = order && typeof value === "string" ? readNumberedDay(value, order) : undefined;
  if (ordered !== undefined) return ordered;
  const [day, ...others] = findDaysOf(value, numbers);
  return others.length === 0 ? (day ?? value) : value;
}

/** Reports days that are instants in all likelihood, which nothing declares, and gives the record without them. */
function refuseInstants(
  record: RawRecord,
  { properties: names }: ControlFile,
  reporter: Reporter,
): RawRecord {
  const instants = DAY_PROPERTIES.filter((word) => /^-?\d{10,14}$/.test(toCell(record[word])));
  for (const word of instants) {
    const unit = toCell(record[word]).length > 11 ? "milliseconds" : "seconds";
    const remedy = `if it counts ${unit} from 1970 on, declare "day_numbers": "${unit}" in files.control of dataset.json`;
    reporter
      .about(names[word])
      .error("number-for-day", `${names[word]} ${describeValue(record[word])}`, EXPECTED_DAY, remedy);
  }
  return instants.length === 0
    ? record
    : { ...record, ...Object.fromEntries(instants.map((word) => [word, undefined])) };
}

/** The last day that databases know stands for "until further notice". */
function isOpenEnd(value: unknown): boolean {
  return typeof value === "string" && /^\s*9999-?12-?31(?!\d)/.test(value);
}

function checkBetween(
  value: readonly string[] | undefined,
  rules: ControlRules,
  reporter: Reporter,
): readonly [string, string] {
  const [one, other, ...more] = value ?? rules.holders;
  const key = rules.file.properties.between;
  if (one === undefined || other === undefined || one === other || more.length > 0) {
    const found = value === undefined ? `no ${key}` : `${key} ${describeValue(value)}`;
    const code = value === undefined ? "missing-member" : "not-two-sides";
    const remedy = 'write it as ["one side", "other side"]';
    if (!reporter.hasFailed())
      reporter.about(key).error(code, found, "a list of the two sides of the line", remedy);
    return ["", ""];
  }
  return [checkSide(one, key, rules, reporter), checkSide(other, key, rules, reporter)];
}

function refuseShape(type: GeometryType, expected: string, reporter: Reporter): undefined {
  reporter.error(
    "wrong-geometry",
    `geometry ${describeValue(type)}`,
    expected,
    "correct role or draw another shape",
  );
}
