import type { Claim } from "../../core/records.ts";
import { useAtlas } from "../state/dashboard.ts";
import { ContraryLines } from "./ContraryLines.tsx";
import { RecordText } from "./RecordText.tsx";
import { findContrary } from "./contradictions.ts";

/** Who says otherwise about the place than `claim` does, and what. */
export function ContraryClaims({ claim }: { readonly claim: Claim }) {
  const { dataset } = useAtlas();
  return (
    <ContraryLines
      record={claim}
      others={findContrary(dataset.claims, claim)}
      renderText={(other) => <RecordText record={other} />}
    />
  );
}
