import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, Settlement, Side } from "../../../src/core/records.ts";
import { addDays, day, listDays } from "../../../src/core/day.ts";
import { type ControlHistory, controlOn } from "../../../src/core/history/control.ts";
import { deriveHistories } from "../../../src/core/history/history.ts";

const FIRST = day("2020-01-01");
const LAST = day("2020-01-31");

const side = (id: string, opponent: string): Side => ({
  id,
  name: { en: id, ar: id },
  shortName: { en: id, ar: id },
  holdsGround: true,
  opponents: [opponent],
  colour: "green",
});
const sides = [side("red", "blue"), side("blue", "red")];

/** A place so many kilometres east of the origin, on the equator. */
function place(id: string, km = 0, kind: Settlement["kind"] = "village"): Settlement {
  return {
    id,
    name: id,
    names: { en: id },
    spellings: [],
    kind,
    governorate: "",
    district: "",
    importance: 3,
    position: [km / 111.195, 0],
    positionSource: "drawn",
    positionRef: "",
    precisionKm: 0,
    note: "",
    isContext: false,
  };
}

let count = 0;
/** "red captured a 5" or "blue held a 3-7", with what else the test needs. */
function claim(text: string, more: Partial<Claim> = {}): Claim {
  const [actor = "", action = "", settlement = "", window = ""] = text.split(" ");
  const [first = "", last = first] = window.split("-");
  const date = (number: string) => day(`2020-01-${number.padStart(2, "0")}`);
  count += 1;
  return {
    id: `c${count}`,
    settlement,
    action: action as Claim["action"],
    extent: undefined,
    side: actor === "-" ? undefined : actor,
    actor: "",
    firstDay: date(first),
    lastDay: date(last),
    dayBasis: "stated",
    attribution: "test",
    certainty: "stated",
    source: "doc",
    paragraph: 1,
    offset: 0,
    spelling: settlement,
    contradicts: undefined,
    summary: "",
    ...more,
  };
}

interface Story {
  readonly places?: readonly Settlement[];
  readonly initialSide?: string;
  readonly finalSide?: Readonly<Record<string, string>>;
}

function derive(
  claims: readonly Claim[],
  { places = [place("a")], initialSide = "blue", finalSide = {} }: Story = {},
) {
  return deriveHistories({
    settlements: places,
    claims,
    sides,
    firstDay: FIRST,
    lastDay: LAST,
    initialSide: () => initialSide,
    finalSide: (id) => finalSide[id],
  });
}

/** "red 5 stated" per change, contested spans as "contested 5-7" (both days included). */
function tell(history: ControlHistory | undefined): string[] {
  const number = (value: string) => String(Number(value.slice(8)));
  const changes = history?.changes.map(({ to, day, certainty }) => `${to} ${number(day)} ${certainty}`) ?? [];
  const contested = history?.contested.map(
    ({ from, to }) => `contested ${number(from)}-${number(addDays(to, -1))}`,
  );
  return [...changes, ...(contested ?? [])];
}

const history = (claims: readonly Claim[], story?: Story) => tell(derive(claims, story).get("a"));

