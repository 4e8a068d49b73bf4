import { createArchiveBuilder } from "../core/archive/builder.ts";
import type { Dataset } from "../core/dataset.ts";
import { listScripts } from "../core/names.ts";
import { summariseNarrative } from "../core/narrative.ts";
import { type ControlArchive, openArchive } from "../core/archive/control-archive.ts";
import type { AreaGeometry, Bounds, Position } from "../core/geometry.ts";
import { type AskedFiles, askForFiles, readText } from "./declaration/ask-files.ts";
import { boundAll, completeDefaultDay, completeSpan, drawBox, widen } from "./declaration/complete-story.ts";
import type { Folder, ImportedFolder, OpeningOptions } from "./folder.ts";
import { GAZETTEER, GAZETTEER_CREDIT } from "./gazetteer.ts";
import { createTranslationGatherer, type TranslationGatherer } from "./gather-translations.ts";
import { lendPlaces } from "./lend-places.ts";
import { type LaterParts, laterInMemory, NO_LATER_PARTS } from "./later-parts.ts";
import { encodeNarrative, NARRATIVE_PART } from "./narrative-part.ts";
import { namePart, writeTranslation } from "./translation-part.ts";
import { createPacer, type Pacer } from "./pacer.ts";
import type { StatementsReading } from "./records/statement.ts";
import { createDocumentGatherer } from "./records/gather-documents.ts";
import { createSettlementFinder } from "./records/find-settlement.ts";
import type { StatementsFile } from "./declaration/parse-files.ts";
import { findSpan } from "./records/find-span.ts";
import { parseClaims } from "./records/parse-claims.ts";
import { parseCorridors } from "./declaration/parse-corridors.ts";
import { DECLARATION_FILE } from "./declaration/declaration-file.ts";
import { type Countries, findHome, pickHome } from "./declaration/find-home.ts";
import { type Declaration, type DeclaredStory, parseDeclaration } from "./declaration/parse-declaration.ts";
import { parseEvents } from "./records/parse-events.ts";
import { parseFigures } from "./records/parse-figures.ts";
import { parseNarrative } from "./records/parse-narrative.ts";
import { parseHighways } from "./records/parse-highways.ts";
import { parsePosts } from "./records/parse-posts.ts";
import { checkChiefRegion, parseRegions } from "./records/parse-regions.ts";
import { parseSettlements } from "./records/parse-settlements.ts";
import { parseSources } from "./records/parse-sources.ts";
import { parseTheatre } from "./declaration/parse-theatre.ts";
import { addProblem, countProblems, describeValue, type Problem, reportOn } from "./problem.ts";
import { parseJson } from "./text/json.ts";
import { isRecord } from "./text/record.ts";
import { readControl, type ReadControl } from "./control/read-control.ts";

/** A data set as far as it could be read, and everything that is wrong with it. */
export interface LoadedDataset {
  /** `undefined` only if nothing can be shown: no `dataset.json` with a side, or no day at all. */
  readonly dataset: Dataset | undefined;
  /** Errors and warnings in the order in which the files are read, within a file in its own order. */
  readonly problems: readonly Problem[];
  /** What was put right without loss, such as rings wound the other way. */
  readonly notes: readonly Problem[];
  /** Where the areas are told, a file or a folder; `undefined` if nowhere. */
  readonly controlPath: string | undefined;
  /** What only some readers need, such as texts in another language and those of the narrative. */
  readonly later?: LaterParts;
}

const WHOLE_WORLD: Bounds = [-180, -90, 180, 90];

/**
 * Reads and checks a whole data set. Every sound record is kept and every fault is reported in one run; a file that
 * is missing or broken is one problem and no records. Whatever the files contain, it never rejects, except with the
 * signal's reason once that is aborted.
 */
