import { describe, expect, it } from "vitest";
import { surviveMutations } from "../fixtures/survive.ts";
import { surviveMutatedFiles } from "../fixtures/survive-files.ts";

describe("loading mutated files", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "neither crashes nor hangs nor loses what was not touched, part %i of 3,000",
    async (part) => {
      expect(await surviveMutations(part * 10_000, 500)).toEqual([]);
    },
    600_000,
  );
});

describe("reading mutated files of every format", () => {
  it.each([1, 2, 3, 4])(
    "neither crashes nor hangs, part %i of 4,000",
    async (part) => {
      expect(await surviveMutatedFiles(part * 10_000, 1000)).toEqual([]);
    },
    600_000,
  );
});
