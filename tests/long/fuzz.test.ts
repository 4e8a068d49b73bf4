import { describe, expect, it } from "vitest";
import { surviveMutations } from "../fixtures/survive.ts";

describe("loading mutated files", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "neither crashes nor hangs nor loses what was not touched, part %i of 3,000",
    async (part) => {
      expect(await surviveMutations(part * 10_000, 500)).toEqual([]);
    },
    600_000,
  );
});
