import type { ClaimAction, SettlementKind } from "../core/records.ts";
import type { Day } from "../core/day.ts";
import type { ImpliedReason } from "../core/history/control.ts";
import type { Severity } from "../data/problem.ts";
import type { Language } from "../core/names.ts";
import type { enCharts } from "./en/charts.ts";
import type { enLayers } from "./en/layers.ts";
import type { CertaintyWord } from "./keys.ts";
import type { MapWords } from "./map-words.ts";
import type { LaterWords } from "./later-words.ts";
import type { OpeningWords, OpenWords } from "./open-words.ts";
import type { FilterWords } from "./filter-words.ts";
import type { NarrativeWords } from "./narrative-words.ts";
import type { SelectionWords } from "./selection-words.ts";
import type { EvidenceWords } from "./evidence-words.ts";
import type { ProblemWords } from "./problem-words.ts";

/** The texts of each layer of the map: those that the English ones have. */
export type LayerWords = typeof enLayers;

/** The texts of charts and of the line of time: those that the English ones have. */
export type ChartWords = typeof enCharts;

/** Every text of the interface in one language. A missing one does not compile. */
export interface Words {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  /** Between the items of a list, with its space. */
  readonly comma: string;
  readonly dates: DateWords;
  readonly timeline: TimelineWords;
  readonly day: DayWords;
  readonly gazetteer: GazetteerWords;
  readonly selection: SelectionWords;
  readonly narrative: NarrativeWords;
  readonly filter: FilterWords;
  readonly settlement: SettlementWords;
  readonly record: RecordWords;
  readonly chrome: ChromeWords;
  readonly map: MapWords;
  readonly layers: LayerWords;
  readonly charts: ChartWords;
  readonly evidence: EvidenceWords;
  readonly notices: NoticeWords;
  /**
   * By code, the heading of each kind of problem of a data set: to be asked for by `nameProblem`. None in English, in which the
   * list of codes has them, so that they are not part of what every reader fetches first.
   */
  readonly problems: ProblemWords | undefined;
  readonly open: OpenWords;
  /** Of English `undefined`: the dialog brings them. See `opening-words.ts`. */
  readonly opening: OpeningWords | undefined;
  /** Of English `undefined`: what asks for them brings them. See `words-of-later.ts`. */
  readonly later: LaterWords | undefined;
}

export interface DateWords {
  /** "Thursday, 6 February 2020" */
  readonly full: (day: Day) => string;
  /** "6 February 2020" */
  readonly long: (day: Day) => string;
  /** "6 February": where the year is plain from its surroundings. */
  readonly short: (day: Day) => string;
  /** "6 Feb": where there is little room. */
  readonly brief: (day: Day) => string;
  readonly weekday: (day: Day) => string;
  /** "Jan 2020" */
  readonly month: (day: Day, withYear: boolean) => string;
  /** "between 24 and 26 January" */
  readonly window: (first: Day, last: Day) => string;
  /** "12 → 20 February 2020": an earlier and a later day that are compared. */
  readonly pair: (first: Day, last: Day) => string;
  /** "day 75 of 117" */
  readonly position: (number: number, total: number) => string;
}

export interface TimelineWords {
  readonly region: string;
  readonly slider: string;
  readonly play: string;
  readonly pause: string;
  readonly previousDay: string;
  readonly nextDay: string;
  readonly previousChange: string;
  readonly nextChange: string;
  readonly speed: string;
  readonly speedOption: (daysPerSecond: number) => string;
  readonly goToDate: string;
  /** Above the date while ground moves; receives a window such as "between 12 and 13 February". */
  readonly between: (window: string) => string;
  readonly outsideStory: (first: Day, last: Day) => string;
  readonly showChart: string;
  readonly hideChart: string;
  /** What the bars above the slider are. */
  readonly chart: string;
}

