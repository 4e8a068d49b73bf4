import type { Atlas } from "../../core/atlas.ts";
import { pickName } from "../../core/names.ts";
import type { Source } from "../../core/records.ts";
import type { DataLayer } from "./layer.ts";
import { type Days, listMissingDays } from "./runs.ts";

/** What every file says of itself: whose work it is, of which days it tells, and how its lines came to be. */
export interface DataHead {
  readonly title: string;
  readonly description: string;
  readonly days: Days;
  /** Days of which nothing is known of the ground, where the file tells of ground or of settlements. */
  readonly missing: readonly Days[];
  /** How the lines came to be; empty where the file has none. */
  readonly lineNote: string;
  /** Empty for a data set that names none. */
  readonly licence: string;
  readonly credits: readonly string[];
  /** The documents that something in the file rests on, in the order of the data set. */
  readonly sources: readonly Source[];
}

const TIMELESS = new Set(["events", "figures"]);

/** The texts are English, or in what language there is, as the names of fields are. */
export function makeHead(
  atlas: Atlas,
  { from, to }: Days,
  layers: readonly Pick<DataLayer, "name" | "shape">[],
  sourceIds: readonly string[],
): DataHead {
  const { dataset } = atlas;
  const hasGround = layers.some(({ shape }) => shape === "areas" || shape === "lines");
  const cited = new Set(sourceIds);
  return {
    title: pickName(dataset.title, "en"),
    description: pickName(dataset.description, "en"),
    days: { from, to },
    missing: layers.every(({ name }) => TIMELESS.has(name)) ? [] : listMissingDays(atlas, { from, to }),
    lineNote: hasGround ? pickName(dataset.lineNote, "en") : "",
    licence: dataset.licence,
    // A base map under it on the page is no part of the data.
    credits: dataset.ownCredits ?? dataset.credits,
    sources: dataset.sources.filter(({ id }) => cited.has(id)),
  };
}

/** The head as members of a JSON object. What is empty is there, too. */
export function toMembers({ days, missing, lineNote, sources, ...head }: DataHead) {
  return {
    title: head.title,
    description: head.description,
    from_day: days.from,
    to_day: days.to,
    missing_days: missing.map(({ from, to }) => ({ from_day: from, to_day: to })),
    line_note: lineNote,
    licence: head.licence,
    credits: head.credits,
    sources: sources.map(({ id, title, publisher, date, url }) => ({ id, title, publisher, date, url })),
  };
}

/** A document as a list of references has it: "Title. Publisher, date. Address", without what is not known. */
export function cite({ title, publisher, date, url }: Source): string {
  const origin = [publisher, date].filter((part) => part !== "").join(", ");
  return [title, origin, url].filter((part) => part !== "").join(". ");
}

/** The whole head as a text of a few paragraphs, for formats that have one place for all. */
export function describeHead({
  description,
  lineNote,
  licence,
  credits,
  sources,
  missing,
}: DataHead): string {
  const spans = missing.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
  const paragraphs = [
    description,
    lineNote,
    spans.length === 0 ? "" : `Days without data: ${spans.join(", ")}.`,
    licence === "" ? "" : `Licence: ${licence}`,
    credits.length === 0 ? "" : `Credits: ${credits.join("; ")}`,
    sources.length === 0 ? "" : `Sources:\n${sources.map((source) => `- ${cite(source)}`).join("\n")}`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}
