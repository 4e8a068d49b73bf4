import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import type { Geometry } from "geojson";
import { describe, expect, it } from "vitest";
import { SIDE_COLOURS } from "../../../src/core/records.ts";
import { DAYS_WITH_ALL, exportText, openAtlas, openMini } from "../../fixtures/exported.ts";
import { alterMini } from "../../fixtures/mini.ts";

/** @throws Error if the text is no well-formed XML. */
function parseXml(text: string) {
  return new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, "text/xml");
}

function readKml(text: string) {
  return kml(parseXml(text) as unknown as Document).features;
}

/** Polygons and lines one by one, whether or not they are gathered. */
function listParts(geometry: Geometry | null): unknown[] {
  if (!geometry) return [];
  switch (geometry.type) {
    case "GeometryCollection":
      return geometry.geometries.flatMap(listParts);
    case "MultiPolygon":
    case "MultiLineString":
      return geometry.coordinates;
    default:
      return [geometry.coordinates];
  }
}

describe("KML", () => {
  it.each(["areas", "front-lines", "changes", "settlements", "events"] as const)(
    "of %s is read by another program as the GeoJSON is",
    async (kind) => {
      for (const atlas of [await openMini(), await openAtlas(DAYS_WITH_ALL)]) {
        const { features } = JSON.parse(await exportText(atlas, kind, "geojson"));
        const read = readKml(await exportText(atlas, kind, "kml"));
        expect(read.map(({ geometry }) => listParts(geometry))).toEqual(
          features.map(({ geometry }: { geometry: Geometry | null }) => listParts(geometry)),
        );
        const days = ["from_day", "date", "first_day"].flatMap((field) =>
          features.flatMap(
            ({ properties }: { properties: Record<string, string> }) => properties[field] ?? [],
          ),
        );
        expect(read.map(({ properties }) => properties?.["timespan"].begin.slice(0, 10))).toEqual(
          days.slice(0, features.length),
        );
      }
    },
  );

  it("says the last moment of the last day, so that runs neither meet nor leave a day out", async () => {
    const [red] = readKml(await exportText(await openMini(), "areas", "kml"));
    expect(red?.properties).toMatchObject({
      side: "red",
      from_day: "2020-01-01",
      to_day: "2020-01-01",
      timespan: { begin: "2020-01-01T00:00:00Z", end: "2020-01-01T23:59:59Z" },
    });
  });

  it("draws ground in the colour of its side, and names licence, credits and documents", async () => {
    const text = await exportText(await openMini(), "areas", "kml");
    expect(readKml(text)[0]?.properties).toMatchObject({
      fill: SIDE_COLOURS.vermilion,
      stroke: SIDE_COLOURS.vermilion,
    });
    const head = text.slice(0, text.indexOf("<Folder>"));
    for (const part of [
      "CC0",
      "Nobody",
      "First document. A press, 2020. https://example.org/1",
      "Drawn by hand.",
    ])
      expect(head).toContain(part);
  });

  it("has elements in the order of the standard", async () => {
    const root = parseXml(await exportText(await openMini(), "areas", "kml")).documentElement;
    const namesOf = (parent: { readonly childNodes: Iterable<{ readonly nodeName: string }> } | undefined) =>
      [...(parent?.childNodes ?? [])].map(({ nodeName }) => nodeName).filter((name) => name !== "#text");
    const [document] = [...(root?.getElementsByTagName("Document") ?? [])];
    const [placemark] = [...(root?.getElementsByTagName("Placemark") ?? [])];
    expect([...new Set(namesOf(document))]).toEqual([
      "name",
      "atom:author",
      "description",
      "Style",
      "ExtendedData",
      "Folder",
    ]);
    expect(namesOf(placemark)).toEqual(["name", "TimeSpan", "styleUrl", "ExtendedData", "Polygon"]);
  });

  it("is well formed whatever a name has in it", async () => {
    const name = 'a/b <&"]]> \u202Eەڵڕێ🚩 \u0001\uFFFF';
    const atlas = await openMini(
      alterMini("towns.geojson", '"name":"Middle"', `"name":${JSON.stringify(name)}`),
    );
    const [first] = readKml(await exportText(atlas, "changes", "kml"));
    expect(first?.properties?.["name"]).toContain('a/b <&"]]> \u202Eەڵڕێ🚩');
  });
});
