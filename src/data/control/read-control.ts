import { type ArchiveBuilder, createArchiveBuilder } from "../../core/archive/builder.ts";
import type { Phase } from "../../core/archive/tables.ts";
import { addDays, countDaysBetween, type Day } from "../../core/day.ts";
import { listGaps } from "../../core/archive/gaps.ts";
import { type Bounds, findBounds, isEmptyBox, joinBounds } from "../../core/geometry.ts";
import { createGeometryTally, reportGeometryTally } from "../geojson/check-coordinates.ts";
import type { ControlContext, ControlReading } from "./control-reading.ts";
import {
  type ControlRules,
  isEmpty,
  isForeignPoint,
  type ControlShape,
  readShape,
  SHAPES,
} from "./control-shape.ts";
import { parseFeatures } from "../geojson/geojson.ts";
import { type AreaJudge, createAreaJudge, type JudgedArea } from "./judge-areas.ts";
import { DATA_LIMITS, type DataLimits } from "../limits.ts";
import { type Problem, type Reporter, reportOn } from "../problem.ts";
import { readControlFile } from "./read-control-file.ts";
import { readControlFolder } from "./read-control-folder.ts";

export interface ReadControl {
  /** Puts the archive together; `remainder` is the side that holds what lies outside all areas. */
  readonly build: ArchiveBuilder["build"];
  /** The first and last known day, and the box around all areas; `undefined` if there are none. */
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
  readonly bounds: Bounds | undefined;
}

const WHOLE_WORLD: Bounds = [-180, -90, 180, 90];

/**
 * Reads the areas and front lines of a data set, from one file or from a folder of daily ones. Daily files are read,
 * checked, added to the archive and forgotten one after the other, so that memory need not hold all days at once.
 * Days without areas are warned of and stay missing, because missing data is not "no change".
 */
export async function readControl(context: ControlContext): Promise<ReadControl> {
  const { file, problems, bounds } = context;
  const reporter = reportOn(problems, file.path);
  const builder = createArchiveBuilder();
  const judge = createAreaJudge();
  const tally = createGeometryTally();
  const passedOver = { byValue: 0, points: 0, empty: 0 };
  const rules: ControlRules = { ...context, passedOver };
  let extent = joinBounds([]);
  const known: Phase[] = [];
  const { limits = DATA_LIMITS } = context;
  let isFull = false;

  const reading: ControlReading = {
    ...context,
    reporter,
    parseShapes(text, path) {
      const { features } = parseFeatures(text, SHAPES, {
        file: path,
        problems,
        group: file.path,
        bounds: bounds ?? WHOLE_WORLD,
        tally,
        isForeign(feature) {
          if (isForeignPoint(feature, rules)) passedOver.points += 1;
          else if (isEmpty(feature)) passedOver.empty += 1;
          else return false;
          return true;
        },
      });
      return features.flatMap((feature) => readShape(feature, rules) ?? []);
    },
    addPhase(days, shapes) {
      if (isFull) return;
      const most = findFull(builder.size(), limits);
      if (most !== undefined) {
        isFull = true;
        return reportFull(days, most, reporter);
      }
      known.push(days);
      addPhase(days, shapes, builder, judge);
      const areas = shapes.flatMap(({ ground }) =>
        ground.kind === "area" ? [findBounds(ground.geometry)] : [],
      );
      extent = joinBounds([extent, ...areas]);
    },
  };

  const paths = await context.listPaths();
  const daily = paths.filter((path) => path.startsWith(`${file.path}/`) && /\.(geo)?json$/i.test(path));
  if (paths.includes(file.path) || daily.length === 0) await readControlFile(reading);
  else await readControlFolder(daily, reading);

  reportGeometryTally(tally, reporter);
  reportPassedOver(passedOver, reporter);
  if (!judge.isComplete()) warnOfTangles(reporter);
  const firstDay = known[0]?.from;
  const end = known.at(-1)?.to;
  const lastDay = end && addDays(end, -1);
  warnOfGaps(known, context.firstDay ?? firstDay, context.lastDay ?? lastDay, {
    problems: context.problems,
    file: context.file.path,
  });
  return { build: builder.build, firstDay, lastDay, bounds: isEmptyBox(extent) ? undefined : extent };
}

type GroundSize = ReturnType<ArchiveBuilder["size"]>;

/** A limit that what has been read is beyond, as a person would say it. Memory holds one day more than that. */
function findFull({ phases, vertices, links }: GroundSize, limits: DataLimits): string | undefined {
  if (phases >= limits.phases) return `${limits.phases} different states of the ground`;
  if (vertices > limits.vertices) return `${limits.vertices} different places on all outlines`;
  return links > limits.links ? `${limits.links} different edges of all outlines` : undefined;
}

function reportFull({ from }: Phase, most: string, reporter: Reporter): void {
  const remedy = "draw the outlines more coarsely, or tell the story in several data sets";
  const found = `more than that before ${from}: what follows is left out`;
  reporter.error("ground-too-large", found, `at most ${most}`, remedy);
}

function addPhase(
  days: Phase,
  shapes: readonly ControlShape[],
  builder: ArchiveBuilder,
  judge: AreaJudge,
): void {
  const areas = shapes.flatMap(({ ground, reporter }): JudgedArea[] =>
    ground.kind === "area" ? [{ ground, reporter }] : [],
  );
  const lines = shapes.flatMap(({ ground }) => (ground.kind === "line" ? [ground] : []));
  builder.addPhase(days, judge.judge(days.from, areas), lines);
}

function reportPassedOver({ byValue, points, empty }: ControlRules["passedOver"], reporter: Reporter): void {
  const tell = (count: number) => (count === 1 ? "1 feature" : `${count} features`);
  if (empty > 0) {
    const remedy = "nothing need be done: they are passed over";
    reporter.note("no-position", `${tell(empty)} without any position`, "the ground of a side", remedy);
  }
  if (byValue > 0) {
    const expected = "features that are areas or lines of a side";
    const remedy = "nothing need be done: dataset.json says to leave them out";
    reporter.note(
      "left-out-by-value",
      `${tell(byValue)} with a value that stands for none`,
      expected,
      remedy,
    );
  }
  if (points > 0) {
    const remedy = "they are left out; nothing need be done unless they should be areas";
    reporter.note("point-left-out", `${tell(points)} drawn as points`, "areas and lines", remedy);
  }
}

function warnOfTangles(reporter: Reporter): void {
  reporter.warn(
    "areas-not-checked",
    "areas too tangled to look for crossings and overlaps on all days",
    "rings that hardly cross",
    "mend the crossings that are listed and validate again",
  );
}

function warnOfGaps(
  known: readonly Phase[],
  firstDay: Day | undefined,
  lastDay: Day | undefined,
  { problems, file }: { readonly problems: Problem[]; readonly file: string },
): void {
  if (firstDay === undefined || lastDay === undefined || known.length === 0) return;
  for (const { from, to } of listGaps(known, firstDay, lastDay)) {
    const last = addDays(to, -1);
    const found = from === last ? `no area on ${from}` : `no area from ${from} to ${last}`;
    const count = countDaysBetween(from, to);
    // Past the limit on likes: which days are missing must be told of all of them.
    problems.push({
      severity: "warning",
      code: "missing-day",
      member: "",
      file,
      record: "",
      line: undefined,
      column: undefined,
      found: count === 1 ? found : `${found}, ${count} days`,
      expected: "areas on every day of the story",
      remedy: "add them; until then nothing is told of the ground on these days",
      count: 1,
    });
  }
}
