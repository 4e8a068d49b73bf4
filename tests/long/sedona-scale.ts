/**
 * How the time of the query on Sedona grows with the days, beside ours: `node tools/run.mjs tests/long/sedona-scale.ts <days> <settlements>
 * <vertices>` prints a line of JSON; the table of docs/scaling.md is made of such lines. Seconds are of the processor, all threads
 * together, so that other work on the machine does not count; of Sedona those by the clock on the wall too.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { writeConflict } from "../bench/generate.ts";
import { type Row, sortRows } from "./change-rows.ts";
import { ensureSedona } from "./spark.ts";

const [days = 0, settlements = 0, vertices = 0] = process.argv.slice(2).map(Number);
const cwd = mkdtempSync(join(tmpdir(), "sedona-scale-"));
const sedona = ensureSedona();
try {
  await writeConflict(join(cwd, "war"), { days, settlements, vertices, seed: 1, sides: "two" });
  const ours = await run(["changes", "war", "--json"]);
  const exported = await run(["export", "war", "--parquet", "lake", "--json"]);
  const found = sedona.findChanges(join(cwd, "lake"), join(cwd, "found"));
  const rows = (JSON.parse(ours.out) as Record<string, string | null>[]).map(
    (change): Row => [
      change["date"] ?? "",
      change["first_day"] ?? "",
      change["settlement"] ?? "",
      change["from"] ?? "",
      change["to"] ?? "",
    ],
  );
  const isSame = JSON.stringify(sortRows(rows)) === JSON.stringify(found.changes);
  const report = {
    days,
    settlements,
    vertices,
    changes: rows.length,
    isSame,
    parquetMb: round(JSON.parse(exported.out).bytes / 1e6),
    seconds: {
      ours: round(ours.seconds),
      export: round(exported.seconds),
      sedona: round(found.seconds.processor),
      sedonaWall: round(found.seconds.wall),
    },
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
} finally {
  rmSync(cwd, { recursive: true });
}

async function run(args: readonly string[]) {
  const before = process.cpuUsage();
  let out = "";
  const code = await runCli(args, {
    cwd,
    compile: compilePath,
    findDashboard: () => "",
    out: (text) => (out += text),
    err: (text) => process.stderr.write(text),
  });
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
  const { user, system } = process.cpuUsage(before);
  return { out, seconds: (user + system) / 1e6 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
