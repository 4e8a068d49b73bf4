import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bringIn, putBeside } from "../../../src/data/compiled/beside.ts";
import { readCompiled, writeCompiled } from "../../../src/data/compiled/compiled.ts";
import { ContainerError, openContainer, packParts } from "../../../src/data/compiled/container.ts";
import { laterInMemory } from "../../../src/data/later-parts.ts";
import { loadMini } from "../../fixtures/mini.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

const LATER = new Map([
  ["translations-ar", encode("كلام".repeat(300))],
  ["notes", encode("more than is wanted at first")],
]);

/** The header of a container, read as `docs/compiled-form.md` says. */
function readHeader(bytes: Uint8Array) {
  const length = Number(Buffer.from(bytes.subarray(10, 20)).toString("latin1"));
  return {
    header: JSON.parse(Buffer.from(bytes.subarray(20, 20 + length)).toString("utf8")),
    rest: bytes.subarray(20 + length),
  };
}

/** The container with its header changed, and what lies behind it as it was. */
function rewriteHeader(
  bytes: Uint8Array,
  change: (header: { parts: Record<string, unknown>[] }) => unknown,
): Uint8Array<ArrayBuffer> {
  const { header, rest } = readHeader(bytes);
  change(header);
  const text = Buffer.from(JSON.stringify(header));
  return new Uint8Array(
    Buffer.concat([Buffer.from(`FRONTLINE\n${String(text.length).padStart(10)}`), text, rest]),
  );
}

let whole: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const { dataset, ...report } = await loadMini();
  if (!dataset) throw new Error("The mini data set cannot be read");
  whole = await writeCompiled({ ...report, dataset, later: laterInMemory(LATER) });
});

/** Serves the files, and notes which were asked for. */
function serve(files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]) {
  const asked: string[] = [];
  const read = async (file: string) => {
    asked.push(file);
    const found = files.find(({ name }) => name === file);
    if (!found) throw new Error("404");
    return found.bytes;
  };
  return { asked, read };
}