export async function loadDataset(given: Folder, options: OpeningOptions = {}): Promise<LoadedDataset> {
  const problems: Problem[] = [];
  const pacer = createPacer(options, () => countProblems(problems));
  await pacer.pace("reading", 0, 1);
  const declared = await readText(given, DECLARATION_FILE, problems);
  const imported = declared === undefined ? undefined : await findImports(given, declared, problems, options);
  const { folder, text } = imported ?? { folder: given, text: declared };
  const { locate } = imported ?? {};
  const declaration = text === undefined ? undefined : parseDeclaration(text, problems);
  if (!declaration) return sortOut(undefined, problems, undefined, { locate });
  const { files } = declaration;
  const { control, ...others } = files;
  const paths = Object.values(others).map((file) => (typeof file === "object" ? file.path : file));
  const asked = askForFiles(
    folder,
    paths.filter((path) => path !== undefined),
    declaration.story.encoding,
  );
  const ground =
    control &&
    (await readControl({
      ...declaration.story,
      file: control,
      problems,
      sideIds: new Set(declaration.story.sides.map((side) => side.id)),
      holders: declaration.story.sides.filter((side) => side.holdsGround).map((side) => side.id),
      listPaths: () => folder.list().catch(() => []),
      readText: (path, into) => readText(folder, path, into, declaration.story.encoding),
      pacer,
      limits: options.groundLimits,
    }));
  const translations = createTranslationGatherer(declaration.story.textLanguage);
  const { readWorld, readWorldCell } = options;
  const later = new Map<string, Uint8Array<ArrayBuffer>>();
  const readAgain = (path: string) => readText(folder, path, [], declaration.story.encoding);
  const opened = { problems, asked, readAgain, pacer, readWorld, readWorldCell, translations, later };
  const dataset = await readOthers(declaration, ground, opened);
  for (const translation of translations.finish())
    later.set(namePart(translation.language), writeTranslation(translation));
  return sortOut(dataset, problems, control?.path, { later: laterInMemory(later), locate });
}

/** The folder as it reads where files are imported; `undefined` where none are. */
async function findImports(
  folder: Folder,
  text: string,
  problems: Problem[],
  { readImports }: OpeningOptions,
): Promise<ImportedFolder | undefined> {
  if (!text.includes('"imports"')) return undefined;
  const declaration = parseJson(text, reportOn([], DECLARATION_FILE));
  if (!isRecord(declaration) || !isRecord(declaration["imports"])) return undefined;
  if (!readImports) {
    const expected = "files in the program's own form";
    const remedy = "open it in the dashboard or on the command line, which read files of other kinds";
    reportOn(problems, DECLARATION_FILE).error("imports-not-read", "imports", expected, remedy);
    return undefined;
  }
  const imported = await readImports(folder, declaration);
  for (const problem of imported.problems) addProblem(problems, problem);
  return imported;
}

interface Opened {
  readonly problems: Problem[];
  readonly asked: AskedFiles;
  /** A file, without telling what is wrong with it. */
  readonly readAgain: (path: string) => Promise<string | undefined>;
  readonly pacer: Pacer;
  readonly readWorld: OpeningOptions["readWorld"];
  readonly readWorldCell: OpeningOptions["readWorldCell"];
  /** Takes up the parts that only some readers need, by name. */
  readonly later: Map<string, Uint8Array<ArrayBuffer>>;
  readonly translations: TranslationGatherer;
}

