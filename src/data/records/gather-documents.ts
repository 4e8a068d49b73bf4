import type { Source } from "../../core/records.ts";
import { ID } from "../patterns.ts";
import { WEB_ADDRESS } from "../web-address.ts";

/** Makes documents of what tables give for a source, where no file lists them. */
export interface DocumentGatherer {
  /** The id of the document; the same for the same text. */
  readonly take: (text: string) => string;
  /** In the order in which they were first named. */
  readonly list: () => readonly Source[];
}

const LONGEST_ID = 60;

/** `taken` are ids that documents have already. */
export function createDocumentGatherer(taken: ReadonlySet<string> = new Set()): DocumentGatherer {
  const byText = new Map<string, Source>();
  const ids = new Set(taken);
  return {
    take(text) {
      const known = byText.get(text);
      if (known) return known.id;
      const id = findFreeId(text, ids);
      ids.add(id);
      byText.set(text, describe(id, text));
      return id;
    },
    list: () => [...byText.values()],
  };
}

function describe(id: string, text: string): Source {
  const isAddress = WEB_ADDRESS.test(text) && URL.canParse(text);
  const publisher = isAddress ? new URL(text).hostname.replace(/^www\./, "") : "";
  return { id, title: text, publisher, date: "", leaning: "", url: isAddress ? text : "", note: "" };
}

/** The text itself, of an address without its scheme, where it can be an id, else what is left of it without other signs; numbered where two would be the same. */
function findFreeId(text: string, taken: ReadonlySet<string>): string {
  const named = text.replace(WEB_ADDRESS, (start) => start.slice(-1));
  const plain = named.replaceAll(/[^\p{L}\p{N}._:/-]+/gu, "-").replaceAll(/^-+|-+$/g, "");
  const base = ID.test(named) && named.length <= LONGEST_ID ? named : plain.slice(0, LONGEST_ID);
  const start = ID.test(base) ? base : "document";
  let id = start;
  for (let number = 2; taken.has(id); number++) id = `${start}-${number}`;
  return id;
}
