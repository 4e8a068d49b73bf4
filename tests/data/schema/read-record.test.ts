import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { formatProblem, type Problem, reportOn } from "../../../src/data/problem.ts";
import { readRecord, type ReadingOptions } from "../../../src/data/schema/read-record.ts";
import {
  names,
  choice,
  day,
  flag,
  id,
  idList,
  means,
  number,
  optional,
  optionalText,
  text,
  texts,
  wholeNumber,
} from "../../../src/data/schema/values.ts";

const RECORD = v.object({
  id: id("Unique"),
  name: text("A name"),
  note: optionalText("A note"),
  kind: optional(choice(["hill", "base"], "A kind"), "hill"),
  width: number({ min: 0.5, max: 10 }, "A width"),
  rank: optional(wholeNumber({ min: 1, max: 3 }, "A rank"), 3),
  first_day: day("A day"),
  is_new: optional(flag("New or not"), false),
  others: idList("Other ids"),
  words: optional(texts("Words"), []),
  title: optional(names("A title")),
  parts: v.pipe(
    v.array(v.object({ day: day("Its day"), label: optional(text("Its label")) })),
    v.minLength(1),
    means({ expected: "a list of parts", remedy: "add one part" }),
  ),
  map: optional(
    v.pipe(
      v.strictObject({ name: v.optional(text("A name")), kind: v.optional(text("A kind")) }),
      means({ expected: "a map" }),
    ),
  ),
});

const SOUND = { id: "a", name: "A", width: 2, first_day: "2020-02-29", parts: [{ day: "2020-01-01" }] };

function read(changes: Readonly<Record<string, unknown>>, options?: ReadingOptions) {
  const problems: Problem[] = [];
  const reading = readRecord(RECORD, { ...SOUND, ...changes }, reportOn(problems, "file"), options);
  return { ...reading, problems, lines: problems.map(({ found, expected }) => `${found} | ${expected}`) };
}