/** Reads every file but those of the areas, which are known by now, and puts the data set together. */
async function readOthers(
  { story: declared, files, corridors }: Declaration,
  ground: ReadControl | undefined,
  { problems, asked, readAgain, pacer, readWorld, readWorldCell, translations, later }: Opened,
): Promise<Dataset | undefined> {
  async function parse<Result>(path: string | undefined, parseText: (text: string, file: string) => Result) {
    if (path === undefined) return undefined;
    await pacer.pace("reading", asked.countTaken(), asked.count);
    const text = await asked.take(path, problems);
    return text === undefined ? undefined : parseText(text, path);
  }

  const isTold = ground !== undefined || (declared.firstDay !== undefined && declared.lastDay !== undefined);
  const days = isTold ? ground : await findSpan(declared, files, readAgain);
  const span = completeSpan(declared, { firstDay: days?.firstDay, lastDay: days?.lastDay }, problems);
  if (!span) return undefined;
  const sideIds = new Set(declared.sides.map((side) => side.id));
  const { nameLanguage } = declared;
  const context = {
    ...span,
    bounds: declared.bounds ?? WHOLE_WORLD,
    nameLanguage,
    dayOrder: declared.dayOrder,
    problems,
    sideIds,
    translations,
  };
  // Without declared bounds the areas tell where places are to be expected, unless they are of one side only.
  const drawn = declared.defaultSide === undefined ? ground?.bounds : undefined;
  const around = { ...context, bounds: declared.bounds ?? drawn ?? WHOLE_WORLD };
  const { settlements: places } = files;
  const read = await parse(places?.path, (text, file) =>
    parseSettlements(text, { ...around, file }, places?.columns),
  );
  const settlements = read?.settlements ?? [];
  const documents = await parse(files.sources, (text, file) =>
    parseSources(text, { problems, file, translations }),
  );
  const gatherer = createDocumentGatherer(documents?.ids);
  const references = {
    findSettlements: createSettlementFinder(settlements),
    settlementIds: toKnown(read?.ids),
    sourceIds: toKnown(documents?.ids),
    documents: gatherer,
    hasDocumentList: files.sources !== undefined,
  };
  const regions = await parse(files.regions, (text, file) => parseRegions(text, { ...context, file }));
  const theatre = await parse(files.theatre, (text, file) => parseTheatre(text, { ...context, file }));
  const highways =
    (await parse(files.highways, (text, file) => parseHighways(text, { ...context, file }))) ?? [];
  const known = {
    highwayIds: toKnown(new Set(highways.map(({ id }) => id))),
    sourceIds: references.sourceIds,
  };
  const parseTable = <Record>(
    table: StatementsFile | undefined,
    parseRows: (text: string, reading: StatementsReading) => Record[],
  ) =>
    parse(table?.path, (text, file) =>
      table ? parseRows(text, { context: { ...context, file }, references, file: table }) : [],
    );
  const claims = await parseTable(files.claims, parseClaims);
  const posts = await parse(files.posts, (text, file) =>
    parsePosts(text, { ...context, file }, references.sourceIds),
  );
  const events = await parseTable(files.events, parseEvents);
  const figures = await parseTable(files.figures, parseFigures);
  const narrative = await parse(files.story, (text, file) =>
    parseNarrative(
      text,
      { ...context, file },
      {
        positions: new Map(settlements.map(({ id, position }) => [id, position])),
        ids: {
          place: references.settlementIds,
          post: toKnown(listIds(posts)),
          highway: known.highwayIds,
          source: references.sourceIds,
        },
        records: listIds(claims, events, figures, highways, posts),
        figures: figures ?? [],
      },
    ),
  );
  if (narrative) later.set(NARRATIVE_PART, encodeNarrative(narrative));
  checkChiefRegion(declared.chiefRegion, toKnown(regions?.ids), reportOn(problems, DECLARATION_FILE));

  const positions = settlements.map(({ position }) => position);
  // Events tell where the theatre is only where nothing else does: one far away would widen it.
  const everything =
    boundAll([declared.bounds, ground?.bounds], positions) ??
    boundAll(
      [],
      (events ?? []).flatMap(({ position }) => (position ? [position] : [])),
    );
  const bounds = declared.bounds ?? (everything ? widen(everything) : WHOLE_WORLD);
  const { defaultSide: side } = declared;
  const remainder =
    side === undefined
      ? undefined
      : {
          side,
          theatre: theatre ?? drawBox(widen(everything ?? WHOLE_WORLD)),
          hasOutline: theatre !== undefined,
        };
  await pacer.pace("compiling", 0, 1);
  const control = ground ? ground.build(remainder) : createArchiveBuilder().build(remainder);
  const land =
    remainder && !remainder.hasOutline
      ? await findLand(declared.theatre, { control, positions, problems, readWorld })
      : undefined;
  const isBare = files.settlements === undefined && control.phases.length > 0;
  const lent =
    isBare && readWorldCell && declared.gazetteer !== "none"
      ? await lendPlaces({ control, bounds, problems, readWorldCell })
      : [];
  return {
    title: declared.title,
    description: declared.description,
    ...span,
    defaultDay: completeDefaultDay(declared, span),
    bounds,
    viewBounds: declared.viewBounds ?? bounds,
    sides: declared.sides,
    textLanguage: declared.textLanguage,
    licence: declared.licence,
    credits: lent.length > 0 ? [...declared.credits, GAZETTEER_CREDIT] : declared.credits,
    lineNote: declared.lineNote,
    concerned: declared.concerned,
    chiefRegion: declared.chiefRegion,
    settlements: lent.length > 0 ? lent : settlements,
    gazetteer: lent.length > 0 ? GAZETTEER : undefined,
    scripts: listScripts(lent.length > 0 ? lent : settlements),
    claims: claims ?? [],
    control: land && remainder ? openArchive(control.tables, { ...remainder, land }) : control,
    highways,
    corridors: parseCorridors(corridors, known, DECLARATION_FILE, problems),
    posts: posts ?? [],
    sources: [...(documents?.sources ?? []), ...gatherer.list()],
    events: events ?? [],
    figures: figures ?? [],
    regions: regions?.regions ?? [],
    narrative: narrative && summariseNarrative(narrative),
  };
}

