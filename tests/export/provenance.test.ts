import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, fromDayNumber } from "../../src/core/day.ts";
import { defaultView, encodeView, parseView, type View, type ViewContext } from "../../src/core/view.ts";
import { describeView } from "../../src/export/provenance/describe-view.ts";
import { PictureError } from "../../src/export/provenance/picture-error.ts";
import { makeChunk } from "../../src/export/provenance/png.ts";
import {
  type PictureType,
  type Provenance,
  readProvenance,
  stampProvenance,
} from "../../src/export/provenance/provenance.ts";
import { readXmp, writeXmp } from "../../src/export/provenance/xmp.ts";
import { mutateBytes } from "../fixtures/mutate.ts";
import { createRandom } from "../bench/random.ts";
import {
  EXTENDED_WEBP,
  JPEG,
  LOSSLESS_WEBP,
  LOSSY_WEBP,
  PNG,
  PROVENANCE,
  TRANSLUCENT_WEBP,
} from "./pictures.ts";

const PICTURES: readonly (readonly [string, PictureType, Uint8Array])[] = [
  ["PNG", "image/png", PNG],
  ["JPEG", "image/jpeg", JPEG],
  ["lossy WebP", "image/webp", LOSSY_WEBP],
  ["lossless WebP", "image/webp", LOSSLESS_WEBP],
  ["translucent WebP", "image/webp", TRANSLUCENT_WEBP],
  ["extended WebP", "image/webp", EXTENDED_WEBP],
];

const CONTEXT: ViewContext = {
  firstDay: "2020-01-01" as Day,
  lastDay: "2020-03-01" as Day,
  defaultDay: "2020-02-06" as Day,
  has: () => true,
  languages: ["en", "ar"],
  scripts: [],
  layers: [],
  charts: [],
  sides: [],
  isSaidBy: () => true,
  steps: [],
};
const VIEW = defaultView(CONTEXT);

