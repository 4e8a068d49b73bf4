import type { Dataset } from "../core/dataset.ts";
import { parseClaims } from "./parse-claims.ts";
import { parseControl } from "./parse-control.ts";
import { parseCorridors } from "./parse-corridors.ts";
import { DECLARATION_FILE, parseDeclaration } from "./parse-declaration.ts";
import { parseEvents } from "./parse-events.ts";
import { parseFigures } from "./parse-figures.ts";
import type { DatasetFiles } from "./parse-files.ts";
import { parseHighways } from "./parse-highways.ts";
import { parsePosts } from "./parse-posts.ts";
import { checkChiefRegion, parseRegions } from "./parse-regions.ts";
import { parseSettlements } from "./parse-settlements.ts";
import { parseSources } from "./parse-sources.ts";
import { type Problem, reportOn, toOneLine } from "./problem.ts";

/** A data set as far as it could be read, and everything that is wrong with it. */
export interface LoadedDataset {
  /** `undefined` only if nothing can be shown: no `dataset.json` that gives the days and sides of the story. */
  readonly dataset: Dataset | undefined;
  /** In the order in which the files are read, within a file in its own order. */
  readonly problems: readonly Problem[];
  readonly files: DatasetFiles | undefined;
}

/** Gives the text of a file of the data set, by its name in the folder; rejects if there is none. */
export type ReadText = (path: string) => Promise<string>;

/**
 * Reads and checks a whole data set. Every sound record is kept and every fault is reported in one run; a file that
 * is missing or broken is one problem and no records. Never rejects, whatever the files contain.
 */
export async function loadDataset(readText: ReadText): Promise<LoadedDataset> {
  const problems: Problem[] = [];
  const text = reportUnread(await tryToRead(readText, DECLARATION_FILE), DECLARATION_FILE, problems);
  const declaration = text === undefined ? undefined : parseDeclaration(text, problems);
  if (!declaration) return { dataset: undefined, problems, files: undefined };
  const { story, files } = declaration;
  const texts = await readAll(readText, files);
  const context = { ...story, problems, sideIds: new Set(story.sides.map((side) => side.id)) };

  function parse<Result>(key: keyof DatasetFiles, parseText: (text: string, file: string) => Result) {
    const file = files[key];
    const text = file === undefined ? undefined : reportUnread(texts.get(file), file, problems);
    return file === undefined || text === undefined ? undefined : parseText(text, file);
  }

  const places = parse("settlements", (text, file) => parseSettlements(text, { ...context, file }));
  const documents = parse("sources", (text, file) => parseSources(text, { problems, file }));
  const settlements = places?.settlements ?? [];
  const references = { settlements, settlementIds: toKnown(places?.ids), sourceIds: toKnown(documents?.ids) };
  const ground = parse("regions", (text, file) => parseRegions(text, { ...context, file }));
  const control = parse("control", (text, file) => parseControl(text, { ...context, file }));
  const highways = parse("highways", (text, file) => parseHighways(text, { ...context, file })) ?? [];
  const highwayIds = toKnown(new Set(highways.map(({ id }) => id)));
  const known = { highwayIds, sourceIds: references.sourceIds };
  const dataset: Dataset = {
    ...story,
    settlements,
    claims: parse("claims", (text, file) => parseClaims(text, { ...context, file }, references)) ?? [],
    controlAreas: control?.controlAreas ?? [],
    frontLines: control?.frontLines ?? [],
    highways,
    corridors: parseCorridors(declaration.corridors, known, DECLARATION_FILE, problems),
    posts: parse("posts", (text, file) => parsePosts(text, { ...context, file }, references.sourceIds)) ?? [],
    sources: documents?.sources ?? [],
    events: parse("events", (text, file) => parseEvents(text, { ...context, file }, references)) ?? [],
    figures: parse("figures", (text, file) => parseFigures(text, { ...context, file }, references)) ?? [],
    regions: ground?.regions ?? [],
  };
  checkChiefRegion(story.chiefRegion, toKnown(ground?.ids), reportOn(problems, DECLARATION_FILE));
  return { dataset, problems, files };
}

type ReadResult = { readonly text: string } | { readonly reason: string };

/** Asks for all declared files at once, so that a page waits for the slowest and not for their sum. */
async function readAll(readText: ReadText, files: DatasetFiles): Promise<ReadonlyMap<string, ReadResult>> {
  const names = new Set(Object.values(files).filter((name) => name !== undefined));
  return new Map(
    await Promise.all([...names].map(async (name) => [name, await tryToRead(readText, name)] as const)),
  );
}

async function tryToRead(readText: ReadText, file: string): Promise<ReadResult> {
  try {
    return { text: await readText(file) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function reportUnread(result: ReadResult | undefined, file: string, problems: Problem[]): string | undefined {
  if (result && "text" in result) return result.text;
  const found = `no readable file (${toOneLine(result?.reason ?? "never asked for", 200)})`;
  const remedy =
    file === DECLARATION_FILE ? "name a folder that has one" : "add it or correct its name in dataset.json";
  reportOn(problems, file).error(found, "a file of that name in the data set's folder", remedy);
  return undefined;
}

/** A file without a single id could not be read at all: references into it are then left unchecked. */
function toKnown(ids: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return ids && ids.size > 0 ? ids : undefined;
}
