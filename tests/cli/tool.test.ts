import { spawnSync } from "node:child_process";
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
