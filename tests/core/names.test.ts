import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listNames, pickLanguage, pickName } from "../../src/core/names.ts";

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

  it("knows a place without an Arabic name by one name", () => {
    expect(listNames({ name: "Hill", nameAr: "" })).toEqual({ en: "Hill" });
  });
});
