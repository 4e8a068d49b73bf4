import type { Atlas } from "../core/atlas.ts";
import { type AddressProblem, MARK_PARAMETER, matchMark, readMark, writeMark } from "../core/data-mark.ts";
import type { ViewProblem } from "../core/view.ts";

interface JudgedData {
  readonly atlas: { readonly dataset: Pick<Atlas["dataset"], "title"> };
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  /** As `ShownData` has it. */
  readonly localId?: string | undefined;
}

/**
 * What of an address does not hold: of one that was made for other data than those it is opened over, all in one problem; of any
 * other what was found without looking at the data.
 */
export function judgeMark(
  query: string,
  { atlas, hash, localId }: JudgedData,
  problems: readonly ViewProblem[],
): readonly AddressProblem[] {
  const found = new URLSearchParams(query).get(MARK_PARAMETER);
  if (found === null) return problems;
  // It asks for the data at an address, of which it tells the view: not of those that are shown before.
  if (found.includes("/")) return localId === undefined ? [] : problems;
  const { title } = atlas.dataset;
  const mark = readMark(found);
  const match = mark ? matchMark(mark, title, hash) : "unreadable";
  if (match === "same") return problems;
  const lost = problems.map(({ parameter, found }) => `${parameter}=${found}`);
  return [{ parameter: MARK_PARAMETER, found, match, title, mark: writeMark(title, hash), lost }];
}
