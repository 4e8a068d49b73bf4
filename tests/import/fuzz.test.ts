import { describe, expect, it } from "vitest";
import { surviveMutatedFiles } from "../fixtures/survive-files.ts";

describe("the readers", () => {
  it("survive mutated files of every format, and keep what they promise", async () => {
    expect(await surviveMutatedFiles(0, 260)).toEqual([]);
  });
});
