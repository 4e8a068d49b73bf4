import type { ControlArchive } from "./archive/control-archive.ts";
import type { Day } from "./day.ts";
import type { Bounds } from "./geometry.ts";
import type {
  Side,
  Settlement,
  Claim,
  Highway,
  NarrativeHead,
  Corridor,
  ObservationPost,
  Source,
  StoryEvent,
  Figure,
  Region,
} from "./records.ts";
import type { Language, Names, Script } from "./names.ts";

/** A whole story, as records. Everything the dashboard and the command line show is computed from one of these. */
export interface Dataset {
  readonly title: Names;
  readonly description: Names;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Shown when nothing else is asked for. */
  readonly defaultDay: Day;
  /** The theatre: the box within which control is told. */
  readonly bounds: Bounds;
  /** What the map shows at first. */
  readonly viewBounds: Bounds;
  readonly sides: readonly Side[];
  /** In which the records say what they say. */
  readonly textLanguage: Language;
  readonly licence: string;
  readonly credits: readonly string[];
  /** Those of the data alone, where {@link Dataset.credits} have those of a base map too. */
  readonly ownCredits?: readonly string[];
  /** Said wherever the lines are shown: how they came to be. */
  readonly lineNote: Names;
  readonly settlements: readonly Settlement[];
  /**
   * The name of the gazetteer whose places stand in for the settlements of a data set that has none; `undefined`: they are its own. Ask
   * `listContents` what follows from that.
   */
  readonly gazetteer?: string | undefined;
  /** The scripts of their names, at least one: what may stand on the map. */
  readonly scripts: readonly Script[];
  readonly claims: readonly Claim[];
  /** The areas and front lines of every known day. */
  readonly control: ControlArchive;
  readonly highways: readonly Highway[];
  readonly corridors: readonly Corridor[];
  readonly posts: readonly ObservationPost[];
  readonly sources: readonly Source[];
  readonly events: readonly StoryEvent[];
  readonly figures: readonly Figure[];
  readonly regions: readonly Region[];
  /** Names, by id, of those whom figures concern and who are no side. */
  readonly concerned: Readonly<Record<string, Names>>;
  /** Id of the region that is reported where there is room for one only. */
  readonly chiefRegion: string | undefined;
  /** The story told in steps, if the data set has one; its texts come later. */
  readonly narrative: NarrativeHead | undefined;
}
