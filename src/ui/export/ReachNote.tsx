import type { ShareWords } from "../../words/share-words.ts";
import type { Sharing } from "../state/sharing.ts";

interface Props {
  readonly words: ShareWords;
  readonly reach: Sharing["reach"];
}

/** Says of an address that leads nobody else anywhere that it does not. */
export function ReachNote({ words, reach }: Props) {
  if (reach === "everybody") return null;
  return <p className="export-warning">{reach === "machine" ? words.onlyMachine : words.onlyBrowser}</p>;
}