export interface DayWords {
  readonly region: string;
  /** "Three places changed hands", without a full stop. */
  readonly changedHands: (count: number) => string;
  /** "government forces +3" */
  readonly gain: (side: string, count: number) => string;
  readonly nothingChanged: string;
  /** Of a data set of ground alone: "Ground changed hands", without a full stop, … */
  readonly groundChanged: string;
  /** … "government forces +12 km²" … */
  readonly gainedKm2: (side: string, km2: string) => string;
  /** … and what no side holds any more. */
  readonly vacatedKm2: (km2: string) => string;
  readonly noGroundChanged: string;
  /** Of a day of which the areas tell nothing. */
  readonly missing: string;
  readonly changedAndBack: (count: number) => string;
  /** Joins the heads and parts of the summary into a sentence. */
  readonly sentence: (head: string, parts: readonly string[]) => string;
  readonly changes: string;
  readonly contested: string;
  readonly alsoReported: string;
  /** The list of a day's parts, for those who cannot see it. */
  readonly index: string;
  readonly previousChanges: (day: Day) => string;
  readonly nextChanges: (day: Day) => string;
  readonly balance: (count: number) => string;
  readonly unknownHolder: string;
  readonly withinDay: string;
}

/** Of places that stand in for the settlements of a data set; `name` is that of their gazetteer. */
export interface GazetteerWords {
  /** Adds to what is said of such places, without a full stop, whose they are. */
  readonly said: (text: string, name: string) => string;
}

export interface SettlementWords {
  readonly kind: (kind: SettlementKind) => string;
  readonly whereabouts: (kind: string, governorate: string) => string;
}

export interface RecordWords {
  readonly certainty: (certainty: CertaintyWord) => string;
  readonly certaintyMeaning: (certainty: CertaintyWord) => string;
  readonly impliedBy: (reason: ImpliedReason) => string;
  readonly action: (action: ClaimAction) => string;
  /** Who says so. `article` in a claim means the document itself. */
  readonly attribution: (attribution: string, publisher: string) => string;
  readonly claims: (count: number) => string;
  readonly saysOtherwise: string;
  readonly line: (line: number) => string;
  readonly printedAs: (spelling: string) => string;
  /** Of a claim whose document names the ground around the place and not the place. */
  readonly saidOf: (ground: string) => string;
  readonly nobody: string;
  /** `original` is the language of the originals, as this language names it. */
  readonly translated: (original: string) => string;
  readonly showOriginals: string;
  readonly hideOriginals: string;
  /** What the records say in this language did not come. */
  readonly translationMissing: string;
}

export interface ChromeWords {
  readonly title: string;
  readonly search: string;
  /** In the empty search box; `example` is a place of the data set in the scripts it has. */
  readonly searchHint: (example: string) => string;
  readonly openSearch: string;
  readonly noMatch: (query: string) => string;
  readonly matches: (count: number) => string;
  readonly layers: string;
  readonly table: string;
  readonly more: string;
  /** Label of the list of languages. */
  readonly language: string;
  /** The words of that language did not come; `language` is its own name for itself. */
  readonly languageMissing: (language: string) => string;
  readonly exportPicture: string;
  readonly shareLink: string;
  readonly help: string;
  readonly close: string;
  readonly showPanel: string;
  readonly hidePanel: string;
  readonly enlarge: string;
  readonly shrink: string;
  readonly legend: string;
  /** Offers it, with how long it takes. */
  readonly tour: string;
}

export interface NoticeWords {
  readonly dataProblems: (errors: number, warnings: number) => string;
  /** The data set cannot be shown at all; the list of problems follows. */
  readonly nothingToShow: string;
  readonly showProblems: string;
  readonly problemsTitle: string;
  readonly file: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
  readonly severity: (severity: Severity) => string;
  readonly saving: string;
  readonly saved: string;
  readonly notSaved: (reason: string) => string;
  readonly dismiss: string;
  readonly failed: (part: string) => string;
  readonly stillWorks: string;
  readonly tryAgain: string;
  readonly mapPart: string;
  readonly panelPart: string;
  /** Before anything is there, … */
  readonly loading: string;
  /** … after some seconds of that, … */
  readonly loadingLong: string;
  readonly reload: string;
  /** … and where the browser runs no scripts. */
  readonly needsScripts: string;
  /** A part of the program that is fetched when it is needed did not come. */
  readonly partMissing: string;
  /** In place of the whole page, which a fault has ended. */
  readonly pageFailed: string;
  /** What to do about it if the data are the reader's own. */
  readonly mayBeData: string;
  readonly forgetShown: string;
}
