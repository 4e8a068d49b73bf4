import { listCourses } from "../../core/measure/front-lines.ts";
import { listPolygons } from "../../core/geometry.ts";
import { showControls } from "../../data/problem.ts";
import { type Cell, flatten } from "../cells.ts";
import { cite, type DataHead, describeHead } from "./head.ts";
import type { DataFeature, DataGeometry, DataLayer, Look } from "./layer.ts";

/**
 * Layers as KML 2.2, a folder each. Every feature has its days as instants: from the first second of its first day to the
 * last second of its last, in UTC, so that no program can take the last day for left out, nor two runs for at once.
 */
export function writeKml(head: DataHead, layers: readonly DataLayer[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">',
    "<Document>",
    tag("name", head.title),
    // KML has of Atom one author and one link; licence and documents go into the data of the document.
    ...(head.credits.length === 0
      ? []
      : [`<atom:author>${tag("atom:name", head.credits.join("; "))}</atom:author>`]),
    tag("description", describeHead(head)),
    ...layers.flatMap(writeStyles),
    writeData([
      ["licence", head.licence],
      ["credits", head.credits],
      ["sources", head.sources.map(cite)],
      ["from_day", head.days.from],
      ["to_day", head.days.to],
      ["missing_days", head.missing.map(({ from, to }) => `${from}/${to}`)],
    ]),
    ...layers.flatMap(writeFolder),
    "</Document>",
    "</kml>",
    "",
  ].join("\n");
}

function writeFolder(layer: DataLayer): string[] {
  const styles = new Map(layer.looks.map(({ key }, index) => [key, `#${nameStyle(layer, index)}`]));
  return [
    "<Folder>",
    tag("name", layer.title),
    ...layer.features.map((feature) => writePlacemark(layer, feature, styles)),
    "</Folder>",
  ];
}

function writePlacemark(
  layer: DataLayer,
  { label, days, look, values, geometry }: DataFeature,
  styles: ReadonlyMap<string, string>,
): string {
  const style = layer.shape === "lines" ? `#${layer.name}` : styles.get(look ?? "");
  return [
    "<Placemark>",
    tag("name", label),
    `<TimeSpan><begin>${days.from}T00:00:00Z</begin><end>${days.to}T23:59:59Z</end></TimeSpan>`,
    ...(style === undefined ? [] : [tag("styleUrl", style)]),
    writeData(layer.fields.map(({ name }) => [name, values[name] ?? null])),
    ...(geometry ? [writeGeometry(geometry)] : []),
    "</Placemark>",
  ].join("");
}

function writeData(entries: readonly (readonly [name: string, value: Cell])[]): string {
  const data = entries.flatMap(([name, value]) => {
    const text = flatten(value);
    return text === null || text === ""
      ? []
      : [`<Data name="${escape(name)}">${tag("value", String(text))}</Data>`];
  });
  return data.length === 0 ? "" : `<ExtendedData>${data.join("")}</ExtendedData>`;
}

function writeStyles(layer: DataLayer): string[] {
  if (layer.shape === "lines")
    return [
      `<Style id="${layer.name}"><LineStyle><color>${toKmlColour("#1c2126", "ff")}</color><width>3</width></LineStyle></Style>`,
    ];
  return layer.looks.map(
    (look, index) => `<Style id="${nameStyle(layer, index)}">${drawLook(layer, look)}</Style>`,
  );
}

function drawLook({ shape }: DataLayer, { colour }: Look): string {
  if (shape === "points") return `<IconStyle><color>${toKmlColour(colour, "ff")}</color></IconStyle>`;
  const line = `<LineStyle><color>${toKmlColour(colour, "ff")}</color><width>1</width></LineStyle>`;
  return `${line}<PolyStyle><color>${toKmlColour(colour, "66")}</color></PolyStyle>`;
}

/** Ids of sides may have letters that an id of XML must not have. */
function nameStyle({ name }: DataLayer, index: number): string {
  return `${name}-${index}`;
}

/** KML writes a colour as opacity, blue, green, red. */
function toKmlColour(hex: string, opacity: string): string {
  const [, red = "", green = "", blue = ""] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  return `${opacity}${blue}${green}${red}`.toLowerCase();
}

function writeGeometry(geometry: DataGeometry): string {
  switch (geometry.type) {
    case "Point":
      return `<Point>${writePositions([geometry.coordinates])}</Point>`;
    case "LineString":
    case "MultiLineString":
      return gather(
        listCourses(geometry).map(
          (course) => `<LineString><tessellate>1</tessellate>${writePositions(course)}</LineString>`,
        ),
      );
    default:
      return gather(
        listPolygons(geometry).map(([outline = [], ...holes]) => {
          const inner = holes.map((hole) => `<innerBoundaryIs>${writeRing(hole)}</innerBoundaryIs>`);
          return `<Polygon><outerBoundaryIs>${writeRing(outline)}</outerBoundaryIs>${inner.join("")}</Polygon>`;
        }),
      );
  }
}

function gather(parts: readonly string[]): string {
  const [only = ""] = parts;
  return parts.length === 1 ? only : `<MultiGeometry>${parts.join("")}</MultiGeometry>`;
}

function writeRing(ring: readonly (readonly number[])[]): string {
  return `<LinearRing>${writePositions(ring)}</LinearRing>`;
}

function writePositions(positions: readonly (readonly number[])[]): string {
  return `<coordinates>${positions.map((position) => position.join(",")).join(" ")}</coordinates>`;
}

function tag(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML cannot have most control characters, nor the two last code points of a plane's first row, in any spelling. */
function escape(text: string): string {
  return showControls(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replaceAll(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
    .replaceAll("\r", "&#13;");
}