function listIds(...lists: readonly (readonly { readonly id: string }[] | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list = []) => list.map(({ id }) => id)));
}

interface FoundGround extends Pick<Opened, "problems" | "readWorld"> {
  readonly control: ControlArchive;
  readonly positions: readonly Position[];
}

/** The land of the theatre's countries; `undefined` where none are wanted, or none can be found. */
async function findLand(
  asked: DeclaredStory["theatre"],
  { control, positions, problems, readWorld }: FoundGround,
): Promise<AreaGeometry | undefined> {
  // Lines that are drawn are the front lines, and without an area there is none.
  const hasLines = control.tables.layers.some(({ kind }) => kind === "line");
  const [first] = control.phases;
  if (asked === "none" || hasLines || !first || !readWorld) return undefined;
  const text = await readWorld().catch(() => undefined);
  if (text === undefined) return undefined;
  const countries = JSON.parse(text) as Countries;
  const reporter = reportOn(problems, DECLARATION_FILE).about("theatre");
  if (asked) {
    const { home, unknown } = pickHome(countries, asked);
    const expected = "countries by English name or two letters";
    for (const name of unknown)
      reporter.warn("unknown-value", `theatre ${describeValue(name)}`, expected, "correct it");
    return home?.land;
  }
  const areas = control.listAreas(first.from).map(({ geometry }) => geometry);
  const home = findHome(countries, areas, positions);
  if (!home) return undefined;
  const found = `no theatre, and its ground in ${home.names.join(", ")}`;
  const remedy =
    "nothing need be done if no front line is missing: their borders and coasts are taken for none";
  reporter.note("theatre-found", found, "theatre, or a file that draws it", remedy);
  return home.land;
}

/** A file without a single id could not be read at all: references into it are then left unchecked. */
function toKnown(ids: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return ids && ids.size > 0 ? ids : undefined;
}

function locatePath(file: string, locate: ImportedFolder["locate"]): string {
  const texts = { record: "", member: "", found: "", expected: "", remedy: "" };
  return locate({
    severity: "note",
    code: "no-areas",
    file,
    line: undefined,
    column: undefined,
    ...texts,
    count: 1,
  }).file;
}

interface SortOutOptions {
  readonly later?: LaterParts;
  readonly locate?: ImportedFolder["locate"] | undefined;
}

function sortOut(
  dataset: Dataset | undefined,
  all: readonly Problem[],
  controlPath: string | undefined,
  { later = NO_LATER_PARTS, locate = (problem) => problem }: SortOutOptions,
): LoadedDataset {
  const located = all.map(locate);
  const problems = located.filter(({ severity }) => severity !== "note");
  const notes = located.filter(({ severity }) => severity === "note");
  return { dataset, problems, notes, controlPath: controlPath && locatePath(controlPath, locate), later };
}
