import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName } from "../../src/core/fold-name.ts";
import { findPlace, searchPlaces } from "../../src/core/search.ts";
import { parseSettlements } from "../../src/data/records/parse-settlements.ts";
import { day } from "../../src/core/day.ts";
import type { Settlement } from "../../src/core/records.ts";

const { settlements } = parseSettlements(
  readFileSync(new URL("../../geodata/towns.geojson", import.meta.url), "utf8"),
  {
    file: "towns.geojson",
    problems: [],
    firstDay: day("2019-11-24"),
    lastDay: day("2020-03-19"),
    bounds: [-180, -90, 180, 90],
    nameLanguage: "en",
    sideIds: new Set(),
  },
);
const search = (query: string, limit?: number) => searchPlaces(settlements, query, limit);

function invent(id: string, name: string, more: Partial<Settlement> = {}): Settlement {
  return {
    id,
    name,
    names: { en: name },
    spellings: [],
    kind: "village",
    governorate: "",
    district: "",
    importance: 3,
    position: [36, 35],
    positionSource: "own",
    positionRef: "",
    precisionKm: 1,
    note: "",
    isContext: false,
    ...more,
  };
}

const listTexts = (names: Settlement["names"]) => Object.values(names).flatMap((text) => text ?? []);

describe("foldName", () => {
  it.each([
    [
      "articles, hyphens and case",
      ["Jisr al-Shughur", "Jisr ash-Shughur", "JISR ESH SHUGHUR", "Jisr Shughur"],
    ],
    [
      "signs for ayn and hamza, and doubled letters",
      ["Maarrat al-Numan", "Ma'arrat an-Nu'man", "Maʿarat al-Nuʿmān"],
    ],
    ["diacritics", ["Sarāqib", "Saraqib", "Sarâqeb"]],
    ["q, k, gh and g", ["Saraqib", "Sarakib", "Saragib", "Saraghib"]],
    ["sh and ch", ["Khan Shaykhun", "Khan Sheikhoun", "Khan Cheikhoun"]],
    ["endings in -ah, -eh and -a", ["al-Safirah", "Safira", "As Safireh"]],
    ["ou, u and o", ["Khan Tuman", "Khan Touman", "Khan Toman"]],
    ["spellings of kafr", ["Kafr Nabl", "Kafar Nabl", "Kfar Nabl", "Kufr Nabl"]],
    ["Arabic vowel signs, hamza and tatweel", ["أريحا", "اريحا", "أَرِيحَا", "أريـحا"]],
    ["ta marbuta and alef maqsura", ["معرة", "معره", "مَعَرّة"]],
    ["the Arabic article", ["معرة النعمان", "معرة نعمان"]],
  ])("makes one key of %s", (_, spellings) => {
    expect(new Set(spellings.map(foldName)).size).toBe(1);
  });

  it("keeps places apart that differ in their consonants", () => {
    expect(new Set(["Sarmin", "Sarmada", "Saraqib", "Sarjah", "Afs", "Afrin"].map(foldName)).size).toBe(6);
  });

  it("keeps a name that is nothing but an article, and gives nothing for signs", () => {
    expect(new Set(["Block 1", "Block 11", "Block 111"].map(foldName)).size).toBe(3);
    expect(foldName("al")).toBe("al");
    expect(foldName(" -' ")).toBe("");
  });
});

