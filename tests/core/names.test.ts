import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findScript,
  listOtherLanguages,
  listScripts,
  nameByScript,
  type Names,
  pickLanguage,
  pickName,
} from "../../src/core/names.ts";

describe("pickName", () => {
  it("gives the language asked for, then the same without its region, then English, then any", () => {
    const names = { uk: "Херсон", en: "Kherson", pt: "Quérson" };
    expect(pickName(names, "uk")).toBe("Херсон");
    expect(pickName(names, "pt-BR")).toBe("Quérson");
    expect(pickName(names, "fr")).toBe("Kherson");
    expect(pickName({ ar: "سراقب" }, "fr")).toBe("سراقب");
  });

  it("takes an empty text for none, and is empty where there is none at all", () => {
    expect(pickName({ ar: "", en: "Afs" }, "ar")).toBe("Afs");
    expect(pickName({ ar: "" }, "ar")).toBe("");
    expect(pickLanguage({}, "en")).toBeUndefined();
  });

  it("gives a text whenever there is one, whatever is asked", () => {
    const code = fc.constantFrom("en", "ar", "uk", "fr", "pt-BR");
    fc.assert(
      fc.property(fc.dictionary(code, fc.string()), code, (names, language) => {
        const isEmpty = Object.values(names).every((text) => text === "");
        expect(pickName(names, language) === "").toBe(isEmpty);
      }),
    );
  });

  it("are told by their scripts, the first name in each", () => {
    const names = { en: "Bakhmut", uk: "Бахмут", ru: "Артёмовск", ar: "باخموت" };
    expect(nameByScript(names)).toEqual({ latin: "Bakhmut", cyrillic: "Бахмут", arabic: "باخموت" });
    expect(nameByScript({ en: "105 - 7", uk: "" })).toEqual({ latin: "105 - 7" });
    expect(["Ἀθῆναι", "ירושלים", "北京", "ⴰⵎ", "…"].map(findScript)).toEqual([
      "greek",
      "hebrew",
      "han",
      "other",
      undefined,
    ]);
  });

  it("of a data set give Latin script first, then the commonest, and at least one", () => {
    const place = (names: Names) => ({ name: "", names });
    const places = [place({ uk: "Бахмут", ar: "باخموت" }), place({ uk: "Київ", en: "Kyiv" })];
    expect(listScripts(places)).toEqual(["latin", "cyrillic", "arabic"]);
    expect(listScripts([])).toEqual(["latin"]);
    expect(listOtherLanguages([{ name: "Kyiv", names: { en: "Kyiv", uk: "Київ", ru: "Киев" } }])).toEqual([
      "uk",
      "ru",
    ]);
  });
});
