import { describe, expect, it } from "vitest";
import { createArchive } from "../core/archive/dated-archive.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Figure, FrontLine, ObservationPost, StoryEvent } from "../../src/core/records.ts";
import type { Day } from "../../src/core/day.ts";
import { rememberByDay } from "../../src/core/remember.ts";
import { listLegend } from "../../src/layers/layers.ts";
import {
  groupEvents,
  listEventsByKind,
  listEventsOn,
  mergeCeasefires,
} from "../../src/core/measure/events.ts";
import {
  countCaptured,
  findDisplacedSoFar,
  groupFiguresOn,
  takeFirstGroups,
} from "../../src/ui/day/figures.ts";
import { findNearestPost, measureFrontKm } from "../../src/ui/settlement/surroundings.ts";
import { percentOf } from "../../src/ui/state/axis.ts";
import { layOutCeasefires } from "../../src/ui/timeline/bars.ts";
import { enLater } from "../../src/words/en/later.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { claim, nth, tell } from "./story.ts";

const en = wordsOf("en");
const ar = await loadWords("ar");

function report(id: string, firstDay: Day, lastDay = firstDay) {
  const { dayBasis, attribution, certainty, source, paragraph, offset, spelling, summary } = claim(
    id,
    "alpha",
    "red",
    firstDay,
  );
  const statement = { dayBasis, attribution, certainty, source, paragraph, offset, spelling, summary };
  return { ...statement, id, firstDay, lastDay, settlement: undefined, contradicts: [] };
}

function event(id: string, kind: StoryEvent["kind"], firstDay: Day, lastDay = firstDay): StoryEvent {
  return { ...report(id, firstDay, lastDay), kind, title: id };
}

function figure(
  id: string,
  measure: Figure["measure"],
  value: number,
  firstDay: Day,
  more: Partial<Figure> = {},
): Figure {
  const rest = { valueHigh: undefined, unit: "persons", qualifier: "exactly", concerns: "" } as const;
  return { ...report(id, firstDay, more.lastDay), measure, value, ...rest, ...more };
}

function tellMore(more: Partial<Dataset>, claims: Parameters<typeof tell>[0] = []): Atlas {
  return buildAtlas({ ...tell(claims).dataset, ...more });
}

describe("the events of a day", () => {
  it("begin with the ceasefire, then what is told of the day alone, then what may have been another day", () => {
    const story = tellMore({
      events: [
        event("window", "strike", nth(4), nth(5)),
        event("single", "talks", nth(5)),
        event("truce", "ceasefire", nth(3), nth(9)),
        event("past", "talks", nth(4)),
      ],
    });
    expect(listEventsOn(story, nth(5)).map(({ id }) => id)).toEqual(["truce", "single", "window"]);
    expect(listEventsOn(story, nth(9)).map(({ id }) => id)).toEqual(["truce"]);
    expect(listEventsOn(story, nth(10))).toEqual([]);
  });
});

describe("the events of a day by kind", () => {
  const story = tellMore({
    events: [
      event("denial", "statement", nth(5)),
      event("campaign", "operation", nth(1), nth(12)),
      event("raid", "strike", nth(5)),
      event("truce", "ceasefire", nth(1), nth(12)),
      event("advance", "operation", nth(5)),
      event("other-raid", "strike", nth(4), nth(5)),
    ],
  });

  it("begin with what holds for all else, and end with what is told of long periods", () => {
    const groups = groupEvents(listEventsByKind(story, nth(5)));
    expect(groups.map(({ kind, events }) => [kind, events.map(({ id }) => id)])).toEqual([
      ["ceasefire", ["truce"]],
      ["operation", ["advance"]],
      ["strike", ["raid", "other-raid"]],
      ["statement", ["denial"]],
      ["operation", ["campaign"]],
    ]);
  });

  it("are all there, each once", () => {
    const ids = (events: readonly StoryEvent[]) => events.map(({ id }) => id).toSorted();
    expect(ids(listEventsByKind(story, nth(5)))).toEqual(ids(listEventsOn(story, nth(5))));
  });
});

