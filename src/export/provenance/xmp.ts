import { parseXml, type XmlDocument, XmlElement } from "@rgrove/parse-xml";
import { type Day, parseDay } from "../../core/day.ts";
import { describeValue, toOneLine } from "../../data/problem.ts";
import { WEB_ADDRESS } from "../../data/web-address.ts";
import { asciiBytes, findBytes } from "../bytes.ts";
import { PictureError } from "./picture-error.ts";
import type { Provenance } from "./provenance.ts";

/** In bytes: no description of ours comes near it. */
export const LONGEST_XMP = 2 ** 20;

/** Name of the program in what it makes. */
const TOOL = "Frontline Atlas";

/** The names under which others know what is written here. */
const NAMESPACES = {
  x: "adobe:ns:meta/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  // Of our own: made once and never changed, as it is what a reader looks for.
  frontline: "urn:uuid:2c1a7f4e-53b0-4a6e-9b1d-7d0f6e8a4c15#",
} as const;

/** The members of a {@link Provenance} that are one text, and their names in XMP. */
const TEXTS = {
  address: "Address",
  permalink: "Permalink",
  datasetTitle: "DatasetTitle",
  datasetHash: "DatasetHash",
  version: "Version",
  day: "Day",
  comparedDay: "ComparedDay",
  language: "Language",
  licence: "Licence",
} as const satisfies Partial<Record<keyof Provenance, string>>;

const SOURCES = "Sources";

const OWN_NAMESPACE = asciiBytes(NAMESPACES.frontline);

/** The day, or the first and last of two that are compared, as ISO 8601 has them. */
export function nameDays({ day, comparedDay }: Provenance): string {
  return comparedDay === undefined ? day : [day, comparedDay].toSorted().join("/");
}

export function nameTool({ version }: Provenance): string {
  return `${TOOL} ${version}`;
}

/**
 * A provenance as a packet of XMP, which programs for pictures and documents read: in our own terms all of it, in those of others
 * what they have a word for. The same provenance is the same text. Marks that XML cannot have become U+FFFD.
 */
export function writeXmp(provenance: Provenance): string {
  const { datasetTitle, language, sources, licence } = provenance;
  const days = nameDays(provenance);
  const own = Object.entries(TEXTS).map(([member, name]) =>
    writeText(`frontline:${name}`, provenance[member as keyof typeof TEXTS]),
  );
  const properties = [
    writeList("dc:title", "Alt", [`${datasetTitle} (${days})`]),
    writeText("dc:source", sources.join(" · ")),
    writeList("dc:rights", "Alt", licence === undefined ? [] : [licence]),
    writeList("dc:language", "Bag", [language]),
    writeText("dc:coverage", days),
    writeText("xmp:CreatorTool", nameTool(provenance)),
    ...own,
    writeList(`frontline:${SOURCES}`, "Seq", sources),
  ].filter((text) => text !== "");
  const { x, rdf, ...others } = NAMESPACES;
  const declared = Object.entries(others).map(([prefix, name]) => `xmlns:${prefix}="${name}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="${x}"><rdf:RDF xmlns:rdf="${rdf}">`,
    `<rdf:Description rdf:about="" ${declared.join(" ")}>`,
    ...properties,
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
    '<?xpacket end="w"?>',
  ].join("\n");
}

function writeText(name: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;
}

function writeList(name: string, kind: "Alt" | "Bag" | "Seq", texts: readonly string[]): string {
  const language = kind === "Alt" ? ' xml:lang="x-default"' : "";
  const items = texts.map((text) => `<rdf:li${language}>${escapeXml(text)}</rdf:li>`);
  return items.length === 0 ? "" : `<${name}><rdf:${kind}>${items.join("")}</rdf:${kind}></${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll(/[&<>"\r]/g, (mark) => ESCAPES[mark] ?? mark);
}

/**
 * The provenance in a packet of XMP, as this program wrote it or another has written it anew since; `undefined` if there is none.
 *
 * @throws PictureError if it is no XML, has what no provenance can have, or lacks what each has. Entities of its own are not read.
 */
export function readXmp(bytes: Uint8Array): Provenance | undefined {
  if (findBytes(bytes, OWN_NAMESPACE) < 0) return undefined;
  if (bytes.length > LONGEST_XMP) throw refuse(`a description of ${bytes.length} bytes`);
  const values = readValues(parse(bytes));
  const text = (member: keyof typeof TEXTS) => values.get(TEXTS[member])?.[0];
  return checkProvenance({ sources: values.get(SOURCES) ?? [], text });
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n", 1) : [];
    throw refuse(`a description that is no XML (${toOneLine(reason, 200)})`, error);
  }
}

/** All properties of our own namespace by their names: a text, or those of a list. */
function readValues(document: XmlDocument): Map<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  const open: { element: XmlElement; prefixes: ReadonlyMap<string, string> }[] = [];
  const { root } = document;
  if (root) open.push({ element: root, prefixes: new Map() });
  // Without recursion: what is made up can be nested as deep as it is long.
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, prefixes } = next;
    const declared = Object.entries(element.attributes).filter(([name]) => name.startsWith("xmlns:"));
    const known =
      declared.length === 0
        ? prefixes
        : new Map([...prefixes, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
    const ownName = (name: string) => {
      const [prefix = "", local] = name.split(":", 2);
      return known.get(prefix) === NAMESPACES.frontline ? local : undefined;
    };
    for (const [name, value] of Object.entries(element.attributes)) {
      const own = ownName(name);
      if (own !== undefined) values.set(own, [value]);
    }
    const own = ownName(element.name);
    if (own === undefined) {
      for (const child of listElements(element).toReversed()) open.push({ element: child, prefixes: known });
      continue;
    }
    const [list] = listElements(element);
    values.set(own, list ? listElements(list).map(({ text }) => text) : [element.text]);
  }
  return values;
}

function listElements({ children }: XmlElement): XmlElement[] {
  return children.filter((child): child is XmlElement => child instanceof XmlElement);
}

interface Read {
  readonly sources: readonly string[];
  readonly text: (member: keyof typeof TEXTS) => string | undefined;
}

function checkProvenance({ sources, text }: Read): Provenance {
  const need = (member: keyof typeof TEXTS) => {
    const value = text(member);
    if (value === undefined) throw refuse(`a description without ${TEXTS[member]}`);
    return value;
  };
  const check = <Value extends string | undefined>(member: keyof typeof TEXTS, value: Value, is: RegExp) => {
    if (value !== undefined && !is.test(value)) throw refuse(`${describeValue(value)} as ${TEXTS[member]}`);
    return value;
  };
  const readDay = (member: "day" | "comparedDay", value: string): Day => {
    const day = parseDay(value);
    if (!day) throw refuse(`${describeValue(value)} as ${TEXTS[member]}`);
    return day;
  };
  const comparedDay = text("comparedDay");
  const permalink = check("permalink", text("permalink"), WEB_ADDRESS);
  const datasetHash = check("datasetHash", text("datasetHash"), /^[0-9a-f]{64}$/);
  const licence = text("licence");
  return {
    address: need("address"),
    ...(permalink !== undefined && { permalink }),
    datasetTitle: need("datasetTitle"),
    ...(datasetHash !== undefined && { datasetHash }),
    version: need("version"),
    day: readDay("day", need("day")),
    ...(comparedDay !== undefined && { comparedDay: readDay("comparedDay", comparedDay) }),
    language: check("language", need("language"), /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
    sources,
    ...(licence !== undefined && { licence }),
  };
}

function refuse(found: string, cause?: unknown): PictureError {
  return new PictureError("damaged-picture", found, { cause });
}
