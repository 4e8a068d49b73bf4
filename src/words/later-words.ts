import type { Day } from "../core/day.ts";
import type { DataProblem } from "../core/data-mark.ts";
import type { CompareMode, GroundShown, ViewProblem } from "../core/view.ts";
import type { PostState } from "../core/records.ts";
import type { EventWords } from "./event-words.ts";
import type { PositionSource, ShortcutName } from "./keys.ts";
import type { BaseMapWords } from "./map-words.ts";
import type { StoryWords } from "./narrative-words.ts";
import type { HighwayWords, PostWords, SourceWords } from "./selection-words.ts";

/** The words of what is only there once it is asked for, or gone wrong: faults of the address, keys, wall mode, tour, a page within another, a base map of one's own, the table, events with places of their own. */
export interface LaterWords {
  readonly viewProblem: (problem: ViewProblem) => string;
  /** Which data were meant, which are shown, and what of the address still holds. */
  readonly dataProblem: (problem: DataProblem) => string;
  readonly shortcut: (name: ShortcutName) => string;
  readonly wall: WallWords;
  readonly tour: TourWords;
  readonly embed: EmbedWords;
  readonly file: FileWords;
  readonly looks: LooksWords;
  readonly place: PlaceWords;
  readonly story: StoryWords;
  readonly post: PostWords;
  readonly baseMap: BaseMapWords;
  readonly table: TableWords;
  readonly comparison: ComparisonWords;
  readonly highway: HighwayWords;
  readonly chartTable: ChartTableWords;
  readonly filterForm: FilterFormWords;
  readonly ground: GroundWords;
  readonly playFields: PlayFieldWords;
  readonly groundChoice: GroundChoiceWords;
  readonly compareModes: CompareModeWords;
  readonly source: SourceWords;
  readonly events: EventWords;
}

/** The part of the day that tells how two days differ. */
export interface ComparisonWords {
  readonly hint: string;
  /** Of one of the days there are no areas. */
  readonly unknown: string;
  readonly same: string;
  /** Heads of the table: the sides, and what each has gained and holds. */
  readonly side: string;
  readonly places: string;
  readonly gainedKm2: string;
  readonly areaKm2: string;
  readonly placesList: string;
  readonly saveList: string;
}

/** Of a page that is one file with all in it. */
export interface FileWords {
  /** In the place of the choice of a base map. */
  readonly noBaseMap: string;
}

export interface EmbedWords {
  /** Leads to the page by itself. */
  readonly whole: string;
  readonly gestures: GestureWords;
}

/** How a map within another page is moved: with a key held while the wheel is turned, or with two fingers. */
export type GestureWords = Readonly<Record<"control" | "command" | "touch", string>>;

export interface WallWords {
  /** The mode, in the menu and as a part of the page. */
  readonly region: string;
  readonly leave: string;
  /** The browser has not given the page all of the screen. */
  readonly notFull: string;
  /** The browser does not keep the screen from going dark. */
  readonly notAwake: string;
}

/** What the tour shows, in its order. */
export const TOUR_STOPS = ["map", "legend", "days", "day", "story", "search", "tools"] as const;
export type TourStop = (typeof TOUR_STOPS)[number];

export interface TourWords {
  /** "2 of 7" */
  readonly position: (number: number, total: number) => string;
  readonly next: string;
  readonly back: string;
  readonly skip: string;
  readonly finish: string;
  /** Each with the name of the thing that is outlined, and what it is for. */
  readonly stops: Readonly<Record<TourStop, { readonly name: string; readonly text: string }>>;
}

export interface TableWords {
  readonly caption: (day: Day) => string;
  readonly name: string;
  readonly otherName: string;
  readonly kind: string;
  readonly governorate: string;
  readonly control: string;
  readonly since: string;
  readonly contested: (side: string | undefined) => string;
  /** Label of the field that leaves only the rows with a name. */
  readonly find: string;
  /** Head of the column that counts how often a settlement had changed hands. */
  readonly changes: string;
  /** Name of the group of sides to choose from, each with the number of its settlements. */
  readonly bySide: string;
  /** The keys of the table, to be read out. */
  readonly howToRead: string;
}

/** How charts are read, and the tables behind them. */
export interface ChartTableWords {
  /** Between what is computed and what is reported of a day. */
  readonly reportedOn: string;
  readonly noReport: string;
  readonly howToRead: string;
  /** Leads back from the table. */
  readonly drawing: string;
  readonly tableDay: string;
  readonly tableValue: string;
  readonly tableWho: string;
  readonly tableSays: string;
  readonly previousRows: string;
  readonly nextRows: string;
}

/** How two days are compared, and the divider between two maps. */
export interface CompareModeWords {
  readonly mode: string;
  readonly modes: Readonly<Record<CompareMode, string>>;
  readonly divider: string;
  readonly dividerAt: (percent: number, day: string) => string;
}

/** The form of the filters. */
export interface FilterFormWords {
  /** What is filtered and what never is. */
  readonly note: string;
  readonly textHint: string;
}

/** How days follow each other while playing. */
export interface PlayFieldWords {
  readonly daysPerSecond: string;
  readonly loop: string;
  readonly changesOnly: string;
  readonly from: string;
  readonly to: string;
  readonly allDays: string;
}

/** What the ground shows, and how many earlier lines. */
export interface GroundChoiceWords {
  readonly name: string;
  readonly options: Readonly<Record<GroundShown, string>>;
  readonly since: string;
  readonly trail: string;
  readonly none: string;
}

/** The choices of how the page and the names on its map look. */
export interface LooksWords {
  readonly labels: string;
  /** Names in two scripts, one under the other. */
  readonly labelsBoth: string;
  readonly theme: string;
  readonly themeAuto: string;
  readonly themeLight: string;
  readonly themeDark: string;
  /** For readers who need more contrast than usual. */
  readonly themeContrast: string;
}

/** What is told of one settlement. */
export interface PlaceWords {
  readonly spellings: (names: readonly string[]) => string;
  readonly held: (side: string, day: Day) => string;
  readonly contested: (side: string | undefined, day: Day) => string;
  readonly unknown: (day: Day) => string;
  readonly bandHint: string;
  readonly initialSide: (side: string, first: Day) => string;
  readonly initialSideUnknown: (first: Day) => string;
  readonly history: string;
  readonly noChanges: string;
  readonly otherClaims: string;
  readonly position: string;
  readonly precision: (km: string) => string;
  readonly positionSource: (source: PositionSource | undefined, raw: string) => string;
  readonly elsewhere: string;
  readonly contextOnly: string;
  readonly frontDistance: (distanceKm: number) => string;
  readonly nearestPost: (name: string, distanceKm: number, state: PostState) => string;
}

/** Of a data set of ground alone, and of places that a gazetteer lends it. */
export interface GroundWords {
  /** The part of the day that tells what each side holds. */
  readonly area: string;
  /** A line of that part: "Government 1,234 km² (+12)"; `gained` is what the side gained on the day, if anything. */
  readonly heldKm2: (side: string, km2: string, gained: string | undefined) => string;
  /** Of one of them, as a sentence. */
  readonly place: (name: string) => string;
}