describe("a stated capture", () => {
  it("moves the place on the last day of its window, and keeps the window", () => {
    const found = derive([claim("red captured a 4-6")]).get("a");
    expect(tell(found)).toEqual(["red 6 stated"]);
    expect(found?.changes[0]).toMatchObject({ firstDay: "2020-01-04", lastDay: "2020-01-06", from: "blue" });
  });

  it("told twice is one change inside both windows", () => {
    const claims = [claim("red captured a 4-6"), claim("red captured a 5-9", { source: "other" })];
    const found = derive(claims).get("a");
    expect(tell(found)).toEqual(["red 6 stated"]);
    expect(found?.changes[0]?.claims).toEqual(claims.map(({ id }) => id));
    expect(found?.changes[0]).toMatchObject({ firstDay: "2020-01-05", lastDay: "2020-01-06" });
  });

  it("of a place that the side already took is no change", () => {
    expect(history([claim("red captured a 4"), claim("red captured a 8")])).toEqual(["red 4 stated"]);
  });

  it("by the holder itself presupposes that the other side had it", () => {
    expect(history([claim("blue captured a 8")])).toEqual(["red 7 implied", "blue 8 stated"]);
  });

  it("and loss within a day are two changes on that day, in the order of the text", () => {
    const found = derive([claim("red captured a 4"), claim("blue recaptured a 4")]).get("a");
    expect(tell(found)).toEqual(["red 4 stated", "blue 4 stated"]);
    expect(found && controlOn(found, day("2020-01-04"))).toEqual({ kind: "held", by: "blue" });
  });

  it("told of the whole ground around it moves the place on the day told, implied", () => {
    const found = derive([claim("red captured a 4-6", { ground: "the valley" })]).get("a");
    expect(tell(found)).toEqual(["red 6 implied"]);
    expect(found?.changes[0]).toMatchObject({
      impliedBy: "said-of-its-ground",
      claims: [expect.any(String)],
    });
  });

  it("told of the whole ground does so though disputed, and contests nothing: no claim disputes it of the place", () => {
    const ofGround = claim("red captured a 4-6", { ground: "the valley", certainty: "disputed" });
    expect(history([ofGround])).toEqual(["red 6 implied"]);
    expect(history([{ ...ofGround, ground: undefined }])).toEqual(["contested 4-31"]);
  });

  it("told of the place and of the ground around it is the change that is told of the place", () => {
    const ofPlace = claim("red captured a 6", { source: "other", certainty: "reported" });
    expect(history([claim("red captured a 4-6", { ground: "the valley" }), ofPlace])).toEqual([
      "red 6 reported",
    ]);
  });

  it("of most of a place counts, of a part only contests it", () => {
    expect(history([claim("red captured a 4", { extent: "most" })])).toEqual(["red 4 stated"]);
    expect(history([claim("red entered a 4", { extent: "part" }), claim("red captured a 6")])).toEqual([
      "red 6 stated",
      "contested 4-5",
    ]);
  });

  it("of a part leaves nothing open if the whole is taken the same day", () => {
    const entered = claim("red entered a 4", { extent: "part" });
    expect(history([entered, claim("red captured a 4", { extent: "most" })])).toEqual(["red 4 stated"]);
  });

  it("is given back by a full withdrawal, not by a partial one", () => {
    const captured = claim("red captured a 4");
    expect(history([captured, claim("red withdrew a 6")])).toEqual(["red 4 stated", "blue 6 stated"]);
    expect(history([captured, claim("red withdrew a 6", { extent: "part" })])).toEqual(["red 4 stated"]);
  });
});

describe("a recapture", () => {
  it("implies the earlier loss, in a window that ends the day before", () => {
    const found = derive([claim("blue recaptured a 9")]).get("a");
    expect(tell(found)).toEqual(["red 8 implied", "blue 9 stated"]);
    expect(found?.changes[0]).toMatchObject({ impliedBy: "revealed-by-recapture", firstDay: FIRST });
  });

  it("by a side that never had the place implies that it took it and lost it", () => {
    expect(history([claim("red recaptured a 9")])).toEqual([
      "red 8 implied",
      "blue 8 implied",
      "red 9 stated",
    ]);
  });

  it("has its implied loss dated by the last similar change nearby, not by one far off", () => {
    const places = [place("a"), place("near", 5), place("later", 10), place("far", 60)];
    const claims = [
      claim("blue recaptured a 20"),
      claim("red captured near 5"),
      claim("red captured later 7"),
      claim("red captured far 15"),
    ];
    const found = derive(claims, { places }).get("a");
    expect(tell(found)).toEqual(["red 7 implied", "blue 20 stated"]);
    expect(found?.changes[0]).toMatchObject({ firstDay: "2020-01-05", lastDay: "2020-01-19" });
  });
});

