import { distance } from "fastest-levenshtein";
import { findScript, type Script } from "../../src/core/names.ts";

/** A populated place of the world's map. */
export interface WorldPlace {
  readonly lng: number;
  readonly lat: number;
  /** The zoom from which there is room for it beside places of more weight. */
  readonly rank: number;
  readonly names: Readonly<Record<Script, string>>;
}

interface Candidate {
  readonly lng: number;
  readonly lat: number;
  readonly weight: number;
  readonly country: string;
  readonly name: string;
  readonly plainName: string;
  readonly otherNames: readonly string[];
}

/** Sections of cities, and places that are left or gone. */
const LEFT_OUT = new Set(["PPLX", "PPLQ", "PPLH", "PPLW", "PPLCH"]);
/** By how much seats of government outweigh other places of their size. */
const SEATS: Readonly<Record<string, number>> = { PPLC: 8, PPLA: 3, PPLA2: 1.5 };

const LEAST_ZOOM = 3;
const MOST_ZOOM = 9;
/** Places named at one zoom lie at least this far from each other. */
const SPACING_PX = 92;
const WORLD_PX = 512;
const HELD_SHARE = 0.4;
/** Up to this rank a place has a name in the scripts of the interface, beyond that in its country's alone. */
const MANY_SCRIPTS_RANK = 6;
const INTERFACE_SCRIPTS: readonly Script[] = ["arabic", "cyrillic"];

/**
 * The places of a table of GeoNames (cities500.txt) that the map has room for, thinned zoom by zoom: on each the
 * weightier ones are taken first, and what is nearer to one of them than names need waits for the next.
 */
export function choosePlaces(table: string): WorldPlace[] {
  const candidates = table
    .split("\n")
    .flatMap(readCandidate)
    .toSorted((a, b) => b.weight - a.weight || a.lng - b.lng || a.lat - b.lat);
  const places: WorldPlace[] = [];
  let rest = candidates;
  const taken: Candidate[] = [];
  for (let zoom = LEAST_ZOOM; zoom <= MOST_ZOOM; zoom++) {
    const spacing = (SPACING_PX * 360) / (WORLD_PX * 2 ** zoom);
    const grid = createGrid(spacing);
    for (const one of taken) grid.add(one);
    const waiting: Candidate[] = [];
    // What has to wait keeps lighter places close to it waiting, too: the larger of two is named first.
    const held = createGrid(spacing * HELD_SHARE);
    for (const candidate of rest) {
      if (grid.hasNear(candidate) || held.hasNear(candidate)) {
        waiting.push(candidate);
        held.add(candidate);
        continue;
      }
      grid.add(candidate);
      taken.push(candidate);
      const { lng, lat } = candidate;
      places.push({ lng, lat, rank: zoom, names: nameInScripts(candidate, zoom) });
    }
    rest = waiting;
  }
  return places;
}

function readCandidate(line: string): Candidate[] {
  const cells = line.split("\t");
  const [, name = "", plainName = "", others = "", lat = "", lng = "", , code = "", country = ""] = cells;
  if (name === "" || LEFT_OUT.has(code)) return [];
  const weight = (Number(cells[14]) + 100) * (SEATS[code] ?? 1);
  const otherNames = others.split(",");
  return [{ lng: Number(lng), lat: Number(lat), weight, country, name, plainName, otherNames }];
}

type Spot = Pick<Candidate, "lng" | "lat">;

/** Finds what lies nearer to a place than `spacing` degrees of longitude at the equator, on a map by Mercator. */
function createGrid(spacing: number) {
  const cells = new Map<string, Spot[]>();
  const toRow = ({ lat }: Spot) => (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI;
  const keyOf = (column: number, row: number) => `${column} ${row}`;
  return {
    add(spot: Spot) {
      const key = keyOf(Math.floor(spot.lng / spacing), Math.floor(toRow(spot) / spacing));
      const cell = cells.get(key);
      if (cell) cell.push(spot);
      else cells.set(key, [spot]);
    },
    hasNear(spot: Spot) {
      const [x, y] = [spot.lng, toRow(spot)];
      const [column, row] = [Math.floor(x / spacing), Math.floor(y / spacing)];
      for (let right = -1; right <= 1; right++) {
        for (let up = -1; up <= 1; up++) {
          const cell = cells.get(keyOf(column + right, row + up)) ?? [];
          // Names are wider than they are high.
          if (cell.some((other) => Math.hypot(other.lng - x, 1.6 * (toRow(other) - y)) < spacing))
            return true;
        }
      }
      return false;
    },
  };
}

/** Codes of scripts (ISO 15924) by our words for them. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  Arab: "arabic",
  Cyrl: "cyrillic",
  Hebr: "hebrew",
  Grek: "greek",
  Armn: "armenian",
  Geor: "georgian",
  Ethi: "ethiopic",
  Deva: "devanagari",
  Beng: "bengali",
  Sinh: "sinhala",
  Mymr: "myanmar",
  Thai: "thai",
  Khmr: "khmer",
  Kore: "hangul",
  Hans: "han",
  Hant: "han",
  Jpan: "han",
};

function nameInScripts(
  { country, name, plainName, otherNames }: Candidate,
  rank: number,
): Record<Script, string> {
  const code = new Intl.Locale(`und-${country}`).maximize().script ?? "Latn";
  const local = SCRIPTS[code];
  const wanted = new Set(rank <= MANY_SCRIPTS_RANK ? INTERFACE_SCRIPTS : []);
  if (local) wanted.add(local);
  const names: Record<Script, string> = { [findScript(name) ?? "latin"]: name };
  names["latin"] ??= plainName;
  for (const script of wanted) {
    const found = chooseName(otherNames, script, plainName, country);
    if (found !== undefined) names[script] ??= found;
  }
  return names;
}

/** Letters of Persian, Urdu, Kurdish and others, which names in Arabic do not have. */
const NOT_ARABIC = /[پچژگکیےھہٹڈڑںۆێڵڕەۀۇۈېە]/u;
/** Countries whose own language is written with these. */
const OWN_LETTERS = new Set(["IR", "AF", "PK"]);

/** The name in a script that sounds most like the Latin one: of several languages, that of the country's own. */
function chooseName(
  names: readonly string[],
  script: Script,
  plainName: string,
  country: string,
): string | undefined {
  const inScript = names.filter((name) => [...name].every((letter) => isOfScript(letter, script)));
  const own =
    script === "arabic" && !OWN_LETTERS.has(country)
      ? inScript.filter((name) => !NOT_ARABIC.test(name))
      : inScript;
  const sound = soundOf(plainName);
  const ranked = own.map((name) => ({ name, far: distance(sound, soundOf(spell(name))) }));
  return ranked.toSorted((a, b) => a.far - b.far || a.name.length - b.name.length)[0]?.name;
}

function isOfScript(letter: string, script: Script): boolean {
  return !/\p{L}/u.test(letter) || findScript(letter) === script;
}

/** Letters by what they sound like in Latin ones; enough to tell Odesa from Odessa. */
const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ь ъ ыy эe юiu яia ёe",
    "اa أa إi آa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw يy ىa ةa ئy ؤw ءa",
    "აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh",
    "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo άa έe ήi ίi όo ύy ώo",
    "אa בb גg דd הh וv זz חh טt יy כk ךk לl מm םm נn ןn סs עa פp ףp צts ץts קk רr שsh תt",
    "աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf",
  ]
    .flatMap((row) => row.split(" "))
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

function spell(name: string): string {
  return [...name.toLowerCase()].map((letter) => SOUNDS[letter] ?? letter).join("");
}

function soundOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, "");
}
