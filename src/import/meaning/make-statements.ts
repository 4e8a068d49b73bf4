import type { Day } from "../../core/day.ts";
import { ID } from "../../data/patterns.ts";
import type { Problem } from "../../data/problem.ts";
import type { Understood } from "./guess-sides.ts";
import { MADE, type MadeFiles, type MadeRow } from "./made-files.ts";
import type { Meaning } from "./meaning.ts";
import { type Observation, toClaims } from "./observations.ts";
import { type Places, readPrecision } from "./places.ts";
import { type ReadRow, readRows, type RowDays } from "./read-row.ts";
import { toAction, toCertainty, toEventKind, toMeasure } from "./vocabulary.ts";

interface Making {
  readonly meaning: Meaning;
  readonly problems: Problem[];
  readonly places: Places;
}

type Place = ReturnType<Places["take"]>;

/** A record that is made once all places are known. */
interface Draft {
  readonly row: ReadRow;
  readonly place: Place;
  readonly days: RowDays;
}

export interface MadeStatements {
  /** Writes the tables that have rows, and tells what each is. Places are settled by it. */
  readonly write: (files: MadeFiles) => readonly { readonly name: string; readonly path: string }[];
  /** The first and last day of all; `undefined` where there are none. */
  readonly span: () => { readonly firstDay: Day; readonly lastDay: Day } | undefined;
}

interface MadeTable {
  readonly name: "claims" | "events" | "figures";
  readonly fields: readonly string[];
  readonly rows: readonly MadeRow[];
}

const COMMON = [
  "first_day",
  "last_day",
  "settlement",
  "attribution",
  "certainty",
  "source",
  "summary",
] as const;
const CLAIM_FIELDS = ["id", ...COMMON, "action", "extent", "side", "actor"];
const EVENT_FIELDS = [
  "id",
  ...COMMON,
  "kind",
  "title",
  "lng",
  "lat",
  "precision_km",
  "precision",
  "actors",
  "fatalities",
  "fatalities_low",
  "fatalities_high",
];
const FIGURE_FIELDS = ["id", ...COMMON, "measure", "value", "value_high", "unit", "concerns"];

/** Claims, events and figures, from the tables of them and from what tells who held a place when. */
export function makeStatements(sheets: readonly Understood[], making: Making): MadeStatements {
  const { meaning, problems, places } = making;
  const drafts = { claims: [] as Draft[], events: [] as Draft[], figures: [] as Draft[] };
  const observed = new Map<Place, Observation[]>();
  const days = createSpan();
  for (const sheet of sheets) {
    const kind = sheet.meaning.kind.value;
    for (const row of readRows(sheet, meaning, problems)) {
      const place = places.take(row, kind === "held-places");
      if (kind === "held-places") observe(row, place, observed, days);
      else if (kind === "claims" || kind === "events" || kind === "figures") {
        const found = row.days();
        if (!found) continue;
        days.take(found.first);
        days.take(found.last);
        drafts[kind].push({ row, place, days: found });
      }
    }
  }
  return {
    span: days.get,
    write(files) {
      places.settle();
      const end = days.get()?.lastDay;
      const claims = [
        ...drafts.claims.flatMap((draft) => toClaim(draft, places)),
        ...(end === undefined ? [] : listHeld(observed, places, end)),
      ];
      const tables: readonly MadeTable[] = [
        { name: "claims", fields: CLAIM_FIELDS, rows: claims },
        { name: "events", fields: EVENT_FIELDS, rows: drafts.events.map((draft) => toEvent(draft, places)) },
        {
          name: "figures",
          fields: FIGURE_FIELDS,
          rows: drafts.figures.flatMap((draft) => toFigure(draft, places)),
        },
      ];
      return tables.flatMap(({ name, fields, rows }) => {
        if (rows.length === 0) return [];
        const path = MADE[name];
        files.addTable(path, fields, giveIds(rows, name.slice(0, 1)), name);
        return [{ name, path }];
      });
    },
  };
}

function createSpan() {
  let [first, last]: (Day | undefined)[] = [];
  return {
    take(day: Day | undefined) {
      if (day === undefined) return;
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
    },
    get: () => (first === undefined || last === undefined ? undefined : { firstDay: first, lastDay: last }),
  };
}

function observe(
  row: ReadRow,
  place: Place,
  observed: Map<Place, Observation[]>,
  span: ReturnType<typeof createSpan>,
): void {
  if (!place) {
    row.reporter.error("missing-member", "no name of the place", "a name or a code", "add it");
    return;
  }
  const list = observed.get(place) ?? [];
  observed.set(place, list);
  const about = {
    origin: row.origin,
    source: sourceOf(row),
    attribution: row.text("attribution"),
    summary: row.text("summary"),
  };
  const byDay = row.sidesByDay();
  for (const { day, side } of byDay) {
    span.take(day);
    list.push({ ...about, first: day, last: day, side });
  }
  const side = row.side();
  if (byDay.length > 0 || side === "left-out") return;
  const days = row.days();
  if (!days) return;
  span.take(days.first);
  span.take(days.last);
  list.push({ ...about, ...days, side });
}

