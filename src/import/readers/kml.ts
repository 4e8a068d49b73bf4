import { reportOn, toOneLine } from "../../data/problem.ts";
import { nameOfFile, type Reading } from "../reading.ts";
import { buildSheet } from "../sheet-builder.ts";
import type { Cell, Sheet } from "../sheet.ts";
import { collectTrees, findChild, findText, type XmlElement } from "../xml-tree.ts";
import { readXml } from "../xml.ts";

/** What a folder or document says for all that is in it. */
interface Container {
  readonly isNamed: boolean;
  name: string | undefined;
  time: Time | undefined;
}

/** As it is written: `2020-02`, `2020-02-05T10:00:00Z`. */
interface Time {
  readonly begin: string | undefined;
  readonly end: string | undefined;
  readonly when: string | undefined;
}

const CONTAINERS = new Set(["Folder", "Document"]);
const OF_CONTAINERS = new Set(["name", "TimeSpan", "TimeStamp"]);

/**
 * The placemarks of KML as one sheet: name, description, folder (names of folders within each other parted by " / "), begin, end
 * and when as text, as they are written, those of the folder where a placemark has none; style; and what ExtendedData has.
 * Links to files that were not dropped are never followed: each is told.
 */
export async function readKml(reading: Reading): Promise<readonly Sheet[]> {
  const { file, problems } = reading;
  const containers: Container[] = [];
  const builder = buildSheet(reading, { name: nameOfFile(file), format: "kml", rowWord: "feature" });
  let [number, links, isFull, isKml] = [0, 0, false, false];
  const take = (element: XmlElement) => {
    const container = containers.at(-1);
    if (element.name === "Placemark") {
      number += 1;
      if (!isFull)
        isFull = !builder.add(number, describePlacemark(element, containers), readGeometry(element));
    } else if (element.name === "NetworkLink") reportLink(element);
    else if (container && element.name === "name") container.name ??= element.text.trim() || undefined;
    else if (container) container.time ??= readTime(element);
  };
  const reportLink = (element: XmlElement) => {
    const href = findText(element, "Link", "href") ?? findText(element, "Url", "href") ?? "nowhere";
    // To another document of the same archive, which is read like this one.
    if (reading.isBeside(href)) {
      links += 1;
      return;
    }
    const remedy = "nothing is fetched: open the link yourself, and drop the file that it leads to";
    reportOn(problems, file).warn(
      "network-link",
      `a link to ${toOneLine(href, 200)}`,
      "the data themselves",
      remedy,
    );
  };
  const isWanted = (name: string, path: readonly string[]) =>
    name === "Placemark" ||
    name === "NetworkLink" ||
    (OF_CONTAINERS.has(name) && CONTAINERS.has(path.at(-1) ?? ""));
  const handler = collectTrees(isWanted, take, {
    open(name) {
      isKml ||= name === "kml" || CONTAINERS.has(name);
      if (CONTAINERS.has(name))
        containers.push({
          isNamed: name === "Folder" || containers.length > 0,
          name: undefined,
          time: undefined,
        });
    },
    close(name) {
      if (CONTAINERS.has(name)) containers.pop();
    },
  });
  const isWhole = await readXml(reading, handler);
  if (isWhole && !isKml && number === 0) {
    const remedy = "take the file itself, and not the page that shows it";
    reportOn(problems, file).error(
      "unknown-file-kind",
      "XML that is no KML, such as a web page",
      "KML",
      remedy,
    );
  }
  // A table of contents.
  if (number === 0 && links > 0) reading.notes.push({ kind: "files-passed-over", file, paths: [file] });
  return number === 0 ? [] : [builder.finish()];
}

