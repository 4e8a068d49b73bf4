import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDebian } from "./debian.ts";
import { type Row, sortRows } from "./change-rows.ts";
import { ensurePython, failRegistry, nameCache } from "./python.ts";

/** These go together: Sedona is built for one minor version of Spark and of Scala. */
const PYSPARK = "pyspark==3.5.9";
const SEDONA = "org.apache.sedona:sedona-spark-shaded-3.5_2.12:1.8.1";
const SETTINGS = {
  "spark.master": "local[2]",
  "spark.driver.memory": "6g",
  "spark.sql.shuffle.partitions": "4",
  "spark.sql.adaptive.coalescePartitions.enabled": "false",
  "spark.ui.enabled": "false",
  "spark.log.level": "ERROR",
};
const PROGRAM = fileURLToPath(new URL("../../docs/scaling/changes.sedona.py", import.meta.url));

/** Runs the program of docs/scaling on a folder that `export --parquet` wrote. */
export interface Sedona {
  /** Rows of `control_change` and of `missing_days`. `out` is a folder that it may write. */
  readonly findChanges: (folder: string, out: string, defaultSide?: string) => SedonaAnswer;
}

interface SedonaAnswer {
  readonly changes: readonly Row[];
  readonly missing: readonly (readonly [firstDay: string, lastDay: string])[];
  /** Of the whole program, from start to end: by the clock on the wall, and of the processor, all threads together. */
  readonly seconds: { readonly wall: number; readonly processor: number };
}

/**
 * Spark with Sedona in one process with two threads, and four partitions wherever rows are shuffled: enough for rows to meet those
 * of other partitions. Installs Java (Debian), PySpark (PyPI) and Sedona (Maven Central) if need be.
 *
 * @throws NotReached if a registry is not.
 */
export function ensureSedona(): Sedona {
  ensureDebian("java", "default-jre-headless");
  const programs = ensurePython("spark", [PYSPARK]);
  const find = "import os, pyspark; print(os.path.dirname(pyspark.__file__))";
  const python = join(programs, "python");
  const home = spawnSync(python, ["-c", find], { encoding: "utf8" }).stdout.trim();

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["--conf", `${name}=${value}`]);
  const options = ["--packages", SEDONA, "--conf", `spark.jars.ivy=${nameCache("ivy")}`, ...settings];

  function submit(args: readonly string[]): SedonaAnswer["seconds"] {
    const program = [join(home, "bin/spark-submit"), ...options, PROGRAM, ...args];
    const run = spawnSync("bash", ["-c", `TIMEFORMAT="spent %R %U %S"; time "$0" "$@"`, ...program], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, SPARK_HOME: home, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: "127.0.0.1" },
    });
    if (run.status !== 0) failRegistry("Spark, with Sedona from Maven Central", run.stderr);
    const [, wall, user, system] = /^spent (\S+) (\S+) (\S+)$/m.exec(run.stderr) ?? [];
    return { wall: Number(wall), processor: Number(user) + Number(system) };
  }

  return {
    findChanges(folder, out, defaultSide) {
      const seconds = submit([folder, out, ...(defaultSide === undefined ? [] : [defaultSide])]);
      const changes = readLines(join(out, "control_change")).map(
        (row): Row => [
          row["day"] ?? "",
          row["first_day"] ?? "",
          row["settlement"] ?? "",
          row["from_side"] ?? "",
          row["to_side"] ?? "",
        ],
      );
      const missing = readLines(join(out, "missing_days")).map(
        (row) => [row["first_day"] ?? "", row["last_day"] ?? ""] as const,
      );
      return { changes: sortRows(changes), missing, seconds };
    },
  };
}

/** What Spark wrote as JSON lines, a file for each of its partitions. A field without a value is left out. */
function readLines(folder: string): Readonly<Record<string, string | undefined>>[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
