import { resolve } from "node:path";
import { type Atlas, buildAtlas, listChangesOn } from "../core/atlas.ts";
import { type Day, listDays } from "../core/day.ts";
import { SELECTABLE } from "../core/selection.ts";
import { THEMES } from "../core/view.ts";
import { showMarks } from "../data/problem.ts";
import { loadNarrative } from "../data/narrative-part.ts";
import type { LaterParts } from "../data/later-parts.ts";
import { type Card, listCards } from "../export/cards/list-cards.ts";
import { PAGE_LANGUAGES } from "../export/pages/languages.ts";
import type { Order, PageOrder } from "../export/pages/order.ts";
import type { DaySpan } from "../export/span.ts";
import type { Call } from "./arguments.ts";
import { carryOut } from "./carry-out.ts";
import { formatJson } from "./format.ts";
import { choosePlace } from "./history.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { openCompilation } from "./open-dataset.ts";
import { openOutput, type WrittenFile } from "./output-files.ts";
import type { LookWish, PicturesWish } from "./picture-arguments.ts";
import { checkInStory } from "./span.ts";
import { takeUsable } from "./usable.ts";

type PicturesCall = Extract<Call, { command: PicturesWish["command"] }>;

/** The data set that pictures are drawn of. */
interface Drawn {
  readonly atlas: Atlas;
  readonly later: LaterParts | undefined;
}

/**
 * Draws pictures, a series, a film or cards of a data set as the page's Export does, and says what was written.
 *
 * @throws UsageError if that cannot be drawn or written; files that were written before that stay.
 */
export async function drawPictures(call: PicturesCall, io: CliIo): Promise<number> {
  const path = resolve(io.cwd, call.folder);
  const compilation = await io.compile(path);
  const loaded = await openCompilation(compilation, path);
  const dataset = takeUsable(loaded, call, io);
  const { bytes } = compilation;
  if (!dataset || !bytes) return EXIT.badData;
  const atlas = buildAtlas(dataset, loaded.trace);
  const { order, cards } = await writeOrder(call, { atlas, later: loaded.later });
  const isMany = call.command === "cards" || (order.kind === "series" && !order.isArchive);
  const files = await openOutput({ out: call.out, isMany, isReplacing: call.isReplacing }, io);
  const wish = { bytes, hash: loaded.hash, order, url: call.url };
  const notes = await carryOut(wish, files.write, io);
  for (const note of notes) io.err(`${note}\n`);
  const { written } = files;
  io.out(call.format === "json" ? formatJson(listRecords(written, cards)) : formatWritten(written, isMany));
  return EXIT.done;
}

async function writeOrder(
  call: PicturesCall,
  drawn: Drawn,
): Promise<{ readonly order: Order; readonly cards?: readonly Card[] }> {
  const { atlas } = drawn;
  checkInStory("--compare", call.compared, atlas);
  checkLanguage(call.language);
  switch (call.command) {
    case "snapshot": {
      checkInStory("--day", call.day, atlas);
      const page = { ...writePage(call, atlas, call.day), name: "" };
      return { order: { kind: "pictures", format: call.pictureFormat, pages: [page] } };
    }
    case "series": {
      const all = listSpan(call, atlas);
      const days = call.onlyChanges ? all.filter((day) => listChangesOn(atlas, day).length > 0) : all;
      if (days.length === 0) throw new UsageError("no place changed hands on these days");
      const page = writePage(call, atlas, days[0]);
      const isArchive = call.out === undefined || /\.zip$/i.test(call.out);
      return { order: { kind: "series", format: call.pictureFormat, page, days, isArchive } };
    }
    case "film": {
      const days = listSpan(call, atlas);
      return { order: { kind: "film", page: writePage(call, atlas, days[0]), days, film: call.film } };
    }
    case "cards": {
      const language = call.language ?? new URLSearchParams(call.query).get("lang") ?? undefined;
      const cards = await findCards(drawn, language);
      return { order: orderCards(cards, writePage(call, atlas, undefined)), cards };
    }
  }
}

/** @throws UsageError unless pages can speak it. */
export function checkLanguage(language: string | undefined): void {
  if (language !== undefined && !PAGE_LANGUAGES.includes(language))
    throw new UsageError(`--language "${language}" is none of ${PAGE_LANGUAGES.join(", ")}`);
}

/** The cards of a data set, in a language or English. */
export async function findCards(
  { atlas, later }: Drawn,
  language: string | undefined,
): Promise<readonly Card[]> {
  const narrative = later && atlas.dataset.narrative ? await loadNarrative(later) : undefined;
  return listCards({ atlas, narrative, language: language ?? "en" });
}

/** A picture for each card, in the looks of `page`. */
export function orderCards(cards: readonly Card[], page: PageOrder): Order {
  const pages = cards.map(({ name, query, subtitle }) => {
    const own = new URLSearchParams(query);
    for (const [key, value] of new URLSearchParams(page.query)) if (!own.has(key)) own.append(key, value);
    return { ...page, query: own.toString(), subtitle: page.subtitle || subtitle, name };
  });
  return { kind: "pictures", format: "png", pages };
}

function listSpan({ from, to }: DaySpan, atlas: Atlas): readonly Day[] {
  const { firstDay, lastDay } = atlas.dataset;
  checkInStory("--from", from, atlas);
  checkInStory("--to", to, atlas);
  return listDays(from ?? firstDay, to ?? lastDay);
}

/** What a page shows and looks like; `day` goes before that of the address. */
function writePage(look: LookWish, atlas: Atlas, day: Day | undefined): PageOrder {
  const { compared, place, language, size, parts, title, subtitle } = look;
  const query = new URLSearchParams(look.query);
  if (day !== undefined) query.set("day", day);
  if (compared !== undefined) query.set("with", compared);
  if (language !== undefined) query.set("lang", language);
  if (place !== undefined) {
    for (const kind of SELECTABLE) query.delete(kind);
    query.set("place", choosePlace(atlas.dataset.settlements, place).id);
  }
  const theme = look.theme ?? THEMES.find((known) => known === query.get("theme")) ?? "light";
  return { query: query.toString(), size, theme, parts, title, subtitle };
}

/** What was written, as JSON. The fields are promised in docs/command-line.md. */
function listRecords(written: readonly WrittenFile[], cards: readonly Card[] | undefined) {
  const files = written.map(({ file, bytes }, index) => {
    const card = cards?.[index];
    if (!card) return { file, bytes };
    const { query, day, title, description } = card;
    return { file, bytes, day, query, title, description };
  });
  return { files };
}

function formatWritten(written: readonly WrittenFile[], isMany: boolean): string {
  const tell = (bytes: number) => `${bytes.toLocaleString("en")} bytes`;
  if (!isMany) return written.map(({ file, bytes }) => `${showMarks(`${file}: ${tell(bytes)}`)}\n`).join("");
  const sum = written.reduce((all, { bytes }) => all + bytes, 0);
  const [first] = written;
  const place = first ? first.file.replace(/[^/\\]*$/, "") : "";
  return `${showMarks(`${place || "."}: ${written.length} pictures, ${tell(sum)}`)}\n`;
}
