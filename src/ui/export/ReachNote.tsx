import type { ShareWords } from "../../words/share-words.ts";
import type { Sharing } from "../state/sharing.ts";

interface Props {
  readonly words: ShareWords;
  readonly reach: Sharing["reach"];
}

/** Says of an address that leads nobody else anywhere that it does not. */
export function ReachNote({ words, reach }: Props) {
  if (reach === "everybody") return null;
  const notes = { machine: words.onlyMachine, file: words.onlyFile, browser: words.onlyBrowser };
  return <p className="export-warning">{notes[reach]}</p>;
}
