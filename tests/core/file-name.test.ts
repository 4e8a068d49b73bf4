import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFile } from "../../src/core/file-name.ts";

describe("the name of a file", () => {
  it("keeps letters and digits of any script, in small letters", () => {
    expect(nameFile(["Northwestern Syria offensive", "2020-02-06"], "png")).toBe(
      "northwestern-syria-offensive-2020-02-06.png",
    );
    expect(nameFile(["هجوم شمال غرب سوريا"], "png")).toBe("هجوم-شمال-غرب-سوريا.png");
    expect(nameFile(["دەڤەرێن ڵ ڕ ێ ە"], "jpg")).toBe("دەڤەرێن-ڵ-ڕ-ێ-ە.jpg");
  });

  it("leaves out slashes, marks that turn text around, and emoji", () => {
    expect(nameFile(["../a/b\\c:d"], "png")).toBe("a-b-c-d.png");
    expect(nameFile(["\u202Egnp.exe\u202C", "\u200Fx\u2068y\u2069"], "png")).toBe("gnp-exe-xy.png");
    expect(nameFile(["🔥 War 👩‍🚒"], "webp")).toBe("war.webp");
    expect(nameFile(["🔥", "\u200F"], "png")).toBe("export.png");
  });

  it("is one that every file system takes, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (title) => {
        const name = nameFile([title, "2020-02-06"], "png");
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^[.-]|\s/u);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
