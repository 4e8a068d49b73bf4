import fc from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { expect, it } from "vitest";
import { locateOffset } from "../../../src/data/text/json.ts";
import { createRecordLocator } from "../../../src/data/text/locate-records.ts";

it("finds the records where a parser of JSON finds them, in whatever order they are asked for", () => {
  const options = { numRuns: 300, seed: 5 };
  const layout = fc.constantFrom(undefined, 1, "\t");
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 6 }),
      fc.jsonValue(),
      layout,
      (records, other, indent) => {
        const text = JSON.stringify(
          { a: { features: [other] }, b: "features", features: records, z: other },
          undefined,
          indent,
        );
        const tree = parseTree(text);
        const locate = createRecordLocator(text, "features");
        const order = [...records.keys(), ...records.keys()].toReversed();
        for (const index of [...records.keys(), ...order]) {
          const node = tree && findNodeAtLocation(tree, ["features", index]);
          expect(locate(index)).toEqual(locateOffset(text, node?.offset ?? -1));
        }
      },
    ),
    options,
  );
});

it("finds the records of a text that is a list itself, after line ends of any kind", () => {
  const locate = createRecordLocator('[\r\n {"id":"a]"},\r\n\r\n  [2], "x" ]');
  expect([0, 1, 2, 3].map((index) => locate(index))).toEqual([
    { line: 2, column: 2 },
    { line: 4, column: 3 },
    { line: 4, column: 8 },
    undefined,
  ]);
});
