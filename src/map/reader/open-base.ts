import type {
  LayerSpecification,
  RasterDEMSourceSpecification,
  RasterSourceSpecification,
  SourceSpecification,
  VectorSourceSpecification,
} from "maplibre-gl";
import { TileType } from "pmtiles";
import type { Position } from "../../core/geometry.ts";
import type { ReaderBaseFault } from "../../core/reader-base-fault.ts";
import { READER_PREFIX, type ReaderBase, type ReaderPart } from "../../layers/reader-base.ts";
import { openTileArchive } from "../tile-protocol.ts";

/** Why a base map could not be opened. */
export class ReaderBaseError extends Error {
  readonly fault: ReaderBaseFault;
  constructor(fault: ReaderBaseFault) {
    super(fault);
    this.fault = fault;
  }
}

const PATIENCE_MS = 20_000;

type TileSource = VectorSourceSpecification | RasterSourceSpecification | RasterDEMSourceSpecification;

/**
 * Opens what an address leads to: a PMTiles archive, tiles by a template with {z}, {x} and {y}, a TileJSON or a style.
 * Whatever is drawn later is asked of the hosts that this names. `near` is where tiles should be.
 *
 * @throws ReaderBaseError
 */
export async function openReaderBase(address: string, near: Position): Promise<ReaderBase> {
  const text = address.trim();
  const url = parseAddress(text.replace(/^pmtiles:\/\//, ""));
  const known = { address: text, host: url.host };
  if (/\{z\}/.test(text)) return { ...known, ...(await openTemplate(text, near)) };
  if (/^pmtiles:|\.pmtiles$/i.test(text.replace(/[?#].*$/, "")))
    return { ...known, ...(await openPmtiles(url.href)) };
  const found = await readJson(url.href);
  if (Array.isArray(found["layers"]) && isRecord(found["sources"])) {
    return { ...known, ...(await openStyle(found["layers"], found["sources"], url.href)) };
  }
  return { ...known, ...withSource(await readTileJson(found, url.href, near), READER_PREFIX) };
}

type Opened = Pick<ReaderBase, "credits" | "sources" | "parts">;

function parseAddress(text: string): URL {
  // The page's own address is where a relative one starts from.
  const url = URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || text === "") throw new ReaderBaseError("no-address");
  return url;
}

interface FoundSource {
  readonly source: TileSource;
  readonly credit: string;
}

function withSource({ source, credit }: FoundSource, name: string): Opened {
  return {
    credits: credit === "" ? [] : [credit],
    sources: { [name]: source },
    parts: [partOf(source, name)],
  };
}

function partOf({ type }: TileSource, source: string): ReaderPart {
  return { kind: type === "raster-dem" ? "relief" : type, source };
}

/** Zooms at which a template is tried: maps of a country have no tile at others. */
const TRIED_ZOOMS = [8, 5, 11, 2, 0];

async function openTemplate(template: string, near: Position): Promise<Opened> {
  const tiles = resolve(template.replaceAll("{s}", "a").replaceAll("{r}", ""), document.baseURI);
  const scheme = template.includes("{-y}") ? ({ scheme: "tms" } as const) : {};
  const type = await probe(tiles, near);
  const source = { type, tiles: [tiles.replaceAll("{-y}", "{y}")], ...scheme, ...sizeOf(type) } as TileSource;
  return withSource({ source, credit: "" }, READER_PREFIX);
}

function sizeOf(type: string) {
  return type === "vector" ? {} : { tileSize: 256 };
}

/** The address with its braces left as they are. */
function resolve(address: string, from: string): string {
  return new URL(address, from).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
}

/** Whether the tiles of a template are pictures or vectors, by the first that is there. */
async function probe(template: string, [lng, lat]: Position): Promise<"raster" | "vector"> {
  let refused = false;
  for (const zoom of TRIED_ZOOMS) {
    const x = Math.floor(((lng + 180) / 360) * 2 ** zoom);
    const row = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    const y = Math.floor(row * 2 ** zoom);
    const address = template
      .replaceAll("{z}", String(zoom))
      .replaceAll("{x}", String(x))
      .replaceAll("{y}", String(y))
      .replaceAll("{-y}", String(2 ** zoom - 1 - y));
    const response = await ask(address);
    if (!response.ok) {
      refused ||= response.status !== 404;
      continue;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > 0) return readTileType(bytes);
  }
  throw new ReaderBaseError(refused ? "refused" : "no-map");
}

/** By the first bytes. @throws ReaderBaseError for a page of text, such as one that says that nothing is there. */
function readTileType(bytes: Uint8Array): "raster" | "vector" {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF....WEBP)/s.test(start) || start.includes("ftypavif"))
    return "raster";
  if (/^\s*[<{[]/.test(start)) throw new ReaderBaseError("no-map");
  return "vector";
}

async function openPmtiles(address: string): Promise<Opened> {
  const opened = await openTileArchive(address).catch(async () => {
    // Whether it was the network or the file: the file alone is no archive.
    const response = await ask(address);
    throw new ReaderBaseError(response.ok ? "no-map" : "refused");
  });
  const [header, metadata] = await Promise.all([opened.archive.getHeader(), opened.archive.getMetadata()]);
  const told: Record<string, unknown> = isRecord(metadata) ? metadata : {};
  const credit = toText(told["attribution"]);
  const zooms = { minzoom: header.minZoom, maxzoom: header.maxZoom };
  const tiles = [`${opened.url}/{z}/{x}/{y}`];
  if (header.tileType === TileType.Mvt) {
    return withSource(
      { source: { type: "vector", tiles, ...zooms, attribution: escape(credit) }, credit },
      READER_PREFIX,
    );
  }
  if (header.tileType === TileType.Unknown) throw new ReaderBaseError("no-map");
  const source = toPictures({ tiles, ...zooms, attribution: escape(credit) }, told["encoding"]);
  return withSource({ source, credit }, READER_PREFIX);
}

/** Pictures of a map, or of heights where it is said how they are written. */
function toPictures(told: Omit<RasterSourceSpecification, "type">, encoding: unknown): TileSource {
  return encoding === "terrarium" || encoding === "mapbox"
    ? { type: "raster-dem", tileSize: 256, ...told, encoding }
    : { type: "raster", tileSize: 256, ...told };
}

/** @throws ReaderBaseError if it is none. */
async function readTileJson(
  told: Record<string, unknown>,
  address: string,
  near?: Position,
): Promise<FoundSource> {
  const listed = Array.isArray(told["tiles"]) ? told["tiles"].filter((one) => typeof one === "string") : [];
  const [template] = listed;
  if (template === undefined) throw new ReaderBaseError("no-map");
  const credit = toText(told["attribution"]);
  const zoom = (name: "minzoom" | "maxzoom") =>
    typeof told[name] === "number" ? { [name]: told[name] } : {};
  const members = {
    tiles: listed.map((one) => resolve(one, address)),
    ...zoom("minzoom"),
    ...zoom("maxzoom"),
    ...(told["scheme"] === "tms" ? { scheme: "tms" as const } : {}),
    attribution: escape(credit),
  };
  const isVector =
    Array.isArray(told["vector_layers"]) ||
    (told["encoding"] === undefined && near && (await probe(members.tiles[0] ?? "", near)) === "vector");
  return {
    source: isVector ? { type: "vector", ...members } : toPictures(members, told["encoding"]),
    credit,
  };
}

async function openStyle(
  layers: readonly unknown[],
  told: Record<string, unknown>,
  address: string,
): Promise<Opened> {
  const names = Object.keys(told);
  const found = await Promise.all(
    names.map((name) => openStyleSource(told[name], address).catch(() => undefined)),
  );
  const sources: Record<string, SourceSpecification> = {};
  const credits = new Set<string>();
  names.forEach((name, index) => {
    const source = found[index];
    if (!source) return;
    sources[READER_PREFIX + name] = source.source;
    if (source.credit !== "") credits.add(source.credit);
  });
  const parts = layers.flatMap((layer): ReaderPart[] => {
    const source = isRecord(layer) ? `${READER_PREFIX}${String(layer["source"])}` : "";
    if (!(source in sources)) return [];
    // What it is besides is left to MapLibre, which refuses what it cannot draw.
    return [{ kind: "styled", layer: { ...(layer as LayerSpecification), source } as LayerSpecification }];
  });
  if (parts.length === 0) throw new ReaderBaseError("no-map");
  return { credits: [...credits], sources, parts };
}

/** A source of a style with its tiles by name, so that nothing but these is asked for later. */
async function openStyleSource(told: unknown, from: string): Promise<FoundSource> {
  if (!isRecord(told)) throw new ReaderBaseError("no-map");
  const { type, url } = told;
  if (type !== "vector" && type !== "raster" && type !== "raster-dem") throw new ReaderBaseError("no-map");
  if (typeof url === "string" && url.startsWith("pmtiles://")) {
    const { credits, sources } = await openPmtiles(resolve(url.slice("pmtiles://".length), from));
    return { source: sources[READER_PREFIX] as TileSource, credit: credits[0] ?? "" };
  }
  const address = typeof url === "string" ? resolve(url, from) : from;
  const tileJson = typeof url === "string" ? await readJson(address) : told;
  const encoding = type === "raster-dem" ? (told["encoding"] ?? tileJson["encoding"] ?? "mapbox") : undefined;
  const { source, credit } = await readTileJson(
    { ...tileJson, encoding, vector_layers: type === "vector" ? [] : undefined },
    address,
  );
  const { tileSize } = told;
  const size = type !== "vector" && typeof tileSize === "number" ? { tileSize } : {};
  return { source: { ...source, ...size } as TileSource, credit };
}

async function readJson(address: string): Promise<Record<string, unknown>> {
  const response = await ask(address);
  if (!response.ok) throw new ReaderBaseError("refused");
  const found: unknown = await response.json().catch(() => undefined);
  if (!isRecord(found)) throw new ReaderBaseError("no-map");
  return found;
}

/** @throws ReaderBaseError if no answer may be read, whatever keeps it away. */
async function ask(address: string): Promise<Response> {
  return fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), credentials: "omit" }).catch(() => {
    throw new ReaderBaseError("unreachable");
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a credit, which may be written with markup. */
function toText(markup: unknown): string {
  if (typeof markup !== "string") return "";
  return (new DOMParser().parseFromString(markup, "text/html").body.textContent ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** MapLibre takes credits as markup; these are text. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
