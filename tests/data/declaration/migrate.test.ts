import { describe, expect, it } from "vitest";
import { migrate, type MigrationStep } from "../../../src/data/declaration/migrate.ts";
import { FORMAT } from "../../../src/data/schema/format.ts";
import { formatProblem, type Problem, reportOn } from "../../../src/data/problem.ts";

const STEPS: readonly MigrationStep[] = [
  ({ name, ...rest }) => ({ ...rest, title: name }),
  (declaration) => ({ ...declaration, title: [declaration["title"]] }),
];

function run(declaration: Readonly<Record<string, unknown>>, steps?: readonly MigrationStep[]) {
  const problems: Problem[] = [];
  const migrated = migrate(declaration, reportOn(problems, "dataset.json"), () => undefined, steps);
  return { migrated, lines: problems.map(formatProblem) };
}

describe("migrate", () => {
  it("takes an old declaration through all steps in order", () => {
    const { migrated, lines } = run({ format: "frontline-atlas/1", name: "A" }, STEPS);
    expect(migrated).toMatchObject({ title: ["A"] });
    expect(lines).toEqual([]);
  });

  it("begins with the step of the declaration's own version", () => {
    expect(run({ format: "frontline-atlas/2", title: "A" }, STEPS).migrated).toMatchObject({ title: ["A"] });
    expect(run({ format: "frontline-atlas/3", title: "A" }, STEPS).migrated).toMatchObject({ title: "A" });
  });

  it("leaves a declaration of the present version as it is", () => {
    const declaration = { format: FORMAT, title: "A" };
    expect(run(declaration)).toEqual({ migrated: declaration, lines: [] });
  });

  it("refuses a newer version with one problem, since it would be misread", () => {
    expect(run({ format: "frontline-atlas/4" }, STEPS)).toEqual({
      migrated: undefined,
      lines: [
        'dataset.json: found format "frontline-atlas/4"; expected frontline-atlas/3 or older; open it with a newer Frontline Atlas [newer-format]',
      ],
    });
  });

  it.each([
    [{}, "no format", "add format", "missing-member"],
    [{ format: 1 }, "format 1", "correct format", "unknown-format"],
    [{ format: "frontline-atlas/0" }, 'format "frontline-atlas/0"', "correct format", "unknown-format"],
    [{ format: "geojson" }, 'format "geojson"', "correct format", "unknown-format"],
  ])("reports %j and takes it for the present version", (declaration, found, remedy, code) => {
    const { migrated, lines } = run(declaration, STEPS);
    expect(migrated).toBe(declaration);
    expect(lines).toEqual([`dataset.json: found ${found}; expected frontline-atlas/3; ${remedy} [${code}]`]);
  });
});
