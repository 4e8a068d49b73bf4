import type { Claim } from "../../core/records.ts";
import { useAtlas } from "../state/dashboard.ts";
import { ContraryLines } from "./ContraryLines.tsx";
import { findContrary } from "./contradictions.ts";

/** Who says otherwise about the place than `claim` does, and what. Summaries are kept in English. */
export function ContraryClaims({ claim }: { readonly claim: Claim }) {
  const { dataset } = useAtlas();
  return (
    <ContraryLines
      record={claim}
      others={findContrary(dataset.claims, claim)}
      renderText={({ summary }) => <bdi lang="en">{summary}</bdi>}
    />
  );
}