describe("readRecord", () => {
  it("fills in what may be missing", () => {
    expect(read({}).whole).toEqual({
      id: "a",
      name: "A",
      note: "",
      kind: "hill",
      width: 2,
      rank: 3,
      first_day: "2020-02-29",
      is_new: false,
      others: [],
      words: [],
      title: undefined,
      parts: [{ day: "2020-01-01", label: undefined }],
      map: undefined,
    });
  });

  it("takes null and blank text for missing", () => {
    const blank = {
      note: null,
      kind: "",
      rank: " ",
      is_new: null,
      others: "",
      words: "",
      title: null,
      map: "",
    };
    expect(read(blank)).toMatchObject({ problems: [], whole: read({}).whole });
  });

  it("reads numbers, flags and ids from texts and numbers alike, and trims", () => {
    const { whole } = read({
      id: 12,
      name: " A ",
      width: " 2.5e0 ",
      rank: "2",
      is_new: "true",
      others: "b| c;d",
      first_day: " 2020-01-01 ",
    });
    const own = { id: "12", name: "A", width: 2.5, rank: 2, is_new: true, others: ["b", "c", "d"] };
    expect(whole).toMatchObject({ ...own, first_day: "2020-01-01" });
  });

  it("takes one text for a title in both languages, and English where there is no Arabic", () => {
    expect(read({ title: " Hill " }).whole?.title).toEqual({ en: "Hill" });
    expect(read({ title: { en: "Hill", ar: " " } }).whole?.title).toEqual({ en: "Hill" });
    expect(read({ title: { en: "Hill", ar: "تل" } }).whole?.title).toEqual({ en: "Hill", ar: "تل" });
    expect(read({ title: { uk: "Пагорб", "zh-Hant": "山" } }).whole?.title).toEqual({
      uk: "Пагорб",
      "zh-Hant": "山",
    });
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    "refuses the id %s, which every object has: the map would draw nothing, or mark the wrong thing",
    (id) => expect(read({ id }).whole).toBeUndefined(),
  );

  it.each(["proto", "__", "a__proto__", "constructor-hill", "toStrings"])("takes the id %s", (id) => {
    expect(read({ id }).whole?.id).toBe(id);
  });

  it.each([
    [{ id: "a b" }, 'id "a b" | letters, digits and the signs - _ . : /, and no __proto__ or constructor'],
    [{ id: 1.5 }, "id 1.5 | letters, digits and the signs - _ . : /, and no __proto__ or constructor"],
    [{ name: undefined }, "no name | text"],
    [{ name: " " }, "no name | text"],
    [{ name: 7 }, "name 7 | text"],
    [{ note: 7 }, "note 7 | text"],
    [{ kind: "town" }, 'kind "town" | one of hill, base'],
    [{ width: 0 }, "width 0 | a number from 0.5 to 10"],
    [{ width: "11" }, 'width "11" | a number from 0.5 to 10'],
    [{ width: "wide" }, 'width "wide" | a number from 0.5 to 10'],
    [{ width: "1e999" }, 'width "1e999" | a number from 0.5 to 10'],
    [{ width: null }, "no width | a number from 0.5 to 10"],
    [{ rank: 1.5 }, "rank 1.5 | a whole number from 1 to 3"],
    [{ rank: "1.5" }, 'rank "1.5" | a whole number from 1 to 3'],
    [{ rank: 4 }, "rank 4 | a whole number from 1 to 3"],
    [
      { first_day: "2019-02-29" },
      'first_day "2019-02-29" | a real day from the year 1 on, written YYYY-MM-DD',
    ],
    [{ first_day: "29.2.2020" }, 'first_day "29.2.2020" | a real day from the year 1 on, written YYYY-MM-DD'],
    [{ is_new: "yes" }, 'is_new "yes" | true or false'],
    [{ words: "a" }, 'words "a" | a list of texts'],
    [{ words: ["a", 7, 8] }, 'words ["a", 7, 8] | a list of texts'],
    [{ words: ["a", 7, {}, "b", "c"] }, "words a list of 5 | a list of texts"],
    [{ title: 7 }, 'title 7 | a text, or an object of texts by language code such as "en" and "ar"'],
    [{ title: { en: "Hill", ar: 7 } }, "title.ar 7 | text"],
    [{ parts: [] }, "parts an empty list | a list of parts"],
    [{ parts: undefined }, "no parts | a list of parts"],
    [{ parts: [7] }, "parts [7] | a list of parts"],
    [
      { parts: [{ day: "2020-01-01" }, { label: "b" }] },
      "no day in item 2 of parts | a real day from the year 1 on, written YYYY-MM-DD",
    ],
    [{ parts: [{ day: "2020-01-01", label: 7 }] }, "label 7 in item 1 of parts | text"],
    [
      { title: [] },
      'title an empty list | a text, or an object of texts by language code such as "en" and "ar"',
    ],
    [{ map: ["a"] }, 'map ["a"] | a map'],
    [{ map: { name: 7 } }, "map.name 7 | text"],
    [{ map: { names: "x" } }, "map.names | one of name, kind"],
  ])("reports %j as one problem", (changes, line) => {
    const { lines, whole } = read(changes);
    expect(lines).toEqual([line]);
    expect(whole).toBeUndefined();
  });

  it("says how to mend it", () => {
    const remedies = ({ problems }: ReturnType<typeof read>) => problems.map(({ remedy }) => remedy);
    expect(remedies(read({ name: "", kind: "town" }))).toEqual(["add name", "correct kind"]);
    expect(remedies(read({ parts: [] }))).toEqual(["add one part"]);
    expect(remedies(read({ parts: [{}] }))).toEqual(["add day"]);
    expect(remedies(read({ map: { names: "x" } }))).toEqual(["correct the word or take it out"]);
  });

  it("lists every fault, and keeps the members that are sound", () => {
    const { lines, members } = read({ name: 7, width: 0, rank: 2, parts: [{ day: "soon" }, {}] });
    expect(lines.map((line) => line.split(" | ")[0])).toEqual([
      "name 7",
      "width 0",
      'day "soon" in item 1 of parts',
      "no day in item 2 of parts",
    ]);
    expect(Object.keys(members).toSorted()).toEqual(
      ["first_day", "id", "is_new", "kind", "note", "others", "rank", "words"].toSorted(),
    );
  });

  it("calls members as the file does, and says where they stand", () => {
    const { problems } = read(
      { name: 7 },
      {
        nameOf: (member) => `${member.toUpperCase()}_EN`,
        locate: (path) => ({ line: path.length, column: 5 }),
      },
    );
    expect(problems.map(formatProblem)).toEqual([
      "file:1:5: found NAME_EN 7; expected text; correct NAME_EN [not-a-text]",
    ]);
  });

  it.each([
    [{ name: undefined }, "missing-member", "name"],
    [{ name: 7 }, "not-a-text", "name"],
    [{ id: "a b" }, "not-an-id", "id"],
    [{ kind: "lake" }, "unknown-value", "kind"],
    [{ width: "wide" }, "not-a-number", "width"],
    [{ rank: 4 }, "not-a-number", "rank"],
    [{ first_day: "2020-02-30" }, "not-a-day", "first_day"],
    [{ words: "one" }, "wrong-value", "words"],
    [{ title: { en: 7 } }, "not-a-text", "title.en"],
    [{ parts: [{ day: "2020-01-01" }, { day: "no" }] }, "not-a-day", "parts.day"],
    [{ map: { colour: "x" } }, "unknown-member", "map"],
    [{ map: { name: 7 } }, "not-a-text", "map.name"],
  ])("tells the kind and the member of %j", (changes, code, member) => {
    expect(read(changes).problems).toMatchObject([{ code, member }]);
  });

  it("is not misled by names that every object has", () => {
    expect(read(JSON.parse('{"constructor": 1, "__proto__": {"name": 7}}')).problems).toEqual([]);
    expect(read({ map: JSON.parse('{"constructor": "x"}') }).lines).toEqual([
      "map.constructor | one of name, kind",
    ]);
  });
});
