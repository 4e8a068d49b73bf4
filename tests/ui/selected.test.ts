import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { searchEverything, searchPlaces } from "../../src/core/search.ts";
import { findSelected } from "../../src/core/selection.ts";
import { joinSpans } from "../../src/ui/selected/highway-trace.ts";
import { listWhatRests } from "../../src/ui/selected/what-rests.ts";
import { day } from "../../src/core/day.ts";
import { loadBundled } from "../geodata/bundled.ts";

let atlas: Atlas;
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
});

describe("what rests on a source", () => {
  it("is every row of the files that names it, and every record rests on one", async () => {
    const idsIn = async (file: string, source: string) => {
      const text = await readFile(new URL(`../../geodata/${file}.csv`, import.meta.url), "utf8");
      const { data } = Papa.parse<{ id: string; source: string }>(text, {
        header: true,
        skipEmptyLines: true,
      });
      return data.filter((row) => row.source === source).map(({ id }) => id);
    };
    let total = 0;
    for (const source of atlas.dataset.sources) {
      const { claims, events, figures } = listWhatRests(atlas, source);
      for (const [file, records] of Object.entries({ claims, events, figures })) {
        const ids = records.map(({ id }) => id).toSorted();
        expect(ids).toEqual((await idsIn(file, source.id)).toSorted());
        total += ids.length;
      }
    }
    const { claims, events, figures } = atlas.dataset;
    expect(total).toBe(claims.length + events.length + figures.length);
  });

  it("has the posts and the corridor that the document tells of", () => {
    const survey = atlas.sourceById.get("posts-survey");
    const posts = survey ? listWhatRests(atlas, survey).posts : [];
    expect(posts.map(({ id }) => id)).toContain("post-05-tell-tuqan");
    const corridors = atlas.dataset.sources.flatMap((source) => listWhatRests(atlas, source).corridors);
    expect(corridors).toContain(atlas.dataset.corridors[0]);
  });
});

describe("the search for everything", () => {
  const find = (query: string) =>
    searchEverything(atlas.dataset, query).map(({ kind, record }) => `${kind} ${record.id}`);

  it("finds highways, posts and sources by their names in any language", () => {
    expect(find("M5")[0]).toBe("highway m5");
    expect(find("الطريق السريع M4")[0]).toBe("highway m4");
    expect(find("tell tuqan")).toContain("post post-05-tell-tuqan");
    expect(find("creeping offensive")[0]).toBe("source 002");
  });

  it("keeps settlements in the order of the search for places, and before a post of the same name", () => {
    for (const query of ["saraqib", "kafr", "tell", "معرة", "idlib"]) {
      const places = find(query).filter((match) => match.startsWith("place "));
      const alone = searchPlaces(atlas.dataset.settlements, query).map(({ id }) => `place ${id}`);
      expect(alone.slice(0, places.length)).toEqual(places);
    }
    const isBoth = ({ name }: { readonly name: string }) =>
      searchPlaces(atlas.dataset.settlements, name, 1)[0]?.name === name;
    const both = atlas.dataset.posts.filter(isBoth);
    expect(both.length).toBeGreaterThan(0);
    for (const { name } of both) expect(find(name)[0]).toMatch(/^place /);
  });
});

describe("a selection", () => {
  it("is the record of its kind and id, and nothing where there is none", () => {
    expect(findSelected(atlas, { kind: "highway", id: "m5" })?.record).toBe(
      atlas.dataset.highways.find(({ id }) => id === "m5"),
    );
    expect(findSelected(atlas, { kind: "post", id: "m5" })).toBeUndefined();
    expect(findSelected(atlas, undefined)).toBeUndefined();
  });
});

describe("spans of a highway", () => {
  const span = (from: string, to: string, km: number) => ({
    from: day(from),
    to: day(to),
    km: new Map([["red", km]]),
  });

  it("are one while nobody would see a difference", () => {
    const spans = [
      span("2020-01-01", "2020-01-03", 10.01),
      span("2020-01-03", "2020-01-04", 10.04),
      span("2020-01-04", "2020-01-09", 12),
    ];
    expect(joinSpans(spans).map(({ from, to }) => [from, to])).toEqual([
      ["2020-01-01", "2020-01-04"],
      ["2020-01-04", "2020-01-09"],
    ]);
  });
});
