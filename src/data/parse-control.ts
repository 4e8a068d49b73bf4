import { listInForce } from "../core/areas.ts";
import { type ControlArea, type FrontLine, LINE_BASES } from "../core/dataset.ts";
import { listDays } from "../core/day.ts";
import { getValue } from "./fields.ts";
import { type GeometryType, parseFeatures, type ReadFeature } from "./geojson.ts";
import { describeValue, type Reporter, reportOn } from "./problem.ts";
import { checkSide, parseInterval, type StoryContext } from "./story-context.ts";

export interface ControlShapes {
  readonly controlAreas: readonly ControlArea[];
  readonly frontLines: readonly FrontLine[];
}

const SHAPES = ["Polygon", "MultiPolygon", "LineString", "MultiLineString"] as const;
type Shape = (typeof SHAPES)[number];

/**
 * The sound control areas and front lines of a GeoJSON file. Days of the story on which no area is in force are
 * warned of, because missing data is not "no change".
 */
export function parseControl(text: string, context: StoryContext): ControlShapes {
  const controlAreas: ControlArea[] = [];
  const frontLines: FrontLine[] = [];
  const { features } = parseFeatures(text, SHAPES, context);
  for (const feature of features) {
    const role = feature.fields.choice("role", ["control-area", "front-line"]);
    const area = role === "control-area" ? parseArea(feature, context) : undefined;
    if (area) controlAreas.push(area);
    const line = role === "front-line" ? parseLine(feature, context) : undefined;
    if (line) frontLines.push(line);
  }
  if (features.length > 0) warnOfGaps(controlAreas, context);
  return { controlAreas, frontLines };
}

function parseArea(feature: ReadFeature<Shape>, context: StoryContext): ControlArea | undefined {
  const { geometry, properties, fields, reporter } = feature;
  const side = checkSide(getValue(properties, "side"), "side", context, reporter);
  const interval = parseInterval(fields, context, reporter);
  if (reporter.hasFailed()) return undefined;
  if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") return { side, ...interval, geometry };
  return refuseShape(geometry.type, "Polygon or MultiPolygon", reporter);
}

function parseLine(feature: ReadFeature<Shape>, context: StoryContext): FrontLine | undefined {
  const { geometry, properties, fields, reporter } = feature;
  const between = parseBetween(getValue(properties, "between"), context, reporter);
  // Who draws lines without saying what they rest on stands by all of them.
  const basis = fields.optionalChoice("basis", LINE_BASES) ?? "documented";
  const interval = parseInterval(fields, context, reporter);
  if (reporter.hasFailed()) return undefined;
  if (geometry.type === "LineString" || geometry.type === "MultiLineString")
    return { between, basis, ...interval, geometry };
  return refuseShape(geometry.type, "LineString or MultiLineString", reporter);
}

function refuseShape(type: GeometryType, expected: string, reporter: Reporter): undefined {
  reporter.error(`geometry ${describeValue(type)}`, expected, "correct role or draw another shape");
}

function parseBetween(value: unknown, context: StoryContext, reporter: Reporter): readonly [string, string] {
  if (!Array.isArray(value) || value.length !== 2 || value[0] === value[1]) {
    const found = value === undefined ? "no between" : `between ${describeValue(value)}`;
    reporter.error(found, "a list of the two sides of the line", 'write it as ["one side", "other side"]');
    return ["", ""];
  }
  const [one, other] = value.map((side) => checkSide(side, "between", context, reporter));
  return [one ?? "", other ?? ""];
}

function warnOfGaps(
  areas: readonly ControlArea[],
  { file, problems, firstDay, lastDay }: StoryContext,
): void {
  const bare = listDays(firstDay, lastDay).filter((day) => listInForce(areas, day).length === 0);
  const [first] = bare;
  if (first === undefined) return;
  const found =
    bare.length === 1 ? `no area on ${first}` : `no area on ${bare.length} days, the first ${first}`;
  reportOn(problems, file).warn(
    found,
    "areas on every day of the story",
    "add them or extend those of the day before",
  );
}
