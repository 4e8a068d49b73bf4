import type { CertaintyWord } from "../../words/keys.ts";
import { useWords } from "../state/dashboard.ts";

export function CertaintyBadge({ certainty }: { readonly certainty: CertaintyWord }) {
  const { record } = useWords();
  return (
    <span className="badge" data-certainty={certainty} title={record.certaintyMeaning(certainty)}>
      {record.certainty(certainty)}
    </span>
  );
}
