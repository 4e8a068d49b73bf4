import { describe, expect, it } from "vitest";
import { alterMini, loadMini } from "../../fixtures/mini.ts";

/** Problems of the mini data set after its events have been altered. */
async function findProblems(old: string, replacement: string) {
  return (await loadMini(alterMini("events.csv", old, replacement))).problems;
}

describe("events.csv", () => {
  it("is read with days, place and evidence", async () => {
    const { dataset } = await loadMini();
    expect(dataset?.events[1]).toEqual({
      id: "e2",
      kind: "strike",
      firstDay: "2020-01-03",
      lastDay: "2020-01-03",
      dayBasis: "stated",
      settlement: "middle",
      title: "Middle shelled",
      attribution: "blue media",
      certainty: "reported",
      source: "d1",
      paragraph: 4,
      offset: 0,
      spelling: "shelled",
      contradicts: ["e3"],
      summary: "Said to have been shelled.",
    });
  });

  it("lets an event be without a place", async () => {
    const { dataset } = await loadMini();
    expect(dataset?.events[0]).toMatchObject({ id: "e1", settlement: undefined, contradicts: [] });
  });

  it.each([
    [
      "a kind outside the vocabulary",
      "e2,strike",
      "e2,battle",
      {
        found: 'kind "battle"',
        expected:
          "one of ceasefire, talks, operation, strike, post, highway, airspace, humanitarian, reinforcement, statement, patrol, other",
        remedy: "correct kind",
      },
    ],
    [
      "an unknown settlement, though one is nearly spelt so",
      "stated,middle,Middle shelled",
      "stated,Middel,Middle shelled",
      {
        found: 'settlement "Middel"',
        expected: "the id of a settlement of the data set, or a name that only one has",
        remedy: "correct it or add the settlement",
      },
    ],
    [
      "an impossible day",
      "e2,strike,2020-01-03",
      "e2,strike,2020-01-32",
      {
        found: 'first_day "2020-01-32"',
        expected: "a real day from the year 1 on, written YYYY-MM-DD",
        remedy: "correct first_day",
      },
    ],
    [
      "a first day after the last",
      "e2,strike,2020-01-03",
      "e2,strike,2020-01-04",
      {
        found: "first_day 2020-01-04 after last_day 2020-01-03",
        expected: "first_day on or before last_day",
        remedy: "swap or correct them",
      },
    ],
    [
      "an unknown document",
      "reported,d1,4",
      "reported,d7,4",
      { found: 'source "d7"', expected: "one of the sources d1, d2", remedy: "correct it or add the source" },
    ],
    [
      "a contradiction of no event, though a claim has that id",
      "shelled,e3",
      "shelled,e3|c1",
      {
        found: 'contradicts "c1"',
        expected: "the id of another event",
        remedy: "correct it or leave it empty",
      },
    ],
    [
      "a contradiction of itself",
      "shelled,e3",
      "shelled,e2",
      {
        found: 'contradicts "e2"',
        expected: "the id of another event",
        remedy: "correct it or leave it empty",
      },
    ],
  ])("refuses %s", async (_, old, replacement, problem) => {
    expect(await findProblems(old, replacement)).toMatchObject([
      { severity: "error", file: "events.csv", record: "row 3 (e2)", ...problem },
    ]);
  });

  it("may contradict several, parted by bars, semicolons or blanks", async () => {
    for (const text of ["e1|e3", "e1;e3", " e1 ; e3 "]) {
      const { dataset, problems } = await loadMini(alterMini("events.csv", "shelled,e3", `shelled,${text}`));
      expect(problems).toEqual([]);
      expect(dataset?.events[1]?.contradicts).toEqual(["e1", "e3"]);
    }
  });

  it("lists every fault of an event and drops only that event", async () => {
    const { dataset, problems } = await loadMini(
      alterMini("events.csv", "e2,strike,2020-01-03", "e2,battle,soon"),
    );
    expect(problems.map(({ found }) => found)).toEqual(['kind "battle"', 'first_day "soon"']);
    expect(dataset?.events.map(({ id }) => id)).toEqual(["e1", "e3"]);
  });

  it("warns of days outside the story and keeps the event", async () => {
    const { dataset, problems } = await loadMini(
      alterMini("events.csv", "2020-01-02,2020-01-04", "2020-01-02,2020-01-14"),
    );
    expect(problems).toMatchObject([{ severity: "warning", found: "days 2020-01-02 to 2020-01-14" }]);
    expect(dataset?.events).toHaveLength(3);
  });
});
