import { day, type Day } from "../../core/day.ts";
import type { DatasetFiles } from "../declaration/parse-files.ts";
import type { DeclaredStory } from "../declaration/parse-declaration.ts";
import { createTranslationGatherer } from "../gather-translations.ts";
import { createDocumentGatherer } from "./gather-documents.ts";
import { parseClaims } from "./parse-claims.ts";
import { parseEvents } from "./parse-events.ts";
import { parseFigures } from "./parse-figures.ts";

interface Span {
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
}

/**
 * The first and last day of which claims, events or figures tell: the story of a data set that draws no ground and declares no
 * days. Whatever is wrong in the files is told when they are read for good.
 */
export async function findSpan(
  { sides, dayOrder, nameLanguage, textLanguage }: DeclaredStory,
  { claims, events, figures }: DatasetFiles,
  readText: (path: string) => Promise<string | undefined>,
): Promise<Span> {
  const context = {
    problems: [],
    firstDay: day("0001-01-01"),
    lastDay: day("9998-12-31"),
    bounds: [-180, -90, 180, 90] as const,
    dayOrder,
    nameLanguage,
    sideIds: new Set(sides.map(({ id }) => id)),
    translations: createTranslationGatherer(textLanguage),
  };
  const references = {
    findSettlements: () => [],
    settlementIds: undefined,
    sourceIds: undefined,
    documents: createDocumentGatherer(),
    hasDocumentList: false,
  };
  const days: Day[] = [];
  const tables = [
    [claims, parseClaims],
    [events, parseEvents],
    [figures, parseFigures],
  ] as const;
  for (const [table, parse] of tables) {
    const text = table && (await readText(table.path));
    if (!table || text === undefined) continue;
    for (const { firstDay, lastDay } of parse(text, {
      context: { ...context, file: table.path },
      references,
      file: table,
    }))
      days.push(firstDay, lastDay);
  }
  const sorted = days.toSorted();
  return { firstDay: sorted[0], lastDay: sorted.at(-1) };
}
