import { createHash } from "node:crypto";
import Papa from "papaparse";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Statement } from "../../src/core/records.ts";
import { findSentence } from "./sentence.ts";

/** What of a record says where it stands. */
export type Located = Pick<Statement, "id" | "source" | "paragraph" | "offset" | "spelling">;

/** Where a record stands, proved by a hash of the text around it: nobody needs the text to see that it was there. */
export interface Locator {
  readonly record: string;
  readonly source: string;
  readonly paragraph: string;
  readonly offset: string;
  readonly spelling: string;
  /** Where in the line the sentence around it begins, in characters. */
  readonly sentence: string;
  /** The days that the sentence names, joined by "|": see {@link Sentence.days}. They judge the record's `day_basis`. */
  readonly sentence_days: string;
  readonly context_sha256: string;
}

export interface DocumentIndex {
  readonly locators: readonly Locator[];
  /** One line per record whose spelling does not stand where the record says. */
  readonly faults: readonly string[];
}

/** Characters (code points) of the line that go into the hash on either side of the spelling. */
const CONTEXT_LENGTH = 40;
const HASH_DIGITS = 16;

/** Everything in a data set that is taken from a document. */
export function listRecords({ claims, events, figures }: Dataset): Located[] {
  return [...claims, ...events, ...figures];
}

/**
 * Looks every record up in the documents, given by their ids.
 *
 * A paragraph is a line, counted from 1; an offset counts Unicode code points from 0, not UTF-16 units, so a character
 * beyond the BMP is one. The spelling has to stand there to the letter, unnormalised.
 */
export function indexDocuments(
  records: readonly Located[],
  documents: ReadonlyMap<string, string>,
): DocumentIndex {
  const lines = new Map([...documents].map(([id, text]) => [id, splitLines(text)] as const));
  const locators: Locator[] = [];
  const faults: string[] = [];
  for (const record of records) {
    const { id, source, paragraph, offset, spelling } = record;
    const fault = findFault(record, lines.get(source));
    if (fault === undefined) {
      const line = lines.get(source)?.[paragraph - 1] ?? "";
      const { start, days } = findSentence(line, offset);
      locators.push({
        record: id,
        source,
        paragraph: String(paragraph),
        offset: String(offset),
        spelling,
        sentence: String(start),
        sentence_days: days.join("|"),
        context_sha256: hashContext(line, offset, spelling),
      });
    } else {
      faults.push(
        `${id}: "${spelling}" does not stand in ${source}, line ${paragraph}, at ${offset}: ${fault}`,
      );
    }
  }
  locators.sort((a, b) => (a.record < b.record ? -1 : 1));
  return { locators, faults };
}

function findFault({ paragraph, offset, spelling }: Located, lines?: readonly string[]): string | undefined {
  if (!lines) return "the folder has no such document";
  const line = lines[paragraph - 1];
  if (line === undefined) return `the document has ${lines.length} lines`;
  const characters = [...line];
  const length = [...spelling].length;
  const found = characters.slice(offset, offset + length).join("");
  if (found === spelling && length > 0) return undefined;
  const [nearest] = findAll(characters, spelling).toSorted(
    (a, b) => Math.abs(a - offset) - Math.abs(b - offset),
  );
  const hint = nearest === undefined ? "not in that line" : `in that line it stands at ${nearest}`;
  return length === 0 ? "the spelling is empty" : hint;
}

function findAll(characters: readonly string[], spelling: string): number[] {
  const wanted = [...spelling];
  return characters.flatMap((_, start) =>
    wanted.every((character, index) => characters[start + index] === character) ? [start] : [],
  );
}

/** White space is run together and the text normalised (NFC), so that another copy of the page hashes alike. */
function hashContext(line: string, offset: number, spelling: string): string {
  const end = offset + [...spelling].length;
  const context = [...line].slice(Math.max(0, offset - CONTEXT_LENGTH), end + CONTEXT_LENGTH).join("");
  return hash(context.normalize("NFC").replaceAll(/\s+/g, " ")).slice(0, HASH_DIGITS);
}

function hash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The lines as an editor counts them: a line break at the end begins no further line. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** The text of `locators.csv`. */
export function writeLocators(locators: readonly Locator[]): string {
  return `${Papa.unparse([...locators], { newline: "\n" })}\n`;
}

/** The text of `documents.csv`: which documents the locators were checked against. `files` are bytes by id. */
export function writeDocuments(files: ReadonlyMap<string, Uint8Array>): string {
  const rows = [...files]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([source, bytes]) => ({
      source,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      lines: String(splitLines(new TextDecoder().decode(bytes)).length),
    }));
  return `${Papa.unparse(rows, { newline: "\n" })}\n`;
}
