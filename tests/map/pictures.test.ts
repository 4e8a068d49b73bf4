import { describe, expect, it } from "vitest";
import { listAreasOn } from "../../src/core/atlas.ts";
import { day } from "../../src/core/day.ts";
import { drawTheatreEdge } from "../../src/layers/control.ts";
import { drawCorridor, drawPatrols } from "../../src/layers/highways.ts";
import { listOtherMarks } from "../../src/layers/settlements.ts";
import { createPictures } from "../../src/map/pictures.ts";
import { atlas, base, dataset, DAYS } from "./small-story.ts";

const [first, second, third, fourth] = DAYS as [
  (typeof DAYS)[0],
  (typeof DAYS)[0],
  (typeof DAYS)[0],
  (typeof DAYS)[0],
];

function drawFeatures(asked: string, source: string) {
  const pictures = createPictures(atlas, base);
  return pictures.draw({ day: day(asked), place: undefined }).sources.get(source)?.features ?? [];
}

describe("pictures of days", () => {
  it("are made of the same objects where nothing differs", () => {
    const { draw } = createPictures(atlas, base);
    const [one, other] = [draw({ day: first, place: undefined }), draw({ day: first, place: undefined })];
    for (const [source, content] of one.sources) expect(other.sources.get(source), source).toBe(content);
    expect(other.townStates.controls).toBe(one.townStates.controls);
  });

  it("share areas, lines and highways on days without a change, though not the posts that differ", () => {
    const { draw } = createPictures(atlas, base);
    const [one, other] = [
      draw({ day: first, place: undefined }).sources,
      draw({ day: second, place: undefined }).sources,
    ];
    for (const source of ["areas", "front-lines", "gains", "highways", "names"] as const) {
      expect(other.get(source), source).toBe(one.get(source));
    }
    expect(other.get("posts")).not.toBe(one.get("posts"));
  });

  it("draw the names anew when a town changed hands or another is selected", () => {
    const { draw } = createPictures(atlas, base);
    const names = (asked: typeof first, selected?: string) =>
      draw({ day: asked, place: selected }).sources.get("names");
    expect(names(third)).not.toBe(names(first));
    expect(names(first, "east")).not.toBe(names(first));
    const marked = names(third, "east")?.features.map(({ properties }) => [
      properties?.id,
      properties?.isChanged,
      properties?.isSelected,
    ]);
    expect(marked).toEqual([
      ["west", false, false],
      ["middle", true, false],
      ["east", false, true],
    ]);
  });
});

describe("a comparison", () => {
  const { draw } = createPictures(atlas, base);
  const drawn = (asked: typeof first, compared: typeof first | undefined, source: string) =>
    draw({ day: asked, compared }).sources.get(source);

  it("is drawn anew for another pair of days, and once for the same two in either order", () => {
    for (const source of ["difference", "compared-settlements"]) {
      expect(drawn(third, first, source)?.features.length).toBeGreaterThan(0);
      expect(drawn(third, first, source)).not.toEqual(drawn(second, first, source));
      expect(drawn(third, first, source)).toBe(drawn(first, third, source));
    }
  });

  it("is empty without another day, and with the day itself", () => {
    for (const source of ["difference", "compared-line", "compared-settlements"]) {
      expect(drawn(third, undefined, source)?.features).toEqual([]);
      expect(drawn(third, third, source)?.features).toEqual([]);
    }
  });
});

describe("control of a day", () => {
  it("tells of each area whose it is", () => {
    const sides = drawFeatures("2020-01-03", "areas").map((feature) => feature.properties?.side);
    expect(sides.toSorted()).toEqual(["ally", "blue", "red"]);
  });

  it("tells a front from the line between sides that do not fight each other", () => {
    const kinds = drawFeatures("2020-01-02", "front-lines").map((feature) => feature.properties?.kind);
    expect(kinds.toSorted()).toEqual(["front", "quiet"]);
  });

  it("says of each line whether it is inferred", () => {
    const bases = (asked: string) =>
      drawFeatures(asked, "front-lines").map(({ properties }) => properties?.basis);
    expect(bases("2020-01-02")).not.toContain("inferred");
    expect(bases("2020-01-04")).toContain("inferred");
  });

  it("shows of the line of the day before only what has moved, whichever way the lines run", () => {
    const previous = drawFeatures("2020-01-03", "trail");
    expect(previous.map((feature) => feature.geometry)).toEqual([
      {
        type: "MultiLineString",
        coordinates: [
          [
            [4, 0],
            [4, 5],
          ],
        ],
      },
    ]);
  });

  it("shows no line of the day before, and no gain, on the day after a change", () => {
    expect(drawFeatures("2020-01-04", "trail")).toEqual([]);
    expect(drawFeatures("2020-01-04", "gains")).toEqual([]);
  });

  it("shows the ground a side gained on the day", () => {
    const gains = drawFeatures("2020-01-03", "gains");
    expect(gains.map((feature) => feature.properties?.side)).toEqual(["red"]);
    const corners = JSON.stringify(gains[0]?.geometry);
    for (const corner of ["[4,0]", "[6,0]", "[6,5]", "[4,5]"]) expect(corners).toContain(corner);
  });

  it("cuts highways by who holds the ground", () => {
    const sides = drawFeatures("2020-01-03", "highways").map((feature) => feature.properties?.side);
    expect(sides).toEqual(["red", "blue"]);
  });
});

