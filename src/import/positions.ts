/** An angle read from text, and which of the two it is, where the text says so. */
export interface Angle {
  readonly degrees: number;
  readonly axis: "latitude" | "longitude" | undefined;
}

/** Letters of the points of the compass in Latin and Cyrillic, the French O (ouest) and the Arabic ones. */
const COMPASS: readonly (readonly [letters: RegExp, axis: "latitude" | "longitude", sign: 1 | -1])[] = [
  [/^(?:n|north|с\.?\s?ш\.?|пн\.?\s?ш\.?|ش|شمالا?)$/iu, "latitude", 1],
  [/^(?:s|south|ю\.?\s?ш\.?|пд\.?\s?ш\.?|ج|جنوبا?)$/iu, "latitude", -1],
  [/^(?:e|east|в\.?\s?д\.?|сх\.?\s?д\.?|ق|شرقا?)$/iu, "longitude", 1],
  [/^(?:w|o|west|з\.?\s?д\.?|зх\.?\s?д\.?|غ|غربا?)$/iu, "longitude", -1],
];

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const SEXAGESIMAL = new RegExp(
  String.raw`^([+-])?(${NUMBER})(?:[°d:\s]\s*(${NUMBER})(?:['m:\s]\s*(?:(${NUMBER})\s*(?:"|''|s)?)?)?|\s*[°d])?\s*'?$`,
  "i",
);

/**
 * An angle as people write it: `35.93`, `35,93`, `35°56'12.5"N`, `N 35 56.2`, `-36:38:00`, with signs and digits of any
 * script. `undefined` where it is none, or has 60 minutes or more. It is not checked whether it is on the globe.
 */
export function parseAngle(value: unknown): Angle | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) ? { degrees: value, axis: undefined } : undefined;
  if (typeof value !== "string" || value.length > LONGEST_ANGLE) return undefined;
  // As nearly all are written, and a hundred times faster than what follows.
  if (PLAIN.test(value)) return { degrees: Number(value), axis: undefined };
  const { rest, axis, sign } = takeCompass(normalise(value));
  const [, minus, degrees = "", minutes = "0", seconds = "0"] =
    SEXAGESIMAL.exec(rest.replace(",", ".")) ?? [];
  if (degrees === "") return undefined;
  const [whole, sixtieth, second] = [Number(degrees), Number(minutes), Number(seconds)];
  if (sixtieth >= 60 || second >= 60) return undefined;
  const size = whole + sixtieth / 60 + second / 3600;
  // A minus and a letter for south would say it twice: the letter counts.
  const turned = axis === undefined && minus === "-" ? -size : size * sign;
  return { degrees: turned, axis };
}

const LONGEST_ANGLE = 60;
const PLAIN = /^-?\d{1,3}(?:\.\d{1,20})?$/;

function takeCompass(text: string): { rest: string; axis: Angle["axis"]; sign: 1 | -1 } {
  const [, before = "", rest = "", after = ""] =
    /^([\p{L}.\s]*?)\s*([+-]?\d.*?[\d"'°dms]|[+-]?\d)\s*([\p{L}.\s]*)$/u.exec(text) ?? [];
  const named = before.trim() === "" ? after.trim() : before.trim();
  if (rest === "" || named === "") return { rest: rest === "" ? text : rest, axis: undefined, sign: 1 };
  const found = COMPASS.find(([letters]) => letters.test(named));
  // Some other word: no angle.
  if (!found) return { rest: "", axis: undefined, sign: 1 };
  return { rest, axis: found[1], sign: found[2] };
}

/** Signs that stand for the same, as ASCII; digits of other scripts as ours. */
function normalise(text: string): string {
  return text
    .trim()
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("\u066B", ".")
    .replaceAll(/[\u2212\u2010\u2013\uFE63\uFF0D]/g, "-")
    .replaceAll(/[\u00BA\u02DA\u00B0]/g, "°")
    .replaceAll(/[\u2032\u2019\u2018\u00B4\u02B9`]/g, "'")
    .replaceAll(/[\u2033\u201C\u201D\u02BA]/g, '"')
    .replaceAll(/[\u00A0\u202F\u2009\u200E\u200F]/g, " ");
}

/** What may part the two angles of a position, the surest first. */
const PARTINGS: readonly RegExp[] = [
  /\s*;\s*/,
  /\s*\|\s*/,
  /,\s+/,
  /\s*\/\s*/,
  /,/,
  /(?<=[NSns])\s*,?\s*(?=\d|[EWew])|(?<=\d)\s+(?=[EWOewo]\s*\d)/,
  /\s+/,
];
const LONGEST_PAIR = 120;

/**
 * The two angles of a position in one text, in the order in which they stand: `35.93, 36.63`, `35,93; 36,63`,
 * `35°56'N 36°38'E`, `(35.93 36.63)`. `undefined` where there are not just two.
 */
export function parsePair(text: string): readonly [Angle, Angle] | undefined {
  if (text.length > LONGEST_PAIR) return undefined;
  const plain = normalise(text)
    .replace(/^(?:geo:|[([])\s*/i, "")
    .replace(/\s*[)\]]$/, "");
  for (const parting of PARTINGS) {
    const [first, second, ...more] = plain.split(parting);
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [one, other] = [parseAngle(first), parseAngle(second)];
    if (one && other && (one.axis === undefined || one.axis !== other.axis)) return [one, other];
  }
  return undefined;
}
