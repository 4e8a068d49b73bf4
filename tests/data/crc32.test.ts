import { describe, expect, it } from "vitest";
import { crc32 } from "../../src/data/crc32.ts";
import { gzipSync } from "node:zlib";
import fc from "fast-check";

describe("the checksum of zip archives", () => {
  it("is that of the standard's own example", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it("is what gzip writes at its end", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const packed = gzipSync(bytes);
        expect(crc32(bytes)).toBe(packed.readUInt32LE(packed.length - 8));
      }),
    );
  });
});