describe("the corridor", () => {
  it("is drawn from its first day on, once for all days", () => {
    expect(drawFeatures("2020-01-02", "corridor")).toEqual([]);
    const [corridor] = drawFeatures("2020-01-03", "corridor");
    expect(corridor?.properties).toEqual({ highway: "m1", widthKm: 6 });
    const { draw } = createPictures(atlas, base);
    const drawn = () => draw({ day: day("2020-01-04"), place: undefined }).sources.get("corridor");
    expect(drawn()).toBe(drawn());
  });

  it("is left out where the data set lacks its highway", () => {
    const [corridor] = dataset.corridors;
    expect(corridor && drawCorridor({ ...dataset, highways: [] }, corridor).features).toEqual([]);
  });
});

describe("patrols", () => {
  it("are drawn along the whole highway from their first day on, later than the corridor's", () => {
    expect(drawFeatures("2020-01-03", "patrols")).toEqual([]);
    const [patrols, ...others] = drawFeatures("2020-01-04", "patrols");
    expect(others).toEqual([]);
    expect(patrols?.properties).toEqual({ highway: "m1" });
    expect(patrols?.geometry).toEqual({ type: "LineString", coordinates: dataset.highways[0]?.course });
  });

  it("are drawn along no other highway than the corridor's", () => {
    const [highway] = dataset.highways;
    const highways = highway ? [{ ...highway, id: "m2" }, highway] : [];
    const { features } = drawPatrols({ ...dataset, highways }, fourth);
    expect(features.map(({ properties }) => properties?.highway)).toEqual(["m1"]);
  });
});

describe("the edge of the theatre", () => {
  it("is the part of the areas' outline that lies on the theatre's box", () => {
    const [edge] = drawTheatreEdge(listAreasOn(atlas, dataset.firstDay), dataset.bounds).features;
    const runs = edge?.geometry.type === "MultiLineString" ? edge.geometry.coordinates : [];
    const segments = runs.flatMap((run) => run.slice(1).map((end, index) => [run[index], end]));
    expect(segments).toContainEqual([
      [0, 0],
      [4, 0],
    ]);
    expect(segments).toContainEqual([
      [10, 0],
      [10, 10],
    ]);
    expect(segments).not.toContainEqual([
      [4, 0],
      [4, 5],
    ]);
  });
});

describe("towns of a day", () => {
  const statesOn = (asked: typeof first) => {
    const { townStates } = createPictures(atlas, base).draw({ day: asked, place: undefined });
    return new Map(listOtherMarks(atlas, undefined, townStates));
  };

  it("tell their holder, and none where nobody is known to hold them", () => {
    expect(statesOn(second).get("middle")?.holder).toBe("blue");
    expect(statesOn(third).get("middle")?.holder).toBe("red");
    expect(statesOn(third).get("beyond")?.holder).toBe("");
  });

  it("are marked as changed on the day of the change only", () => {
    expect([first, second, third, fourth].map((asked) => statesOn(asked).get("middle")?.changed)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it("show both sides while contested", () => {
    expect(statesOn(second).get("east")?.contested).toBe(true);
    const contested = drawFeatures("2020-01-02", "contested").map((feature) => feature.properties);
    expect(contested).toEqual([{ id: "east", importance: 3, left: "blue", right: "red" }]);
    expect(drawFeatures("2020-01-03", "contested")).toEqual([]);
  });
});

describe("posts of a day", () => {
  const postsOn = (asked: string) =>
    drawFeatures(asked, "posts").map(({ properties }) => [properties?.id, properties?.isEncircled]);

  it("are absent before they are established and after they are evacuated, and hollow while encircled", () => {
    expect(postsOn("2020-01-01")).toEqual([
      ["standing", false],
      ["gone", false],
    ]);
    expect(postsOn("2020-01-02")).toEqual([["standing", false]]);
    expect(postsOn("2020-01-04")).toEqual([
      ["standing", true],
      ["later", false],
    ]);
  });
});

describe("the base", () => {
  const { still } = createPictures(atlas, base);

  it("names every region but the one that fills most of the picture, inside that region", () => {
    const regions = still.get("regions")?.features ?? [];
    expect(regions.map((feature) => feature.properties)).toEqual([
      { latin: "Sea", arabic: "بحر", isWater: true },
    ]);
    const [spot] = regions;
    const [lng = Number.NaN] = spot?.geometry.type === "Point" ? spot.geometry.coordinates : [];
    expect(lng).toBeGreaterThan(0);
    expect(lng).toBeLessThan(3);
  });

  it("gives rivers a name in each script that has one", () => {
    expect(still.get("rivers")?.features[0]?.properties).toMatchObject({ latin: "River" });
    expect(still.get("rivers")?.features[0]?.properties).not.toHaveProperty("arabic");
  });
});
