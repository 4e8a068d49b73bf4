import type { Language } from "../core/names.ts";
import { OWN_WORDS } from "../core/records.ts";
import type { RecordTexts, Translation } from "../core/translations.ts";
import { describeValue, type Problem, type Reporter, reportOn } from "./problem.ts";
import { matchTranslations, type TextColumn, TEXTS_OF, type TranslatedFile } from "./schema/name-column.ts";
import type { RawRecord } from "./text/record.ts";

/** A record with its texts in the language of the data set; a member that its kind does not have is missing. */
export type ToldTexts = { readonly id: string } & { readonly [Text in TextColumn]?: string };

/** Takes the texts of one record in other languages from its row. */
export type TakeTexts = (record: ToldTexts, row: Row) => void;

interface Row {
  readonly cells: RawRecord;
  readonly reporter: Reporter;
}

interface Table {
  readonly file: string;
  readonly problems: Problem[];
}

export interface TranslationGatherer {
  /** Warns of columns in a language that is none, and gives what is to be called for each sound record of the table. */
  readonly open: (kind: TranslatedFile, rows: readonly Row[], table: Table) => TakeTexts;
  /** One for each language of which there is any text, after a note for each table in which records lack theirs. */
  readonly finish: () => readonly Translation[];
}

interface Column {
  readonly column: string;
  readonly member: TextColumn;
  readonly language: Language;
}

interface Gathered {
  readonly language: Language;
  readonly names: Map<string, string>;
  readonly claims: Map<string, RecordTexts>;
  readonly events: Map<string, RecordTexts>;
  readonly figures: Map<string, RecordTexts>;
}

/** Gathers what the tables of a data set say in other languages than `textLanguage`. */
export function createTranslationGatherer(textLanguage: Language): TranslationGatherer {
  const found = new Map<Language, Gathered>();
  const tables: { kind: TranslatedFile; table: Table; records: ToldTexts[] }[] = [];

  function findLanguage(language: Language): Gathered {
    const known = found.get(language) ?? {
      language,
      names: new Map(),
      claims: new Map(),
      events: new Map(),
      figures: new Map(),
    };
    found.set(language, known);
    return known;
  }

  function take(
    kind: TranslatedFile,
    { column, member, language }: Column,
    record: ToldTexts,
    row: Row,
  ): void {
    const cell = row.cells[column];
    const text = typeof cell === "string" ? cell.trim() : "";
    if (text === "") return;
    const reporter = row.reporter.about(column);
    const original = record[member] ?? "";
    if (original === "") {
      const remedy = `fill ${member}, or empty ${column}`;
      reporter.warn(
        "translation-without-text",
        `${column} and no ${member}`,
        `a text in ${member} too`,
        remedy,
      );
      return;
    }
    const gathered = findLanguage(language);
    if (kind !== "sources" && (member === "title" || member === "summary")) {
      gathered[kind].set(record.id, { ...gathered[kind].get(record.id), [member]: text });
      return;
    }
    const first = gathered.names.get(original);
    if (first === undefined) gathered.names.set(original, text);
    else if (first !== text)
      reporter.warn(
        "translations-differ",
        `${column} ${describeValue(text)} for ${describeValue(original)}`,
        `${describeValue(first)}, as further up`,
        "use one of the two everywhere; until then the first is shown",
      );
  }

  return {
    open(kind, rows, table) {
      const header = new Set<string>();
      for (const { cells } of rows) for (const column in cells) header.add(column);
      const reporter = reportOn(table.problems, table.file);
      const columns = listColumns(kind, [...header], textLanguage, reporter);
      const records: ToldTexts[] = [];
      tables.push({ kind, table, records });
      return (record, row) => {
        records.push(record);
        for (const column of columns) take(kind, column, record, row);
      };
    },
    finish() {
      for (const gathered of found.values()) {
        for (const { kind, table, records } of tables) {
          const count = records.filter((record) => isLacking(record, kind, gathered)).length;
          if (count === 0) continue;
          reportOn(table.problems, table.file).note(
            "not-translated",
            `${count} of ${records.length} records without all of their texts in ${gathered.language}`,
            `${TEXTS_OF[kind].map((member) => `${member}:${gathered.language}`).join(", ")} for each of them`,
            "translate them, or leave them: the original is shown",
          );
        }
      }
      return [...found.values()];
    },
  };
}

/** A year needs no translation. */
const LETTER = /\p{L}/u;

function isLacking(record: ToldTexts, kind: TranslatedFile, gathered: Gathered): boolean {
  return TEXTS_OF[kind].some((member) => {
    const original = record[member] ?? "";
    if (!LETTER.test(original)) return false;
    if (kind !== "sources" && (member === "title" || member === "summary"))
      return gathered[kind].get(record.id)?.[member] === undefined;
    return original !== OWN_WORDS && !gathered.names.has(original);
  });
}

function listColumns(
  kind: TranslatedFile,
  header: readonly string[],
  textLanguage: Language,
  reporter: Reporter,
): Column[] {
  const pattern = matchTranslations(TEXTS_OF[kind]);
  // A column whose language is not told by a colon may be anything of the file's own.
  const isMeant = (column: string) => TEXTS_OF[kind].some((member) => column.startsWith(`${member}:`));
  return header.flatMap((column) => {
    const [, member, afterColon, afterLine] = pattern.exec(column) ?? [];
    const language = afterColon ?? afterLine;
    if (member !== undefined && language !== undefined && language !== textLanguage && isLanguage(language))
      return [{ column, member: member as TextColumn, language }];
    if (member !== undefined || isMeant(column)) {
      const expected = "the code of a language other than that of the texts, such as summary:uk";
      reporter.warn(
        "unknown-language",
        `column ${describeValue(column)}`,
        expected,
        "correct the code, or declare text_language in dataset.json",
        kind === "sources" ? undefined : { line: 1, column: undefined },
      );
    }
    return [];
  });
}

/** Longer than any that is registered. */
const LONGEST_CODE = 35;

function isLanguage(code: string): boolean {
  if (code.length > LONGEST_CODE) return false;
  try {
    return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(code) !== undefined;
  } catch {
    return false;
  }
}
