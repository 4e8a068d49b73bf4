import { encodeMarked } from "../../core/data-mark.ts";
import type { Dataset } from "../../core/dataset.ts";
import { pickName } from "../../core/names.ts";
import { encodeView, type View } from "../../core/view.ts";
import type { Provenance } from "./provenance.ts";

interface Shown {
  readonly dataset: Pick<Dataset, "title" | "credits" | "licence">;
  readonly view: View;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  /** Whose work the map shows besides the data set. */
  readonly credits: readonly string[];
  /** Where everybody can find the page; `undefined` where they cannot. */
  readonly publicAddress: string | undefined;
  /** Of the program. */
  readonly version: string;
}

/** What a picture of a view is to say of itself. */
export function describeView({ dataset, view, hash, credits, publicAddress, version }: Shown): Provenance {
  const address = encodeView(view);
  const { day, compared, language } = view;
  const { licence } = dataset;
  return {
    address,
    ...(publicAddress !== undefined && {
      permalink: `${publicAddress}?${encodeMarked(view, dataset.title, hash)}`,
    }),
    datasetTitle: pickName(dataset.title, language),
    ...(hash !== "" && { datasetHash: hash }),
    version,
    day,
    ...(compared !== undefined && { comparedDay: compared }),
    language,
    sources: [...dataset.credits, ...credits],
    ...(licence !== "" && { licence }),
  };
}
