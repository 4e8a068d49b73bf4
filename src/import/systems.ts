import { toOneLine, type Reporter } from "../data/problem.ts";

/** From the coordinates of a system, east or longitude first, to longitude and latitude on WGS 84. */
export type Projector = (x: number, y: number) => readonly [lng: number, lat: number];

/** What a file says of the system of its coordinates. */
export interface SystemSaid {
  /** Number in the EPSG register, or one of the numbers that programs use besides. */
  readonly code?: number | undefined;
  /** Well-known text, as in a `.prj`. */
  readonly definition?: string | undefined;
}

/** How a system is read. */
export interface SystemFound {
  /** `undefined` where the coordinates are longitude and latitude already. */
  readonly project: Projector | undefined;
  /** Whether they cannot be read: that was reported. */
  readonly isUnknown: boolean;
  /** How people know it: `EPSG:32637`, or the name in its definition. */
  readonly name: string;
}

/** Longitude and latitude, by numbers of systems that differ by less than a few metres anywhere. */
const DEGREES = new Set([4326, 4979, 4258, 4269, 4490, 4619, 4019, 4755]);
const WEB_MERCATOR = new Set([3857, 3785, 900913, 102100, 102113]);
/** The ellipsoid of Krassowsky and the way from it to WGS 84, as the EPSG register gives them for the whole of the former Soviet Union. */
const PULKOVO = "+ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22";
const ED50 = "+ellps=intl +towgs84=-87,-98,-121,0,0,0,0";

/**
 * The way from a system to degrees. Known by number are Web Mercator under all its numbers, World Mercator, UTM (WGS 84,
 * ETRS89, ED50) and the Gauss-Krüger zones of Pulkovo 1942; every other needs its definition. Where neither helps, one problem
 * names the system. The result of numbers alone is right to some metres.
 */
export async function findSystem(said: SystemSaid, reporter: Reporter): Promise<SystemFound> {
  const { code, definition } = said;
  const name = nameSystem(said);
  if (code !== undefined && DEGREES.has(code)) return { project: undefined, isUnknown: false, name };
  const byCode = code === undefined ? undefined : describeCode(code);
  if (byCode === undefined && definition !== undefined && isDegrees(definition))
    return { project: undefined, isUnknown: false, name };
  const text = byCode ?? definition;
  const made = text === undefined ? undefined : await makeProjector(text);
  if (made) {
    const remedy =
      "export it in degrees (EPSG:4326) where that matters: shapes may lie some hundred metres off";
    const found = `coordinates in ${name}, of which it is not known how far it lies from WGS 84`;
    if (byCode === undefined && !made.isPlaced)
      reporter.warn("unknown-coordinate-system", found, "a system that says so", remedy);
    return { project: made.project, isUnknown: false, name };
  }
  const remedy = "export it in degrees (EPSG:4326); until then its rows are read without shapes";
  const expected = "longitude and latitude on WGS 84, Web Mercator, UTM, or a system with its definition";
  reporter.error("unknown-coordinate-system", `coordinates in ${name}`, expected, remedy);
  return { project: undefined, isUnknown: true, name };
}

function nameSystem({ code, definition }: SystemSaid): string {
  if (code !== undefined) return `EPSG:${code}`;
  const named = definition === undefined ? undefined : /^\s*\w+\s*\[\s*"([^"]*)"/.exec(definition)?.[1];
  return toOneLine(named ?? definition?.trim() ?? "an unnamed system", 60);
}

/** The parameters of a numbered system as PROJ writes them. */
function describeCode(code: number): string | undefined {
  if (WEB_MERCATOR.has(code))
    return "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs";
  if (code === 3395) return "+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs";
  if (code === 4284) return `+proj=longlat ${PULKOVO} +no_defs`;
  if (code === 4230) return `+proj=longlat ${ED50} +no_defs`;
  const zone = code % 100;
  const family = code - zone;
  if (zone < 1) return undefined;
  if (family === 28_400 && zone <= 32)
    return `+proj=tmerc +lat_0=0 +lon_0=${wrapMeridian(zone * 6 - 3)} +k=1 +x_0=${zone}500000 +y_0=0 ${PULKOVO} +units=m +no_defs`;
  if (zone > 60) return undefined;
  if (family === 32_600) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
  if (family === 32_700) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
  if (family === 25_800 && zone >= 28 && zone <= 38)
    return `+proj=utm +zone=${zone} +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`;
  if (family === 23_000 && zone >= 28 && zone <= 38)
    return `+proj=utm +zone=${zone} ${ED50} +units=m +no_defs`;
  return undefined;
}