const encode = (text: string) => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** What is wrong with the bytes, by its code; fails if it is told in any other way, or nothing is. */
function refusal(bytes: Uint8Array): string {
  try {
    readProvenance(bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    const { code, found } = error.toProblem("map.png");
    return /^\P{Cc}{3,300}$/u.test(found) ? code : `unreadable: ${found}`;
  }
  return "none";
}

describe.each(PICTURES)("a %s", (_, type, picture) => {
  it("says what it shows once it is stamped, the same bytes each time, and nothing before", () => {
    expect(refusal(picture)).toBe("picture-without-provenance");
    const stamped = stampProvenance(picture, type, PROVENANCE);
    expect(readProvenance(stamped)).toEqual(PROVENANCE);
    expect(stampProvenance(picture, type, PROVENANCE)).toEqual(stamped);
  });

  it("has one provenance, the last it was stamped with", () => {
    const { comparedDay: _, permalink: __, datasetHash: ___, licence: ____, ...least } = PROVENANCE;
    const twice = stampProvenance(stampProvenance(picture, type, PROVENANCE), type, least);
    expect(readProvenance(twice)).toEqual(least);
    expect(twice).toEqual(stampProvenance(picture, type, least));
  });

  it("says it or tells one problem, wherever it is cut off", () => {
    const stamped = stampProvenance(picture, type, PROVENANCE);
    for (let length = 0; length < stamped.length; length++) {
      // A WebP says in front how long it is; in the others the text stands before the pixels.
      const usual = type === "image/webp" ? [] : ["none"];
      const code = refusal(stamped.subarray(0, length));
      expect([...usual, "damaged-picture", "unknown-picture"]).toContain(code);
    }
  });

  it("says it or tells one problem, whatever was done to its bytes", () => {
    const stamped = stampProvenance(picture, type, PROVENANCE);
    const codes = new Set<string>();
    for (let seed = 0; seed < 400; seed++) codes.add(refusal(mutateBytes(createRandom(seed), stamped).bytes));
    expect([...codes]).toEqual(expect.arrayContaining(["none", "damaged-picture", "unknown-picture"]));
  });

  it("is refused under the name of another kind", () => {
    const other = type === "image/png" ? "image/jpeg" : "image/png";
    expect(() => stampProvenance(picture, other, PROVENANCE)).toThrow(PictureError);
  });
});

describe("where it lies", () => {
  it("in a PNG: in a text chunk in front of the pixels, whose checksum zlib finds right", () => {
    const bytes = stampProvenance(PNG, "image/png", PROVENANCE);
    const at = latin1(bytes).indexOf("iTXtXML:com.adobe.xmp\0\0\0\0\0<?xpacket");
    expect(at).toBe(8 + 25 + 4);
    const view = new DataView(bytes.buffer);
    const length = view.getUint32(at - 4);
    expect(view.getUint32(at + 4 + length)).toBe(crc32(bytes.subarray(at, at + 4 + length)));
    expect(latin1(bytes).slice(at + 4 + length + 4 + 4)).toBe(latin1(PNG).slice(8 + 25 + 4));
  });

  it("in a JPEG: behind JFIF, in front of all else, which stays", () => {
    const bytes = stampProvenance(JPEG, "image/jpeg", PROVENANCE);
    const at = latin1(bytes).indexOf("http://ns.adobe.com/xap/1.0/\0<?xpacket");
    expect(at).toBe(2 + 18 + 4);
    const length = new DataView(bytes.buffer).getUint16(at - 2);
    expect(latin1(bytes).slice(at - 2 + length)).toBe(latin1(JPEG).slice(20));
  });

  it("in a WebP: behind the pixels, with a head that says so, their size and whether they are translucent", () => {
    for (const [picture, flags] of [
      [LOSSY_WEBP, 0x04],
      [LOSSLESS_WEBP, 0x04],
      [TRANSLUCENT_WEBP, 0x14],
      [EXTENDED_WEBP, 0x14],
    ] as const) {
      const bytes = stampProvenance(picture, "image/webp", PROVENANCE);
      const view = new DataView(bytes.buffer);
      expect(view.getUint32(4, true)).toBe(bytes.length - 8);
      expect(latin1(bytes.subarray(12, 16))).toBe("VP8X");
      expect([...bytes.subarray(20, 30)]).toEqual([flags, 0, 0, 0, 15, 0, 0, 8, 0, 0]);
      expect(latin1(bytes)).toContain("XMP ");
    }
  });

  it("in a JPEG only up to 64 KB, beyond which a sentence says what to do", () => {
    const many = { ...PROVENANCE, sources: Array.from({ length: 3000 }, (_, index) => `Source ${index}`) };
    expect(() => stampProvenance(JPEG, "image/jpeg", many)).toThrow(/save it as PNG, WebP or PDF$/);
    expect(readProvenance(stampProvenance(PNG, "image/png", many)).sources).toHaveLength(3000);
    expect(readProvenance(stampProvenance(LOSSY_WEBP, "image/webp", many)).sources).toHaveLength(3000);
  });
});

describe("XMP", () => {
  it("keeps any text of any script", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "");
    const letters = fc.stringMatching(/^[a-z]{2,3}$/);
    const day = fc.integer({ min: -20_000, max: 40_000 }).map((number) => fromDayNumber(number));
    const provenances: fc.Arbitrary<Provenance> = fc.record(
      {
        address: text,
        permalink: text.map((path) => `https://example.org/${path}`),
        datasetTitle: text,
        datasetHash: fc.stringMatching(/^[0-9a-f]{64}$/),
        version: text,
        day,
        comparedDay: day,
        language: letters,
        sources: fc.array(text),
        licence: text,
      },
      { requiredKeys: ["address", "datasetTitle", "version", "day", "language", "sources"] },
    );
    fc.assert(
      fc.property(provenances, (provenance) => {
        expect(readXmp(encode(writeXmp(provenance)))).toEqual(provenance);
      }),
    );
  });

  it("says U+FFFD for what XML cannot have", () => {
    const odd = { ...PROVENANCE, datasetTitle: "a\u0000b\u001bc\ud800d\uffffe" };
    const read = readXmp(encode(writeXmp(odd)));
    expect(read?.datasetTitle).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  });

  it("is read as other programs write it anew: other prefixes, properties as attributes, an order of their own", () => {
    const own = /xmlns:frontline="([^"]+)"/.exec(writeXmp(PROVENANCE))?.[1];
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <r:Description xmlns:f="${own}" f:Day="2020-02-06" f:Language="en" f:Version="0.1.0"/>
      <r:Description xmlns:g="${own}"><g:Sources><r:Bag><r:li>A &amp; B</r:li></r:Bag></g:Sources>
      <g:DatasetTitle>One</g:DatasetTitle><g:Address>day=2020-02-06</g:Address></r:Description>
      <r:Description xmlns:f="urn:other" f:Day="never"/></r:RDF></x:xmpmeta>`;
    expect(readXmp(encode(packet))).toEqual({
      address: "day=2020-02-06",
      datasetTitle: "One",
      version: "0.1.0",
      day: "2020-02-06",
      language: "en",
      sources: ["A & B"],
    });
  });

  const packet = writeXmp(PROVENANCE);
  const bomb = (body: string) => packet.replace(/(<x:xmpmeta)/, `${body}$1`);
  const laughs = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  );
  it.each([
    [
      "entities that grow",
      bomb(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join("")}]>`).replace("ar</", "&l9;</"),
    ],
    [
      "an entity of a file",
      bomb('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>').replace("ar</", "&f;</"),
    ],
    [
      "elements in a hundred thousand others",
      packet.replace("<dc:source>", `<dc:source>${"<a>".repeat(100_000)}`),
    ],
    ["more than a megabyte", packet.replace("<dc:source>", `<dc:source>${"a".repeat(2 ** 20)}`)],
    ["an end that is missing", packet.slice(0, -80)],
    ["letters that are no UTF-8", `${packet}\xff`],
    ["a day that is none", packet.replace("Day>2020-02-06", "Day>2020-02-30")],
    ["a link that runs", packet.replace("https://example.org", "javascript:alert(1)//")],
    ["a hash that is none", packet.replace("9b3ea83e", "../../..")],
    ["no day", packet.replace(/<frontline:Day>.*<\/frontline:Day>/, "")],
    ["no address", packet.replace(/<frontline:Address>.*<\/frontline:Address>/, "")],
  ])("with %s is one problem", (_, text) => {
    const bytes = text.endsWith("\xff") ? Buffer.from(text, "latin1") : encode(text);
    const chunk = makeChunk("iTXt", Buffer.concat([Buffer.from("XML:com.adobe.xmp\0\0\0\0\0"), bytes]));
    const whole = Buffer.concat([PNG.subarray(0, 33), chunk, PNG.subarray(33)]);
    expect(refusal(Uint8Array.from(whole))).toBe("damaged-picture");
  });

  it.each([
    ["a chunk of two gigabytes", PNG.with(8, 0x7f)],
    ["a chunk of four gigabytes", PNG.with(8, 0xff)],
  ])("is not looked for in a PNG with %s", (_, bytes) => {
    expect(refusal(bytes)).toBe("damaged-picture");
  });

  it("that was altered without its checksum is damaged", () => {
    const bytes = stampProvenance(PNG, "image/png", PROVENANCE);
    const at = latin1(bytes).indexOf("Day>2020-02-06");
    expect(refusal(bytes.with(at + 13, "7".charCodeAt(0)))).toBe("damaged-picture");
  });
});

