/** The sentence in which a record stands: where it begins in its line, and which days it names. */
export interface Sentence {
  /** Character (code point) of the line, from 0. */
  readonly start: number;
  /**
   * The days named, in their order and each once: `01-27`, with a year where one is printed (`2012-10-10`);
   * `by 02-07` where the day is a limit; `month 02` where no day of the month is given ("in February"); `counted` for
   * words that count from a day named before ("the same day", "later in the day").
   */
  readonly days: readonly string[];
}

/** The sentence around a character (code point, from 0) of a line of English prose. */
export function findSentence(line: string, offset: number): Sentence {
  const position = [...line].slice(0, offset).join("").length;
  const starts = [0, ...listEnds(line)];
  const start = starts.findLast((at) => at <= position) ?? 0;
  const end = starts.find((at) => at > position) ?? line.length;
  return { start: Array.from(line.slice(0, start)).length, days: listDays(line.slice(start, end)) };
}

/** A stop, with quotes and reference numbers after it, before a capital or a number: blanks may be missing. */
const STOP = /[.!?]["”’']?(?:\[[^\]]{1,25}\])*\s*(?=["“‘(]?\p{Lu}|\d)/gu;

/** Where sentences begin, but for the first of the line. */
function listEnds(line: string): number[] {
  return [...line.matchAll(STOP)].flatMap(({ index, 0: stop }) => {
    const end = index + stop.length;
    const isDecimal = stop.length === 1 && /\d\.\d/.test(line.slice(index - 1, end + 1));
    const isAbbreviation = /(?<![\p{L}\d])\p{Lu}$/u.test(line.slice(0, index));
    return isDecimal || isAbbreviation ? [] : [end];
  });
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTH = MONTHS.join("|");
const DAYS = String.raw`(?<first>\d{1,2})(?:\s*(?:[–-]|and)\s*(?<last>\d{1,2}))?`;
const YEAR = String.raw`(?:,?\s+(?<year>\d{4}))?`;
const LIMIT = String.raw`(?<limit>\b(?:by|until|up to)\s+(?:the\s+\w+\s+of\s+)?)?`;
/** "27 January", "24 and 26 January", "13–16 February 2020". */
const DAY_FIRST = new RegExp(String.raw`${LIMIT}\b${DAYS}\s+(?<month>${MONTH})\b${YEAR}`, "gi");
/** "January 27", "February 27, 2020". */
const MONTH_FIRST = new RegExp(String.raw`${LIMIT}\b(?<month>${MONTH})\s+(?<first>\d{1,2})\b${YEAR}`, "gi");
/** A month without a day: "late February", "first two weeks of February", "November-December". */
const MONTH_ALONE = new RegExp(String.raw`(?<!\d\s)\b(?<month>${MONTH})\b(?!\s+\d{1,2}\b)${YEAR}`, "g");
const COUNTED =
  /\b(?:same|that|next|previous|following) (?:day|night|evening|morning)\b|\b(?:in|of) the (?:day|month)\b|\bthe day before\b/gi;

function listDays(sentence: string): string[] {
  const found = [
    ...[...sentence.matchAll(DAY_FIRST)].flatMap((match) => listTokens(match)),
    ...[...sentence.matchAll(MONTH_FIRST)].flatMap((match) => listTokens(match)),
    ...[...sentence.matchAll(MONTH_ALONE)].map(({ index, groups = {} }) => ({
      index,
      token: `month ${writeMonth(groups)}`,
    })),
    ...[...sentence.matchAll(COUNTED)].map(({ index }) => ({ index, token: "counted" })),
  ];
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(({ token }) => token))];
}

type Groups = Readonly<Record<string, string | undefined>>;

function listTokens({ index, groups = {} }: RegExpExecArray): { index: number; token: string }[] {
  const { limit, first, last } = groups as Groups;
  return [first, last].flatMap((day) => {
    if (day === undefined) return [];
    return [{ index, token: `${limit ? "by " : ""}${writeMonth(groups)}-${day.padStart(2, "0")}` }];
  });
}

/** "01", or "2020-01" where the year is printed. */
function writeMonth({ month = "", year }: Groups): string {
  const number = String(MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1);
  return `${year === undefined ? "" : `${year}-`}${number.padStart(2, "0")}`;
}