describe("ceasefires on the timeline", () => {
  const events = [
    event("later", "ceasefire", nth(11), nth(12)),
    event("one", "ceasefire", nth(2), nth(4)),
    event("other", "ceasefire", nth(4), nth(6)),
    event("next", "ceasefire", nth(7)),
    event("talks", "talks", nth(9)),
  ];

  it("are one span where accounts overlap or follow each other without a day between", () => {
    expect(mergeCeasefires(events)).toEqual([
      { firstDay: nth(2), lastDay: nth(7) },
      { firstDay: nth(11), lastDay: nth(12) },
    ]);
  });

  it("do not shorten a longer one that they lie within", () => {
    const within = [event("long", "ceasefire", nth(2), nth(8)), event("short", "ceasefire", nth(3))];
    expect(mergeCeasefires(within)).toEqual([{ firstDay: nth(2), lastDay: nth(8) }]);
  });

  it("cover their days to half a step on either side of the first and last", () => {
    const story = tellMore({ events });
    const step = percentOf(story, nth(2));
    const [first] = layOutCeasefires(story);
    expect(first?.x).toBeCloseTo(step / 2);
    expect(first?.width).toBeCloseTo(6 * step);
  });
});

describe("the figures of a day", () => {
  it("put different claimants of one thing together and leave their numbers apart", () => {
    const story = tellMore({
      figures: [
        figure("f1", "fighters-killed", 4, nth(5), { concerns: "red", attribution: "one" }),
        figure("f2", "fighters-killed", 12, nth(5), { concerns: "red", attribution: "other" }),
        figure("f3", "fighters-killed", 9, nth(5), { concerns: "blue" }),
      ],
    });
    expect(groupFiguresOn(story, nth(5)).map(({ figures }) => figures.map(({ value }) => value))).toEqual([
      [4, 12],
      [9],
    ]);
  });

  it("begin with the displaced and end with what is told of long periods, however relevant", () => {
    const story = tellMore({
      figures: [
        figure("other", "other", 1, nth(5)),
        figure("long", "displaced", 980_000, nth(1), { lastDay: nth(12) }),
        figure("troops", "troops", 3, nth(5)),
        figure("ground", "area-captured", 110, nth(5), { unit: "km2" }),
        figure("displaced", "displaced", 500, nth(5)),
      ],
    });
    expect(groupFiguresOn(story, nth(5)).map(({ figures }) => figures[0]?.id)).toEqual([
      "displaced",
      "ground",
      "troops",
      "other",
      "long",
    ]);
  });

  it("carry on the highest number of displaced people given so far, and none from the future or in hindsight", () => {
    const figures = [
      figure("first", "displaced", 500, nth(2)),
      figure("partial", "displaced", 30, nth(3)),
      figure("town", "displaced", 9000, nth(3), { settlement: "alpha" }),
      figure("rate", "displaced", 6500, nth(3), { unit: "persons a day" }),
      figure("whole", "displaced", 2000, nth(1), { lastDay: nth(11) }),
      figure("second", "displaced", 800, nth(6)),
    ];
    expect(findDisplacedSoFar(figures, nth(1))).toBeUndefined();
    expect(findDisplacedSoFar(figures, nth(5))?.id).toBe("first");
    expect(findDisplacedSoFar(figures, nth(12))?.id).toBe("second");
    const carried = groupFiguresOn(tellMore({ figures }), nth(5));
    expect(carried[0]?.figures.map(({ id }) => id)).toEqual(["first"]);
  });

  it("are cut between groups only, so no number stands without its rival", () => {
    const killed = [1, 2, 3, 4].map((value) =>
      figure(`k${value}`, "fighters-killed", value, nth(5), { concerns: "red" }),
    );
    const figures = [figure("d", "displaced", 9, nth(5)), figure("s", "strikes", 9, nth(5)), ...killed];
    const groups = groupFiguresOn(tellMore({ figures }), nth(5));
    expect(takeFirstGroups(groups, 3).map(({ measure }) => measure)).toEqual([
      "displaced",
      "fighters-killed",
    ]);
    expect(takeFirstGroups(groups, 5).flatMap(({ figures }) => figures).length).toBe(5);
    expect(takeFirstGroups(groups, 99)).toEqual(groups);
  });

  it("are shown on demand where they are of long periods, unless there are no others", () => {
    const long = figure("long", "displaced", 980_000, nth(1), { lastDay: nth(12) });
    const ofLong = groupFiguresOn(tellMore({ figures: [long] }), nth(5));
    expect(takeFirstGroups(ofLong, 5)).toEqual(ofLong);
    const ofBoth = groupFiguresOn(tellMore({ figures: [long, figure("s", "strikes", 9, nth(5))] }), nth(5));
    expect(takeFirstGroups(ofBoth, 5).map(({ measure }) => measure)).toEqual(["strikes"]);
  });
});

