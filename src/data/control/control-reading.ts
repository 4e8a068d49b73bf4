import type { Phase } from "../../core/archive/tables.ts";
import type { Day } from "../../core/day.ts";
import type { Bounds } from "../../core/geometry.ts";
import type { ControlShape } from "./control-shape.ts";
import type { ControlFile } from "../declaration/parse-files.ts";
import type { DataLimits } from "../limits.ts";
import type { Pacer } from "../pacer.ts";
import type { DayOrder } from "../schema/read-day.ts";
import type { Problem, Reporter } from "../problem.ts";

/** What reading the areas and lines of a data set needs to know of the rest of it. */
export interface ControlContext {
  readonly file: ControlFile;
  readonly problems: Problem[];
  readonly sideIds: ReadonlySet<string>;
  readonly holders: readonly string[];
  readonly dayOrder: DayOrder | undefined;
  /** As declared. */
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
  readonly bounds: Bounds | undefined;
  /** Paths of all files of the data set. */
  readonly listPaths: () => Promise<readonly string[]>;
  /** `undefined` after reporting, to the given list, why the file is no text. */
  readonly readText: (path: string, problems: Problem[]) => Promise<string | undefined>;
  readonly pacer: Pacer;
  /** Others than those of every data set. */
  readonly limits?: DataLimits | undefined;
}

/** What the readers of one file and of a folder of daily files share while they work. */
export interface ControlReading extends ControlContext {
  readonly reporter: Reporter;
  readonly parseShapes: (text: string, file: string) => readonly ControlShape[];
  /** Judges what is known of the days `[from, to)`, which must come after all days before, and adds it. */
  readonly addPhase: (days: Phase, shapes: readonly ControlShape[]) => void;
}
