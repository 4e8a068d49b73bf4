import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MINI_FOLDER } from "../fixtures/mini.ts";

const TOOL = fileURLToPath(new URL("../../tools/frontline.mjs", import.meta.url));

/** Runs the tool as a person would, in a directory that knows nothing of the project. */
function runTool(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], {
    cwd: tmpdir(),
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("tools/frontline.mjs", () => {
  it("answers on the output stream alone, from any directory", () => {
    const { status, stdout, stderr } = runTool(["changes", MINI_FOLDER, "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  it("passes the exit code on", () => {
    expect(runTool(["validate", "nowhere"])).toMatchObject({ status: 1, stderr: "" });
    expect(runTool([])).toMatchObject({ status: 2, stdout: "" });
  });

  it("gives its exit code also where nobody reads what it has to say", () => {
    const script = '( "$0" "$1" conquer; echo "code $?" >&3 ) 3>&1 2> >(exec 0<&-)';
    const { stdout } = spawnSync("bash", ["-c", script, process.execPath, TOOL], { encoding: "utf8" });
    expect(stdout).toBe("code 2\n");
  });

  it.skipIf(!existsSync("/dev/full"))("says in a sentence that its answer cannot be written", () => {
    const script = '"$0" "$1" changes "$2" > /dev/full';
    const { status, stderr } = spawnSync("bash", ["-c", script, process.execPath, TOOL, MINI_FOLDER], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "frontline: the answer cannot be written: no space left on device (ENOSPC)\n",
    });
  });

  it("takes a reader that stops early calmly", () => {
    const geodata = fileURLToPath(new URL("../../geodata", import.meta.url));
    const { status, stderr } = spawnSync(
      "sh",
      [
        "-c",
        '"$0" "$1" status "$2" --day 2020-02-06 --json | head -c 1 > /dev/null',
        process.execPath,
        TOOL,
        geodata,
      ],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