describe("searchPlaces", () => {
  it.each(["Maarat al Numan", "معرة النعمان", "Ma'arrat", "maaret", "maarrat-al-numan"])(
    "finds Maarrat al-Numan first for %s",
    (query) => {
      expect(search(query)[0]?.id).toBe("maarrat-al-numan");
    },
  );

  it.each(["Saraqeb", "سراقب", "saraqib", "Sarāqib", "saraq", "saraqibb"])(
    "finds Saraqib first for %s",
    (query) => {
      expect(search(query)[0]?.id).toBe("saraqib");
    },
  );

  it("finds every place of the bundled story by every one of its spellings, among the first five", () => {
    expect(settlements.length).toBeGreaterThan(150);
    const spellings = settlements.flatMap((place) =>
      [place.id, ...Object.values(place.names), ...place.spellings]
        .filter((name) => name !== "")
        .map((name) => [place.id, name]),
    );
    const missed = spellings.filter(([id, name]) => !search(name ?? "", 5).some((place) => place.id === id));
    expect(missed).toEqual([]);
  });

  it("finds a long name of one word although a letter is left out", () => {
    const long = settlements.filter(({ name }) => /^[A-Za-z]+$/.test(name) && foldName(name).length >= 7);
    expect(long.length).toBeGreaterThan(10);
    const missed = long.flatMap(({ id, name }) =>
      [...name]
        .map((_, at) => name.slice(0, at) + name.slice(at + 1))
        .filter((typed) => !search(typed).some((place) => place.id === id)),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ["كفرنبل", "kafr-nabl"],
    ["Kafrnabl", "kafr-nabl"],
    ["kafrnabel", "kafr-nabl"],
    ["kafranbl", "kafr-nabl"],
    ["Jisrashshughur", "jisr-al-shughur"],
    ["معرةالنعمان", "maarrat-al-numan"],
  ])("finds a name of several words written in one: %s", (query, id) => {
    expect(search(query)[0]?.id).toBe(id);
  });

  /** Names and spellings of several words, as they are written. */
  const longNames = settlements.flatMap(({ id, names, spellings }) =>
    [...listTexts(names), ...spellings]
      .filter((text) => /\S[\s-]\S/.test(text))
      .map((text) => [id, text] as const),
  );

  it("finds every name of several words written in one, in either script, first or among namesakes", () => {
    expect(longNames.filter(([, text]) => /\p{Script=Arabic}/u.test(text)).length).toBeGreaterThan(40);
    expect(longNames.filter(([, text]) => /[a-z]/.test(text)).length).toBeGreaterThan(40);
    const missed = longNames.filter(([id, text]) => {
      const found = search(text.replaceAll(/[\s-]/g, ""), 3);
      return !found.some((place) => place.id === id);
    });
    expect(missed).toEqual([]);
  });

  it("finds them also with a letter left out, added or wrong", () => {
    const long = longNames
      .map(([id, text]) => [id, text.replaceAll(/[\s-]/g, "")] as const)
      .filter(([, text]) => foldName(text).length >= 7);
    expect(long.length).toBeGreaterThan(400);
    const missed = long.flatMap(([id, text]) => {
      const letters = [...text];
      const wrong = /[a-z]/i.test(text) ? "z" : "ز";
      const slips = letters.flatMap((_, at) => [
        letters.toSpliced(at, 1),
        letters.toSpliced(at, 0, wrong),
        letters.toSpliced(at, 1, wrong),
      ]);
      return slips
        .map((slip) => slip.join(""))
        .filter((typed) => !search(typed).some((place) => place.id === id));
    });
    expect(missed).toEqual([]);
  });

  it("finds a name of one word that is typed in two", () => {
    const places = [
      invent("a", "Kafrnabl", { names: { en: "Kafrnabl", ar: "كفرنبل" } }),
      invent("b", "Kafr Zita"),
      invent("c", "Nabl"),
    ];
    expect(searchPlaces(places, "Kafr Nabl")[0]?.id).toBe("a");
    expect(searchPlaces(places, "كفر نبل")[0]?.id).toBe("a");
  });

  it("gives first what a name on the command line means, whenever that is one place", () => {
    const names = settlements.flatMap(({ id, names, spellings }) => [id, ...listTexts(names), ...spellings]);
    const typed = names.flatMap((text) => [text, text.toUpperCase(), text.replaceAll(/[\s-]/g, "")]);
    let meant = 0;
    for (const text of typed) {
      const place = findPlace(settlements, text);
      if (!place || "ambiguous" in place) continue;
      meant++;
      expect(search(text)[0]?.id, text).toBe(place.id);
    }
    expect(meant).toBeGreaterThan(500);
  });

  it("puts a name before another's spelling, a whole name before its beginning, then the more important place", () => {
    const places = [
      invent("a", "Town One", { spellings: ["Dara"] }),
      invent("b", "Dara Hill", { importance: 2 }),
      invent("c", "Dara Valley", { importance: 1 }),
      invent("d", "Dara"),
    ];
    expect(searchPlaces(places, "dara").map(({ id }) => id)).toEqual(["d", "a", "c", "b"]);
  });

  it("finds a place by some of its words only if none has them all", () => {
    const places = [invent("a", "Tell Minis"), invent("b", "Tell Tukan")];
    expect(searchPlaces(places, "tell minis").map(({ id }) => id)).toEqual(["a"]);
    expect(searchPlaces(places, "minis castle").map(({ id }) => id)).toEqual(["a"]);
  });

  it("gives no more than asked for and nothing for an empty query", () => {
    expect(search("kafr", 3)).toHaveLength(3);
    expect(search("")).toEqual([]);
    expect(search(" ' ")).toEqual([]);
  });

  it("takes any text without throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (query) => {
        expect(search(query, 2).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("findPlace", () => {
  const places = [
    invent("hur", "Hur", { names: { en: "Hur", ar: "حور" }, spellings: ["Khan"] }),
    invent("khan", "Other"),
    invent("twin-1", "Twin", { spellings: ["Tween"] }),
    invent("twin-2", "Twin"),
  ];

  it("goes by the exact id first, even if another place is spelt so", () => {
    expect(findPlace(places, "khan")).toMatchObject({ id: "khan" });
    expect(findPlace(places, "Khan")).toMatchObject({ id: "hur" });
  });

  it("then by a name in either script without regard to case", () => {
    expect(findPlace(places, "HUR")).toMatchObject({ id: "hur" });
    expect(findPlace(places, " حور ")).toMatchObject({ id: "hur" });
  });

  it("then by the folded name, with or without blanks", () => {
    expect(findPlace(settlements, "Khan Touman")).toMatchObject({ id: "khan-tuman" });
    expect(findPlace(settlements, "Kafrnabl")).toMatchObject({ id: "kafr-nabl" });
  });

  it("names all places that a text may mean", () => {
    expect(findPlace(places, "twin")).toMatchObject({ ambiguous: [{ id: "twin-1" }, { id: "twin-2" }] });
    expect(findPlace(places, "tween")).toMatchObject({ id: "twin-1" });
  });

  it("does not guess", () => {
    expect(findPlace(places, "Twi")).toBeUndefined();
    expect(findPlace(places, "")).toBeUndefined();
  });
});
