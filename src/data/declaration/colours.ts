import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  modeLab65,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  toGamut,
  useMode,
} from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeLab65, modeOklab, modeOklch]) useMode(mode);
const toRgb = converter("rgb");
const fitIntoRgb = toGamut("rgb", "oklch");

/** By its types a filter of culori takes parsed colours only; it takes texts as well. */
type Filter = (colour: string) => Color | undefined;

/**
 * How colours are seen, each kind of sight with the least difference (CIEDE2000) at which two patches of ground are told
 * apart without looking twice. Colour blindness is simulated after Machado, Oliveira and Fernandes (2009), in full strength.
 */
const SIGHTS = [
  { name: "anybody", see: (colour: string) => toRgb(colour), least: 15 },
  { name: "people who do not see red (protanopia)", see: filterDeficiencyProt(1) as Filter, least: 8 },
  { name: "people who do not see green (deuteranopia)", see: filterDeficiencyDeuter(1) as Filter, least: 8 },
  { name: "people who do not see blue (tritanopia)", see: filterDeficiencyTrit(1) as Filter, least: 8 },
] as const;

const measureDifference = differenceCiede2000();

/** For whom two colours (`#rrggbb`) are hard to tell apart; `undefined`: for nobody. */
export function findConfusion(one: string, other: string): string | undefined {
  return SIGHTS.find((sight) => measureAs(sight, one, other) < sight.least)?.name;
}

function measureAs({ see }: (typeof SIGHTS)[number], one: string, other: string): number {
  const [first, second] = [see(one), see(other)];
  return first && second ? measureDifference(first, second) : 0;
}

/** Colours of middle lightness, each as far as can be from those before it and from `taken` for all kinds of sight. */
export function listFurtherColours(taken: readonly string[], count: number): string[] {
  const kept = [...taken];
  const chosen: string[] = [];
  for (let index = 0; index < count; index++) {
    const best = CANDIDATES.map((colour) => ({ colour, room: findRoom(colour, kept) })).reduce(
      (one, other) => (other.room > one.room ? other : one),
    );
    kept.push(best.colour);
    chosen.push(best.colour);
  }
  return chosen;
}

/** How far the nearest of the colours is, by the sight that sees them nearest. */
function findRoom(colour: string, others: readonly string[]): number {
  return others.reduce(
    (least, other) =>
      SIGHTS.reduce((room, sight) => Math.min(room, measureAs(sight, colour, other) / sight.least), least),
    Number.POSITIVE_INFINITY,
  );
}

const HUE_STEP = 15;

const CANDIDATES: readonly string[] = [0.42, 0.52, 0.62].flatMap((l) =>
  Array.from({ length: 360 / HUE_STEP }, (_, index) => {
    const colour = fitIntoRgb({ mode: "oklch", l, c: 0.13, h: index * HUE_STEP });
    return formatHex(colour);
  }),
);