describe("counts of captured places", () => {
  const claims = [
    claim("c1", "alpha", "red", nth(3)),
    claim("c2", "bravo", "red", nth(4)),
    claim("c3", "charlie", "blue", nth(4)),
    // Recaptured with no loss told before: the loss to red is implied, somewhen before.
    claim("c4", "delta", "blue", nth(9), { action: "recaptured" }),
  ];
  const story = tellMore(
    {
      figures: [
        figure("one", "settlements-captured", 7, nth(3), { concerns: "red", lastDay: nth(4) }),
        figure("other", "settlements-captured", 9, nth(3), { concerns: "red", lastDay: nth(4) }),
        figure("day", "settlements-captured", 5, nth(4), { concerns: "red" }),
      ],
    },
    claims,
  );

  it("are set beside what the record names for the same side and days, once for each span of days", () => {
    const [group] = groupFiguresOn(story, nth(4));
    expect(group?.recordCounts.map(({ firstDay, named }) => [firstDay, named])).toEqual([
      [nth(3), 2],
      [nth(4), 1],
    ]);
  });

  it("tell the implied from the named, and count no place twice", () => {
    const { named, implied } = countCaptured(story, "red", { firstDay: nth(1), lastDay: nth(12) });
    expect([named, implied]).toEqual([2, 1]);
    const again = tell([
      ...claims,
      claim("c5", "alpha", "blue", nth(5)),
      claim("c6", "alpha", "red", nth(6)),
    ]);
    expect(countCaptured(again, "red", { firstDay: nth(1), lastDay: nth(12) }).named).toBe(2);
  });

  it("are put plainly in both languages", () => {
    const count = { side: "Government forces", firstDay: nth(3), lastDay: nth(3), named: 0, implied: 2 };
    expect(en.evidence.recordCount(count)).toBe(
      "The record names no place going to government forces on 27 January and implies 2.",
    );
    expect(en.evidence.recordCount({ ...count, named: 1, lastDay: nth(4) })).toBe(
      "The record names 1 place going to government forces between 27 and 28 January and implies 2 more.",
    );
    expect(ar.evidence.recordCount({ ...count, side: "القوات الحكومية", named: 2 })).toContain("موقعين");
  });
});

