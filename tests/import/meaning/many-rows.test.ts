import { expect, it } from "vitest";
import { addDays, day } from "../../../src/core/day.ts";
import { openImported } from "../../fixtures/imported.ts";

it("reads who held a thousand places on a hundred days, row by row", async () => {
  const first = day("2020-01-01");
  const holder = (place: number, at: number) =>
    at * 7 < place % 900 ? "North" : at % 50 < 30 ? "South" : "North";
  const lines: string[] = [];
  const expected: string[] = [];
  for (let place = 0; place < 1000; place++)
    for (let at = 0; at < 100; at++) {
      const date = addDays(first, at);
      lines.push(`Place ${place},${35 + (place % 30) / 10},${36 + place / 300},${date},${holder(place, at)}`);
      if (at > 0 && holder(place, at) !== holder(place, at - 1))
        expected.push(`${date} place-${place} ${holder(place, at).toLowerCase()}`);
    }
  const opened = await openImported({ "control.csv": `place,lat,lon,date,control\n${lines.join("\n")}\n` });
  expect(opened.problems).toEqual([]);
  expect(opened.dataset?.settlements).toHaveLength(1000);
  const found = opened.atlas?.changes.map(({ day: on, settlement, to }) => `${on} ${settlement} ${to}`);
  expect(found?.toSorted()).toEqual(expected.toSorted());
  expect(expected.length).toBeGreaterThan(1000);
});