function listHeld(observed: ReadonlyMap<Place, Observation[]>, places: Places, end: Day): MadeRow[] {
  // Rows by other names may be of one place.
  const byName = new Map<string, Observation[]>();
  for (const [place, list] of observed) {
    const name = places.nameOf(place);
    byName.set(name, [...(byName.get(name) ?? []), ...list]);
  }
  return [...byName].flatMap(([name, list]) =>
    toClaims(list, end).map(
      ({ action, attribution, firstDay, lastDay, origin, side, source, summary }): MadeRow => ({
        origin,
        cells: ["", firstDay, lastDay, name, attribution, "", source, summary, action, "", side, ""],
      }),
    ),
  );
}

/** The document: what the row names, else the file itself. */
function sourceOf(row: ReadRow): string {
  return row.text("source") || row.origin.file.slice(row.origin.file.lastIndexOf("/") + 1);
}

function tellCommon({ row, place, days }: Draft, places: Places, settlement = places.nameOf(place)) {
  const last = days.last ?? days.first;
  return [
    days.first,
    last,
    settlement,
    row.text("attribution"),
    toCertainty(row.text("certainty")),
    sourceOf(row),
    row.text("summary"),
  ];
}

function toClaim(draft: Draft, places: Places): MadeRow[] {
  const { row, place } = draft;
  const side = row.side();
  const action = row.text("action");
  const isContested = side === "contested";
  if (!place) {
    row.reporter.error("missing-member", "no name of the place", "a name or a code", "add it");
    return [];
  }
  if (side === "left-out" && row.text("side") !== "") {
    row.reporter.note(
      "left-out-by-value",
      `side ${JSON.stringify(row.text("side"))}`,
      "a side",
      "nothing need be done",
    );
    return [];
  }
  const cells = [
    row.text("id"),
    ...tellCommon(draft, places),
    isContested ? "contested" : toAction(action),
    row.text("extent"),
    typeof side === "object" ? side.id : "",
    row.text("actor"),
  ];
  return [{ origin: row.origin, cells }];
}

const LONGEST_TITLE = 100;

function toEvent(draft: Draft, places: Places): MadeRow {
  const { row, place } = draft;
  const isKnown = places.isKnown(place);
  const kind = row.text("kind");
  const where = row.text("place");
  const summary = row.text("summary");
  const said = row.text("title") || kind || summary.slice(0, LONGEST_TITLE);
  const title = isKnown || where === "" || said.includes(where) ? said : `${said} (${where})`;
  const [lng = "", lat = ""] = row.position ?? [];
  const precision = readPrecision(row.text("precision"));
  const cells = [
    row.text("id"),
    ...tellCommon(draft, places, isKnown ? places.nameOf(place) : ""),
    toEventKind(`${kind} ${row.text("title")}`.trim()),
    title,
    lng,
    lat,
    precision.km,
    precision.word,
    [row.text("actor"), row.text("other_actor")].filter((actor) => actor !== "").join("|"),
    toPlain(row, "fatalities"),
    toPlain(row, "fatalities_low"),
    toPlain(row, "fatalities_high"),
  ];
  return { origin: row.origin, cells };
}

/** A number without the marks between its digits; what is none as it is, to be told of where the table is read. */
function toPlain(row: ReadRow, word: "fatalities" | "fatalities_low" | "fatalities_high"): string {
  const number = row.number(word);
  return number === "" ? row.text(word) : String(number);
}

function toFigure(draft: Draft, places: Places): MadeRow[] {
  const { row, place } = draft;
  const value = row.number("value");
  if (value === "") {
    const found = `value ${JSON.stringify(row.text("value"))}`;
    row.reporter.about("value").error("not-a-number", found, "a number", "correct it");
    return [];
  }
  const measure = row.text("measure");
  const common = tellCommon(draft, places, places.isKnown(place) ? places.nameOf(place) : "");
  const cells = [
    row.text("id"),
    ...common.slice(0, -1),
    common.at(-1) || measure,
    toMeasure(measure),
    value,
    row.number("value_high"),
    row.text("unit"),
    row.text("concerns"),
  ];
  return [{ origin: row.origin, cells }];
}

/** Each record with an id of its own: that of the file where it is one and only one has it, else a number by what it says. */
function giveIds(rows: readonly MadeRow[], letter: string): readonly MadeRow[] {
  const counts = new Map<string, number>();
  for (const { cells } of rows) counts.set(String(cells[0]), (counts.get(String(cells[0])) ?? 0) + 1);
  const isOwn = (id: string) => ID.test(id) && counts.get(id) === 1;
  const others = rows
    .filter(({ cells }) => !isOwn(String(cells[0])))
    .map((row) => ({ row, text: row.cells.slice(1).join("\u0000") }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1));
  let number = 0;
  const numbered = others.map(({ row }) => {
    do number += 1;
    while (counts.has(`${letter}${number}`));
    return { ...row, cells: [`${letter}${number}`, ...row.cells.slice(1)] };
  });
  return [...rows.filter(({ cells }) => isOwn(String(cells[0]))), ...numbered];
}
