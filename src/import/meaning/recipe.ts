import type { ColumnWord, DayEnd, DayNumbers, DayOrder, SheetKind } from "./meaning.ts";
import type { Profile } from "./profile.ts";

/** How the files of one known source are read. It is recognised by its columns, and one file has one recipe. */
export interface Recipe {
  /** What the source calls itself; saved with the meaning, so it stays as it is. */
  readonly name: string;
  /** Columns, by their folded names, all of which a table of this source has. */
  readonly has: readonly string[];
  /** What else has to be so, for a source whose columns are like those of others. */
  readonly fits?: (profile: Profile) => boolean;
  readonly kind: SheetKind;
  /** Our words for columns, by their folded names; other columns are not used. */
  readonly columns: Readonly<Record<string, ColumnWord>>;
  /** The form of the columns that tell who held a place on the day in their name, as `ctr_*`. */
  readonly sideByDay?: string;
  readonly order?: DayOrder;
  readonly numbers?: DayNumbers;
  readonly end?: DayEnd;
  /** What values of sides are: `""` leaves rows out, `contested`, or the name of a side. Others are asked about. */
  readonly sides?: Readonly<Record<string, string>>;
  /** A value as it is to be read: without marks of the source's own. Empty: nothing. */
  readonly tidy?: (word: ColumnWord, text: string) => string;
}
