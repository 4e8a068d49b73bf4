import { DOMParser } from "@xmldom/xmldom";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeFrameCode } from "../../src/export/frame-code.ts";

const DOCUMENT = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");

function readFrame(code: string): Record<string, string> {
  const page = new DOMParser().parseFromString(`<html><body>${code}</body></html>`, "text/html");
  const frames = [...page.getElementsByTagName("iframe")];
  expect(frames).toHaveLength(1);
  return Object.fromEntries([...frames[0]!.attributes].map(({ name, value }) => [name, value]));
}

describe("the code of a frame", () => {
  it("has its address and title as they are, whatever they are made of", () => {
    const src = 'https://a.org/?day=2020-02-06&text="><script>alert(1)</script>&embed';
    const title = `خريطة "A" & <b>B</b>`;
    expect(readFrame(writeFrameCode({ src, title, width: 640, height: 480 }))).toMatchObject({
      src,
      title,
      width: "640",
      height: "480",
    });
  });

  it("is as wide as there is room where no width was chosen, and may do what the document says", () => {
    const [documented = ""] = /<iframe[^]*?<\/iframe>/.exec(DOCUMENT) ?? [];
    const { src = "", title = "", ...rest } = readFrame(documented);
    const {
      src: _,
      title: __,
      ...written
    } = readFrame(writeFrameCode({ src, title, width: undefined, height: 480 }));
    expect(written).toEqual(rest);
  });
});
