import { describe, expect, it } from "vitest";
import { surviveMutations } from "../fixtures/survive.ts";
import { surviveMutatedArchives } from "../fixtures/survive-archives.ts";
import { surviveMutatedFiles } from "../fixtures/survive-files.ts";

describe("loading mutated files", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    "neither crashes nor hangs, nor loses or changes what was not touched, thousand %i of 10",
    async (part) => {
      expect(await surviveMutations(part * 10_000, 1000)).toEqual([]);
    },
    600_000,
  );
});

describe.each(["zip", "compiled"] as const)("opening mutated files that hold a data set: %s", (kind) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    "gives the same data or a problem, thousand %i of 10",
    async (part) => {
      expect(await surviveMutatedArchives(kind, part * 10_000, 1000)).toEqual([]);
    },
    600_000,
  );
});

describe("reading mutated files of every format", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    "neither crashes nor hangs, thousand %i of 10",
    async (part) => {
      expect(await surviveMutatedFiles(part * 10_000, 1000)).toEqual([]);
    },
    600_000,
  );
});