describe("the provenance of a view", () => {
  const credits = ["Everybody"];
  const dataset = { title: { en: "A war", ar: "حرب" }, credits, licence: "CC0" };
  const view: View = { ...VIEW, language: "ar", compared: "2020-01-20" as Day };

  it("has all that the page knows, and its address opens the view again", () => {
    const hash = "a".repeat(64);
    const shown = {
      dataset,
      view,
      hash,
      credits: ["Others"],
      publicAddress: "https://a.org/",
      version: "1.0.0",
    };
    const provenance = describeView(shown);
    expect(provenance).toEqual({
      address: encodeView(view),
      permalink: `https://a.org/?${encodeView(view)}&data=a-war-aaaaaaaa`,
      datasetTitle: "حرب",
      datasetHash: hash,
      version: "1.0.0",
      day: "2020-02-06",
      comparedDay: "2020-01-20",
      language: "ar",
      sources: ["Everybody", "Others"],
      licence: "CC0",
    });
    expect(parseView(provenance.address, CONTEXT).view).toEqual(view);
  });

  it("leaves out what it does not know, and never an address that only this machine has", () => {
    const bare = { ...dataset, licence: "" };
    const shown = {
      dataset: bare,
      view: VIEW,
      hash: "",
      credits: [],
      publicAddress: undefined,
      version: "1",
    };
    const provenance = describeView(shown);
    for (const member of ["permalink", "datasetHash", "comparedDay", "licence"])
      expect(Object.keys(provenance)).not.toContain(member);
    expect(readXmp(encode(writeXmp(provenance)))).toEqual(provenance);
  });
});