function wrapMeridian(degrees: number): number {
  return degrees > 180 ? degrees - 360 : degrees;
}

/** Whether a definition is of longitude and latitude on WGS 84, in degrees from Greenwich. */
function isDegrees(definition: string): boolean {
  return (
    /^\s*(?:GEOGCS|GEOGCRS|GEODCRS)\s*\[/i.test(definition) &&
    /"(?:D_)?(?:WGS[ _]?(?:19)?84|World Geodetic System 1984)[^"]*"/i.test(definition) &&
    !/PRIMEM\s*\[\s*"(?!Greenwich)/i.test(definition)
  );
}

interface Made {
  readonly project: Projector;
  /** Whether the way from the ellipsoid of the system to that of WGS 84 is known. */
  readonly isPlaced: boolean;
}

async function makeProjector(definition: string): Promise<Made | undefined> {
  const { default: proj4 } = await import("proj4");
  try {
    const placed = placeDatum(definition);
    const { forward } = proj4(placed, "WGS84");
    // Some faults show only once it is used.
    if (!forward([0, 0]).every((value) => typeof value === "number")) return undefined;
    const { datum } = new proj4.Proj(placed) as unknown as {
      readonly datum?: { readonly datum_type?: number };
    };
    const project: Projector = (x, y) => {
      const [lng = Number.NaN, lat = Number.NaN] = forward([x, y]);
      return [round(lng), round(lat)];
    };
    return { project, isPlaced: datum?.datum_type !== NO_DATUM || isModern(definition) };
  } catch {
    return undefined;
  }
}

/** How the package marks a system of whose ellipsoid it knows the form and not the place. */
const NO_DATUM = 5;

/** Whether an ellipsoid is the one of WGS 84, or so near to it that it was meant to be: GRS 1980. */
function isModern(definition: string): boolean {
  return (
    /(?:SPHEROID|ELLIPSOID)\s*\[\s*"[^"]*"\s*,\s*6378137(?:\.0*)?\s*,\s*298\.257/i.test(definition) ||
    /GRS80|WGS84/.test(definition)
  );
}

/** By name, since what ArcGIS writes has no number. */
const SHIFTS: readonly (readonly [datum: RegExp, shift: string])[] = [
  [/^(?:D_)?Pulkovo[_ ]1942$/i, PULKOVO],
  [/^(?:D_)?European(?:[_ ]Datum)?[_ ]1950$/i, ED50],
];

/** A definition that says where its ellipsoid lies: many name it alone, and are a hundred metres off without it. */
function placeDatum(definition: string): string {
  const datum = /\bDATUM\s*\[\s*"([^"]*)"\s*,\s*SPHEROID\s*\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)?\]/i.exec(
    definition,
  );
  if (!datum || /TOWGS84/i.test(definition)) return definition;
  const [text, name = ""] = datum;
  const shift = SHIFTS.find(([known]) => known.test(name))?.[1].split("towgs84=")[1];
  if (shift !== undefined) return definition.replace(text, () => `${text},TOWGS84[${toSeven(shift)}]`);
  // The package has the shifts of most by the number of their system of degrees, which comes after its units.
  const [, code] =
    /UNIT\s*\[[^[\]]*(?:\[[^[\]]*\])?\]\s*,\s*AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d{4,5})/i.exec(definition) ??
    [];
  return code === undefined ? definition : definition.replace(`"${name}"`, () => `"EPSG_${code}"`);
}

function toSeven(shift: string): string {
  return [...shift.split(","), 0, 0, 0, 0].slice(0, 7).join(",");
}

/** To a tenth of a millimetre: beyond that engines, whose sines differ, do not agree. */
function round(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}

/** The number in the name of a system: `EPSG:3857`, `urn:ogc:def:crs:EPSG::32637`, `CRS84`; `undefined` if it has none. */
export function parseSystem(name: string): number | undefined {
  if (/(?:CRS:?84h?|WGS ?84)$/i.test(name.trim())) return 4326;
  const [, code] = /^(?:.*EPSG(?::|\/|_)*(?:[\d.]*(?::|\/))?)?(\d{4,6})$/i.exec(name.trim()) ?? [];
  return code === undefined ? undefined : Number(code);
}
