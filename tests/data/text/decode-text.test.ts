import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, findInvalidByte, LARGEST_FILE_MB } from "../../../src/data/text/decode-text.ts";
import { type Problem, reportOn } from "../../../src/data/problem.ts";

function decode(bytes: Uint8Array): { text: string | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  return { text: decodeText(bytes, reportOn(problems, "x.csv")), problems };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decodeText", () => {
  it("gives the text of UTF-8 in any script, without its byte order mark", () => {
    expect(decode(utf8("سراقب, Ünal 𐎠"))).toEqual({ text: "سراقب, Ünal 𐎠", problems: [] });
    expect(decode(utf8("\uFEFFid,name"))).toEqual({ text: "id,name", problems: [] });
  });

  it.each(["utf-16le", "utf-16be"])("reads %s with a byte order mark, and says so", (encoding) => {
    const bytes = Uint8Array.from(
      [..."\uFEFFسراقب\n"].flatMap((letter) => split(letter.charCodeAt(0), encoding)),
    );
    const { text, problems } = decode(bytes);
    expect(text).toBe("سراقب\n");
    expect(problems).toMatchObject([{ severity: "warning", found: "text in UTF-16" }]);
  });

  it("says in which line and column the first byte lies that is not UTF-8, in characters", () => {
    const bytes = Uint8Array.from([...utf8("id,name\r\n1,سراقب\n2,"), 0xe9, 0x6c]);
    expect(decode(bytes).problems).toMatchObject([{ severity: "error", line: 3, column: 3 }]);
  });

  it("refuses what is larger than it reads, in words", () => {
    const large = { length: LARGEST_FILE_MB * 1_000_000 + 1 } as Uint8Array;
    expect(decode(large).problems).toMatchObject([
      { found: "a file of 500 MB", remedy: "split it, for control into one file for each day" },
    ]);
  });
});

function split(code: number, encoding: string): number[] {
  return encoding === "utf-16le" ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
}

describe("findInvalidByte", () => {
  it("agrees with the engine on whether bytes are UTF-8, and all before the byte are", () => {
    const chunk = fc.oneof(
      fc.string({ unit: "binary", maxLength: 4 }).map((text) => [...utf8(text)]),
      fc.array(fc.integer({ min: 0x7f, max: 0xff }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 6 }), (chunks) => {
        const bytes = Uint8Array.from(chunks.flat());
        const offset = findInvalidByte(bytes);
        expect(isUtf8(bytes)).toBe(offset === bytes.length);
        expect(isUtf8(bytes.subarray(0, offset))).toBe(true);
      }),
      { numRuns: 2000, seed: 8 },
    );
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
