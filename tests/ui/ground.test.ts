import { beforeAll, describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import { findAdvance } from "../../src/core/measure/advance.ts";
import { defaultView } from "../../src/core/view.ts";
import { listLegend, tellGround, thinMarks } from "../../src/layers/layers.ts";
import { chooseGround } from "../../src/ui/chrome/GroundChoice.tsx";
import { LANGUAGES, loadWords, wordsOf } from "../../src/words/index.ts";
import { describeShown } from "../../src/words/view-sentence.ts";
import { atlas as small } from "../map/small-story.ts";

const view = { ...defaultView({ defaultDay: day("2020-01-03") } as never), day: day("2020-01-03") };

beforeAll(() => Promise.all(Object.keys(LANGUAGES).map((language) => loadWords(language))));

describe("the choice of what the ground tells", () => {
  it("ends a difference on the same map, and no comparison that has two maps", () => {
    const compared = { ...view, compared: day("2020-01-01") };
    expect(chooseGround("changed")(compared)).toEqual({ ground: "changed", compared: undefined });
    expect(chooseGround("holder")(compared)).toEqual({ ground: "holder" });
    expect(chooseGround("gained")({ ...compared, compare: "swipe" })).toEqual({ ground: "gained" });
  });
});

describe("what a view shows beside the day", () => {
  const tell = (changes: object, language = "en") =>
    describeShown({ ...view, ...changes }, small.dataset, wordsOf(language));

  it("is told in sentences, and nothing is of a view in which nothing was chosen", () => {
    expect(tell({})).toEqual([]);
    expect(tell({ ground: "gained", trail: 7 })).toEqual([
      "The ground gained since 1 January 2020 is coloured.",
      "The front lines of the 7 days before are drawn too.",
    ]);
    const compared = day("2020-01-04");
    expect(tell({ ground: "changed", compared })).toEqual(["The difference from 4 January 2020 is shown."]);
    expect(tell({ ground: "changed", compared, compare: "beside" })).toEqual([
      "Two maps: 3 January 2020 and 4 January 2020.",
      "The ground is coloured by the day on which it last changed hands.",
    ]);
  });

  it("is told in every language", () => {
    const told = Object.keys(LANGUAGES).map((language) =>
      tell({ ground: "gained", trail: 30 }, language).join(),
    );
    expect(new Set(told).size).toBe(told.length);
  });
});

describe("the advance map of a small story", () => {
  const shown = { ...view, ground: "changed" as const };

  it("says of ground under the pointer whose it is, since when, and whose it was", () => {
    expect(tellGround(small, shown, [5, 2])).toBeUndefined();
    while (findAdvance(small).workOn());
    const note = tellGround(small, shown, [5, 2]);
    expect(note?.describe(wordsOf("en"))).toMatch(/^Changed hands: 3 January 2020\. Before: .*blue/i);
    expect(note?.names).toEqual(small.dataset.sides.find(({ id }) => id === "red")?.name);
    expect(tellGround(small, shown, [5, 7])).toBeUndefined();
    expect(tellGround(small, { ...shown, day: day("2020-01-02") }, [5, 2])).toBeUndefined();
    expect(tellGround(small, { ...shown, ground: "holder" }, [5, 2])).toBeUndefined();
  });

  it("has a ramp for each side that took ground, with the dates below the last", () => {
    const ramps = listLegend(small, shown).filter(({ width }) => width === "ramp");
    expect(ramps.map(({ key }) => key.split(" ")[1])).toEqual(["red"]);
    expect(ramps[0]?.listMarks?.(wordsOf("en"))).toEqual(["1 Jan"]);
  });

  it("writes as many dates below a ramp as have room, evenly, in languages with long months too", () => {
    const months = ["Nov", "Dec", "Jan", "Feb", "Mar"];
    expect(thinMarks(months)).toEqual(months);
    const long = ["تشرين الثاني", "كانون الأول", "كانون الثاني", "شباط", "آذار"];
    expect(thinMarks(long)).toEqual([long[0], "", long[2], "", long[4]]);
    const years = ["2019", "", "", "2020", "", "", "", "2021", "", ""];
    expect(thinMarks(years)).toEqual(years);
    expect(thinMarks([])).toEqual([]);
  });
});