function describePlacemark(
  element: XmlElement,
  containers: readonly Container[],
): readonly (readonly [string, Cell])[] {
  const folder = containers
    .flatMap(({ isNamed, name }) => (isNamed && name !== undefined ? [name] : []))
    .join(" / ");
  const own = element.children.find(({ name }) => name === "TimeSpan" || name === "TimeStamp");
  const time = own ? readTime(own) : containers.findLast((container) => container.time)?.time;
  const values: readonly (readonly [string, Cell])[] = [
    ["name", findText(element, "name")],
    ["description", findText(element, "description")],
    ["address", findText(element, "address")],
    ["folder", folder],
    ["begin", time?.begin],
    ["end", time?.end],
    ["when", time?.when],
    ["style", findStyle(element)],
  ];
  const known = values.filter(([, value]) => value !== undefined && value !== "");
  const taken = new Set(known.map(([name]) => name));
  const extended = listExtended(element).map(
    ([name, value]) => [taken.has(name) ? `${name} (2)` : name, value] as const,
  );
  return [...known, ...extended];
}

function readTime(element: XmlElement): Time {
  const begin = findText(element, "begin");
  return { begin, end: findText(element, "end"), when: findText(element, "when") };
}

/** The style that is named, or the colour of one of its own: `#rrggbb`. */
function findStyle(element: XmlElement): string | undefined {
  const named = findText(element, "styleUrl")?.replace(/^#/, "");
  if (named !== undefined) return named;
  for (const kind of ["PolyStyle", "LineStyle", "IconStyle"]) {
    // Written as opacity, blue, green, red.
    const [, blue = "", green = "", red = ""] =
      /^[\da-f]{2}([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(
        findText(element, "Style", kind, "color") ?? "",
      ) ?? [];
    if (red !== "") return `#${red}${green}${blue}`.toLowerCase();
  }
  return undefined;
}

/** What ExtendedData has, by either of its two ways. */
function listExtended(element: XmlElement): (readonly [string, Cell])[] {
  const values: (readonly [string, Cell])[] = [];
  for (const child of findChild(element, "ExtendedData")?.children ?? []) {
    const name = child.attributes["name"]?.trim();
    if (child.name === "Data" && name) values.push([name, findText(child, "value")]);
    if (child.name === "SchemaData")
      for (const { name: kind, attributes, text } of child.children)
        if (kind === "SimpleData" && attributes["name"]?.trim())
          values.push([attributes["name"].trim(), text.trim() || undefined]);
  }
  return values;
}

/** The geometry of a placemark, or part of one, in the form of GeoJSON; `undefined` if it has none. */
function readGeometry(element: XmlElement): unknown {
  const geometries = element.children.flatMap((child) => toGeometry(child) ?? []);
  return geometries.length < 2 ? geometries[0] : { type: "GeometryCollection", geometries };
}

function toGeometry(element: XmlElement): unknown {
  switch (element.name) {
    case "Point":
      return { type: "Point", coordinates: readCourse(element)[0] };
    case "LineString":
    case "LinearRing":
      return { type: "LineString", coordinates: readCourse(element) };
    case "Polygon":
      return { type: "Polygon", coordinates: readRings(element) };
    case "Track":
      return readTrack(element);
    case "MultiGeometry":
    case "MultiTrack":
      return readGeometry(element);
    default:
      return undefined;
  }
}

function readRings(element: XmlElement): unknown[] {
  const rings = (kind: string) =>
    element.children
      .filter(({ name }) => name === kind)
      .flatMap(({ children }) => children.filter(({ name }) => name === "LinearRing").map(readCourse));
  return [...rings("outerBoundaryIs"), ...rings("innerBoundaryIs")];
}

/** "lng,lat,height lng,lat,height": a blank after the comma is not allowed, and often there. */
function readCourse(element: XmlElement): unknown[] {
  const text = findText(element, "coordinates");
  if (text === undefined) return [];
  return text
    .replaceAll(/\s*,\s*/g, ",")
    .split(/\s+/)
    .map((position) => position.split(",").slice(0, 2).map(toNumber));
}

/** The way of something that moves: "lng lat height" each. */
function readTrack(element: XmlElement): unknown {
  const coordinates = element.children
    .filter(({ name }) => name === "coord")
    .map(({ text }) => text.trim().split(/\s+/).slice(0, 2).map(toNumber));
  return coordinates.length === 1
    ? { type: "Point", coordinates: coordinates[0] }
    : { type: "LineString", coordinates };
}

/** A number, or what stands there, which is then told. */
function toNumber(text: string): unknown {
  const number = Number(text);
  return text === "" || !Number.isFinite(number) ? toOneLine(text, 40) : number;
}
