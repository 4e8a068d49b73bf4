import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import type { Checked } from "../../src/open/import-protocol.ts";
import {
  findSketch,
  FIRST_STATE,
  type ImportAction,
  type ImportState,
  reduceImport,
} from "../../src/open/import-state.ts";
import type { Sketch } from "../../src/open/sketch.ts";

function run(...actions: readonly ImportAction[]): ImportState {
  return actions.reduce(reduceImport, FIRST_STATE);
}

const answer = (path: string, value: string | undefined): ImportAction => ({ kind: "answered", path, value });

function sketchOf(text: string): Sketch {
  return { day: day(text), height: 300, areas: [], lines: [], places: [], labels: [] };
}

const CHECKED: Checked = {
  made: {
    sides: [],
    firstDay: day("2024-01-01"),
    lastDay: day("2024-01-31"),
    settlements: 0,
    phases: 0,
    claims: 0,
    events: 0,
    figures: 0,
    names: [],
    sketch: sketchOf("2024-01-01"),
  },
  problems: [],
};

describe("what a person says of an import", () => {
  it("is kept, taken back, and undone step by step to the beginning", () => {
    const said = run(answer("title", "One"), answer("kind.a.csv", "events"), answer("title", undefined));
    expect(said.said.answers).toEqual({ "kind.a.csv": "events" });
    const once = reduceImport(said, { kind: "undone" });
    expect(once.said.answers).toEqual({ title: "One", "kind.a.csv": "events" });
    const whole = [1, 2, 3].reduce((state) => reduceImport(state, { kind: "undone" }), once);
    expect(whole.said).toEqual(FIRST_STATE.said);
    expect(whole.past).toEqual([]);
  });

  it("is another revision each time, also when undone, but not where there is nothing to undo", () => {
    expect(run(answer("title", "One"), { kind: "undone" }).revision).toBe(2);
    expect(run({ kind: "undone" }).revision).toBe(0);
    expect(run({ kind: "decoded", file: "a.csv", encoding: "koi8-u" }).said.encodings).toEqual({
      "a.csv": "koi8-u",
    });
  });

  it("stays where it is when one goes to another step and back", () => {
    const there = run(
      answer("title", "One"),
      { kind: "went", step: "open" },
      { kind: "went", step: "files" },
    );
    expect([there.step, there.said.answers, there.revision]).toEqual(["files", { title: "One" }, 1]);
  });
});

describe("what the worker says", () => {
  const checked = (revision: number): ImportAction => ({
    kind: "replied",
    reply: { kind: "checked", revision, checked: CHECKED },
  });

  it("counts only if it is about all that was said", () => {
    const late = run(answer("title", "One"), checked(0));
    expect([late.checked, late.isBehind]).toEqual([undefined, true]);
    const right = reduceImport(late, checked(1));
    expect([right.checked, right.isBehind]).toEqual([CHECKED, false]);
  });

  it("leaves the last picture in sight until there is a newer one", () => {
    const corrected = reduceImport(run(checked(0)), answer("title", "One"));
    expect(findSketch(corrected)).toBe(CHECKED.made?.sketch);
    expect(corrected.isBehind).toBe(true);
  });

  it("gives the picture of the chosen day, and that of the data once the day is none of theirs", () => {
    const chosen = (text: string): ImportAction => ({
      kind: "replied",
      reply: { kind: "sketched", sketch: sketchOf(text) },
    });
    expect(findSketch(run(checked(0), chosen("2024-01-15")))?.day).toBe("2024-01-15");
    expect(findSketch(run(checked(0), chosen("2024-02-15")))?.day).toBe("2024-01-01");
  });

  it("tells of a failure until something else is said", () => {
    const failed = run({ kind: "replied", reply: { kind: "failed", reason: "no memory" } });
    expect([failed.failure, failed.isBehind]).toEqual(["no memory", false]);
    expect(reduceImport(failed, answer("title", "One")).failure).toBeUndefined();
  });
});
