import { type ControlArchive, openArchive } from "../core/archive/control-archive.ts";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isInBounds,
  isInside,
  joinBounds,
} from "../core/geometry.ts";
import { traceAreas } from "../core/history/area-trace.ts";
import type { Names, Script } from "../core/names.ts";
import type { Importance, Settlement } from "../core/records.ts";
import { listCells, NEAR, UNITS_PER_DEGREE, type WorldCell } from "../core/world-cells.ts";
import { ID } from "./patterns.ts";

/** Whose places the cells of the world's map have, and on which terms. */
export const GAZETTEER = "GeoNames";
export const GAZETTEER_CREDIT = "Places: GeoNames (CC BY 4.0), not of the data set";

/** The text of a cell of the world's map by its name, such as `20_40-near`; `undefined` for one without a file, which is open sea. */
export type ReadWorldCell = (name: string) => Promise<string | undefined>;

/**
 * The places of the world's map that lie in an area on any day or, where the data set draws a theatre whose remainder a side holds, in
 * that theatre. They are the very places that the map names under data without settlements.
 *
 * Rejects if the cells cannot be read.
 */
export async function findGazetteerPlaces(
  control: ControlArchive,
  around: Bounds,
  readCell: ReadWorldCell,
): Promise<readonly Settlement[]> {
  const theatre = findTheatre(control);
  const bounds = theatre ? joinBounds([around, findBounds(theatre)]) : around;
  const found: Settlement[] = [];
  const taken = new Set<string>();
  for (const { name, shift } of listCells(bounds)) {
    for (const file of [name, name + NEAR]) {
      const text = await readCell(file);
      if (text === undefined) continue;
      // Made with the program, by `tools/world.ts`.
      const { places } = JSON.parse(text) as WorldCell;
      for (const place of places) {
        const settlement = toSettlement(place, shift, taken);
        if (settlement && isInBounds(settlement.position, bounds)) found.push(settlement);
      }
    }
  }
  return keepHeld(control, found);
}

function keepHeld(control: ControlArchive, places: readonly Settlement[]): readonly Settlement[] {
  const { initialSides, changes } = traceAreas(openArchive(control.tables), places);
  const changed = new Set(changes.map(({ settlement }) => settlement));
  const theatre = findTheatre(control);
  return places.filter(
    ({ id, position }) =>
      initialSides.get(id) !== undefined || changed.has(id) || (theatre && isInside(position, theatre)),
  );
}

/** A theatre that is drawn: a box around everything is no ground that anybody told of. */
function findTheatre({ remainder }: ControlArchive): AreaGeometry | undefined {
  return remainder?.hasOutline ? remainder.theatre : undefined;
}

/** Under which language code a name of a script goes. GeoNames does not say whose language it is in, so most go under none. */
const CODES: Readonly<Record<Script, string>> = {
  latin: "en",
  arabic: "ar",
  hebrew: "he",
  greek: "el",
  armenian: "hy",
  georgian: "ka",
  thai: "th",
  khmer: "km",
  hangul: "ko",
};
/** Codes of scripts (ISO 15924) of which the languages are many. */
const SCRIPT_CODES: Readonly<Record<Script, string>> = {
  cyrillic: "Cyrl",
  ethiopic: "Ethi",
  devanagari: "Deva",
  bengali: "Beng",
  tamil: "Taml",
  sinhala: "Sinh",
  myanmar: "Mymr",
  han: "Hani",
};

/** The zooms from which places are named that a regional map names, and those that every map does. */
const [NEAR_RANK, FAR_RANK] = [8, 6];

function toSettlement(
  [x, y, rank, latin, others = {}]: WorldCell["places"][number],
  shift: number,
  taken: Set<string>,
): Settlement | undefined {
  const names: Names = Object.fromEntries(
    Object.entries({ ...(latin !== "" && { latin }), ...others }).map(([script, name]) => [
      CODES[script] ?? `und-${SCRIPT_CODES[script] ?? "Zzzz"}`,
      name,
    ]),
  );
  const [name] = Object.values(names);
  if (name === undefined) return undefined;
  const id = nameId(name, x, y, taken);
  const importance: Importance = rank <= FAR_RANK ? 1 : rank <= NEAR_RANK ? 2 : 3;
  return {
    id,
    name,
    names,
    spellings: [],
    // What kind of place it is, the cells do not tell, and nobody is told.
    kind: "town",
    governorate: "",
    district: "",
    importance,
    position: [x / UNITS_PER_DEGREE + shift, y / UNITS_PER_DEGREE],
    positionSource: "geonames",
    positionRef: "",
    precisionKm: 1,
    note: "",
    isContext: false,
  };
}

/** The name in small plain letters; of several so named the later ones with their position, so that ids do not hang on who else is there. */
function nameId(name: string, x: number, y: number, taken: Set<string>): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  const whole = ID.test(plain) && !taken.has(plain) ? plain : `${plain}.${x}.${y}`;
  taken.add(whole);
  return whole;
}