describe("parts that come later", () => {
  it("lie at the end of the one file, and are given when they are asked for", async () => {
    const { later } = await readCompiled(whole);
    expect(later.names).toEqual([...LATER.keys()]);
    for (const [name, bytes] of LATER) expect(await later.load(name)).toEqual(bytes);
    await expect(later.load("nothing")).rejects.toThrow("The compiled data set has no part nothing");
  });

  it("and all others can be checked by the header alone, as the document says", () => {
    const { header, rest } = readHeader(whole);
    let at = 0;
    let lines = "";
    for (const { name, length, size, sha256: hash, later } of header.parts) {
      const bytes = gunzipSync(rest.subarray(at, at + length));
      expect([name, bytes.length, sha256(bytes)]).toEqual([name, size, hash]);
      expect(later === true).toBe(LATER.has(name));
      lines += `${name} ${size} ${hash}${later ? " later" : ""}\n`;
      at += length;
    }
    expect(at).toBe(rest.length);
    expect(sha256(lines)).toBe(header.hash);
  });

  it("can lie in files beside it, each asked for only when its part is", async () => {
    const { bytes, files } = putBeside(whole);
    expect(bytes.length).toBeLessThan(whole.length);
    const { asked, read } = serve(files);
    const opened = await readCompiled(bytes, read);
    expect(opened.hash).toBe((await readCompiled(whole)).hash);
    expect(opened.later.names).toEqual([...LATER.keys()]);
    expect(asked).toEqual([]);
    for (const [name, content] of LATER) {
      const file = `${name}-${sha256(content).slice(0, 8)}.part`;
      expect(await opened.later.load(name)).toEqual(content);
      expect(asked.at(-1)).toBe(file);
      expect(gunzipSync(files.find((beside) => beside.name === file)?.bytes ?? "")).toEqual(
        Buffer.from(content),
      );
    }
  });

  it("come back into the one file as they were", async () => {
    const { bytes, files } = putBeside(whole);
    expect(await bringIn(bytes, serve(files).read)).toEqual(whole);
    expect(await bringIn(whole, serve([]).read)).toBe(whole);
  });

  it("cost only themselves where they are missing", async () => {
    const { bytes, files } = putBeside(whole);
    const { read } = serve(files.slice(1));
    for (const opened of [
      await readCompiled(bytes, read),
      await readCompiled(await bringIn(bytes, read), read),
    ]) {
      expect(opened.dataset.claims).not.toEqual([]);
      await expect(opened.later.load("translations-ar")).rejects.toThrow(
        /^The part translations-ar of the compiled data set cannot be had from translations-ar-[0-9a-f]{8}\.part$/,
      );
      expect(await opened.later.load("notes")).toEqual(LATER.get("notes"));
    }
    const alone = await readCompiled(bytes);
    await expect(alone.later.load("notes")).rejects.toThrow(ContainerError);
  });

  it("are given whole and right or refused in a sentence, whatever has become of their files", async () => {
    const { bytes, files } = putBeside(whole);
    const [first] = files;
    if (!first) throw new Error("No file");
    const bit = fc.nat(first.bytes.length * 8 - 1);
    await fc.assert(
      fc.asyncProperty(bit, fc.nat(first.bytes.length), async (at, length) => {
        const damaged = first.bytes.slice();
        damaged[at >> 3] = (damaged[at >> 3] ?? 0) ^ (1 << (at & 7));
        for (const content of [damaged, first.bytes.slice(0, length), files[1]?.bytes ?? damaged]) {
          const { later } = await readCompiled(bytes, async () => content);
          const found = await later
            .load("translations-ar")
            .catch((error: unknown) =>
              error instanceof ContainerError && error.message.startsWith("The part translations-ar ")
                ? LATER.get("translations-ar")
                : error,
            );
          expect(found).toEqual(LATER.get("translations-ar"));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are not unpacked to more than a part may have", async () => {
    const lying = rewriteHeader(whole, ({ parts }) => Object.assign(parts[4] ?? {}, { size: 3 }));
    await expect(openContainer(lying).later.load("translations-ar")).rejects.toThrow(ContainerError);
  });

  it.each([
    "../up.part",
    "/etc/passwd",
    "https://example.org/a.part",
    "//example.org/a",
    "a\\b.part",
    "",
    ".part",
    "a?b",
    "%2e%2e",
    7,
  ])("are refused with the whole file where %j is to be their place", (file) => {
    const { bytes } = putBeside(whole);
    const changed = rewriteHeader(bytes, ({ parts }) => Object.assign(parts.at(-1) ?? {}, { file }));
    expect(() => openContainer(changed)).toThrow("a header that cannot be read");
  });

  it("cannot be made of parts that are needed at once, nor the other way", async () => {
    const hidden = rewriteHeader(whole, ({ parts }) => Object.assign(parts[0] ?? {}, { later: true }));
    await expect(readCompiled(hidden)).rejects.toThrow("it is not what its hash says");
    const shown = rewriteHeader(whole, ({ parts }) => delete parts.at(-1)?.["later"]);
    await expect(readCompiled(shown)).rejects.toThrow("it is not what its hash says");
    const twice = rewriteHeader(whole, ({ parts }) => Object.assign(parts[5] ?? {}, { name: "records" }));
    expect(() => openContainer(twice)).toThrow("a header that cannot be read");
  });

  it("count in the hash of the data set", async () => {
    const hashOf = async (later: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) =>
      openContainer(await packParts("format/1", new Map([["one", encode("1")]]), { later })).hash;
    const hashes = await Promise.all([
      hashOf(new Map()),
      hashOf(LATER),
      hashOf(new Map([...LATER, ["notes", encode("other")]])),
    ]);
    expect(new Set(hashes).size).toBe(3);
  });
});