describe("the surroundings of a settlement", () => {
  const post = (id: string, lng: number, events: ObservationPost["events"]): ObservationPost => ({
    id,
    number: undefined,
    name: id,
    names: { en: id },
    operator: "green",
    position: [lng, 35],
    precisionKm: 1,
    note: "",
    events,
  });
  const at = (state: "established" | "encircled" | "evacuated", day: Day) =>
    ({ state, day, precision: "day", basis: "", source: "d1" }) as const;
  const line = (lng: number, between: FrontLine["between"]): FrontLine => ({
    basis: "inferred",
    between,
    from: nth(3),
    to: nth(6),
    geometry: {
      type: "LineString",
      coordinates: [
        [lng, 34],
        [lng, 36],
      ],
    },
  });
  const story = tellMore({
    posts: [
      post("near", 36.1, [at("established", nth(4)), at("evacuated", nth(8))]),
      post("far", 36.5, [at("established", nth(1)), at("encircled", nth(5))]),
    ],
    control: createArchive([], [line(36.2, ["red", "blue"]), line(36.05, ["red", "green"])]),
  });

  it("have the nearest post that is in place on the day, in its state of that day", () => {
    const on = (day: Day) => {
      const found = findNearestPost(story.dataset, [36, 35], day);
      return [found?.post.id, found?.state];
    };
    expect(on(nth(3))).toEqual(["far", "established"]);
    expect(on(nth(4))).toEqual(["near", "established"]);
    expect(on(nth(8))).toEqual(["far", "encircled"]);
  });

  it("have the distance to the line itself, not to its corners, and only to a line between enemies", () => {
    // A fifth of a degree along the parallel of 35 degrees; the corners of the line are 111 km away.
    expect(measureFrontKm(story, [36, 35], nth(3))).toBeCloseTo(
      0.2 * 111.195 * Math.cos(Math.PI * (35 / 180)),
      1,
    );
    expect(measureFrontKm(story, [36, 35], nth(6))).toBeUndefined();
  });

  it("are rounded to what positions are worth", () => {
    expect(enLater.place.frontDistance(4.234)).toBe("4.2 km from the front line");
    expect(enLater.place.frontDistance(9.97)).toBe("10 km from the front line");
  });

  it("bring the sign of an inferred front into the legend, not that of a line between allies", () => {
    const kinds = (frontLines: readonly FrontLine[]) =>
      listLegend(tellMore({ control: createArchive([], frontLines) }), {
        day: nth(3),
        place: undefined,
        hidden: [],
      }).map(({ kind }) => kind);
    expect(kinds([line(36, ["red", "blue"])])).toContain("inferred");
    expect(kinds([line(36, ["red", "green"])])).not.toContain("inferred");
    expect(kinds([{ ...line(36, ["red", "blue"]), basis: "documented" }])).not.toContain("inferred");
  });
});

describe("the corridor in the legend", () => {
  const patrolsName = { en: "Joint patrols", ar: "دوريات مشتركة" };
  const corridor = {
    highway: "m4",
    widthKm: 6,
    from: nth(6),
    to: undefined,
    source: "d1",
    patrols: { name: patrolsName, note: { en: "", ar: "" }, from: nth(8), to: undefined, source: "d1" },
  };
  const course = [
    [36, 35],
    [37, 35],
  ] as const;
  const highways = [{ id: "m4", name: "M4", names: { en: "M4" }, course }];
  const story = tellMore({ corridors: [corridor], highways });
  const on = (day: Day, hidden: readonly string[] = []) =>
    listLegend(story, { day, place: undefined, hidden }).map((entry) => entry.describe(en));

  it("is explained from its first day on, with its width, while highways are shown", () => {
    const item = "M4 security corridor, 6 km each side";
    expect(on(nth(5))).not.toContainEqual(item);
    expect(on(nth(9))).toContainEqual(item);
    expect(on(nth(9), ["highways"])).not.toContainEqual(item);
  });

  it("has the patrols along it from their own first day on", () => {
    const item = "Joint patrols, M4";
    expect(on(nth(7))).not.toContainEqual(item);
    expect(on(nth(8))).toContainEqual(item);
    expect(on(nth(8), ["highways"])).not.toContainEqual(item);
  });
});

describe("answers remembered by day", () => {
  it("are computed once for each day and story, even where the answer is nothing", () => {
    const asked: Day[] = [];
    const ask = rememberByDay((_, day) => {
      asked.push(day);
      return undefined;
    });
    const [story, other] = [tell([]), tell([])];
    for (const day of [nth(1), nth(2), nth(1), nth(2)]) ask(story, day);
    expect(asked).toEqual([nth(1), nth(2)]);
    ask(other, nth(1));
    expect(asked.length).toBe(3);
  });
});