describe("what a claim presupposes", () => {
  it("is implied by an attack of the side that seemed to hold the place", () => {
    expect(history([claim("blue attacked a 9")])).toEqual(["red 8 implied", "contested 9-9"]);
  });

  it("is not read out of an attack on a part, a bombardment, or days on which the place is contested", () => {
    expect(history([claim("blue attacked a 9", { extent: "part" })])).toEqual([]);
    expect(history([claim("blue bombarded a 9")])).toEqual([]);
    const partly = claim("red captured a 8", { extent: "part" });
    expect(history([partly, claim("red held a 9"), claim("red captured a 10")])).toEqual([
      "red 10 stated",
      "contested 8-8",
    ]);
  });

  it("makes no contest of an attack that was repelled the same day", () => {
    expect(history([claim("red attacked a 9"), claim("blue repelled a 9")])).toEqual([]);
  });
});

describe("a disputed claim", () => {
  it("never moves the place, and contests it until the nearest place changes to the holder", () => {
    const places = [place("a"), place("near", 3)];
    const captured = claim("red captured a 4", { contradicts: "x" });
    const disputed = claim("blue recaptured a 4", { certainty: "disputed", contradicts: captured.id });
    const found = derive([captured, disputed, claim("red captured near 9")], { places }).get("a");
    expect(tell(found)).toEqual(["red 4 disputed", "contested 4-8"]);
    expect(found?.changes[0]?.contradictedBy).toEqual(["x"]);
  });

  it("stays open to the end if nothing settles it", () => {
    const disputed = claim("red captured a 20", { certainty: "disputed" });
    expect(history([disputed])).toEqual(["contested 20-31"]);
  });
});

describe("a place passed by the front", () => {
  it("goes over with the nearest place after it was last known to be held", () => {
    const places = [place("a"), place("near", 3), place("far", 9)];
    const claims = [claim("blue held a 6"), claim("red captured far 5"), claim("red captured near 12")];
    expect(history(claims, { places, finalSide: { a: "red" } })).toEqual(["red 12 implied"]);
  });

  it("is left alone if no claim ever told who held it: then the areas alone can tell", () => {
    const found = derive([claim("red bombarded a 4")], { finalSide: { a: "red" } }).get("a");
    expect(found).toMatchObject({ isDocumented: false, changes: [] });
  });
});

describe("a site beside a documented town", () => {
  it("shares its fortune, implied", () => {
    const places = [place("a", 1, "site"), place("town", 0, "town")];
    const claims = [claim("blue held a 3"), claim("red captured town 5"), claim("blue recaptured town 8")];
    expect(history(claims, { places })).toEqual(["red 5 implied", "blue 8 implied"]);
  });
});

describe("controlOn", () => {
  const anyClaim = fc
    .record({
      action: fc.constantFrom(
        "captured",
        "recaptured",
        "entered",
        "attacked",
        "held",
        "repelled",
        "withdrew",
      ),
      by: fc.constantFrom("red", "blue"),
      first: fc.integer({ min: 1, max: 28 }),
      length: fc.nat(3),
      certainty: fc.constantFrom("stated", "reported", "disputed"),
      extent: fc.constantFrom(undefined, "part", "most", "whole"),
    })
    .map(({ action, by, first, length, certainty, extent }) =>
      claim(`${by} ${action} a ${first}-${first + length}`, {
        certainty: certainty as Claim["certainty"],
        extent: extent as Claim["extent"],
      }),
    );

  it("gives one state per day, changes in order, each from where the last one led, inside its window or later", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), fc.constantFrom("red", "blue"), (claims, end) => {
        const found = derive(claims, { finalSide: { a: end } }).get("a");
        if (!found) throw new Error("every settlement has a history");
        let holder = found.initialSide;
        let last = FIRST;
        for (const change of found.changes) {
          expect(change.from).toBe(holder);
          expect(change.to).not.toBe(holder);
          expect(change.day >= last).toBe(true);
          expect(change.firstDay <= change.lastDay).toBe(true);
          expect(change.day >= change.firstDay).toBe(true);
          holder = change.to;
          last = change.day;
        }
        for (const value of listDays(FIRST, LAST)) expect(controlOn(found, value).kind).not.toBe("unknown");
        expect(found.isDocumented ? holder : end).toBe(end);
      }),
      { numRuns: 500 },
    );
  });
});
