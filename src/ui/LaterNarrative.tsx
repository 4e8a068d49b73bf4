import { type ReactNode, useEffect, useState } from "react";
import type { Narrative } from "../core/narrative.ts";
import { useDashboard, useTellOfMissingPart, useWords } from "./state/dashboard.ts";
import { createLater, useLater } from "./state/later.ts";

/** What shows the narrative. Its texts are another part, that of the data set. */
const laterNarrative = createLater(async () => ({
  ...(await import("./narrative/NarrativePanel.tsx")),
  ...(await import("./narrative/StepLine.tsx")),
  ...(await import("../data/narrative-part.ts")),
}));

/** Both, once they are there. Where they cannot be had the reader is told, and story mode ends. */
function useNarrative() {
  const { later, store } = useDashboard();
  const end = () => store.setState({ step: undefined });
  const part = useLater(laterNarrative, true, end);
  const [loaded, setLoaded] = useState<Narrative>();
  const tell = useTellOfMissingPart();
  useEffect(() => {
    let isGone = false;
    part?.loadNarrative(later).then(
      (narrative) => {
        if (!isGone) setLoaded(narrative);
      },
      () => {
        tell();
        end();
      },
    );
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the callbacks are new with each drawing of the page
  }, [part, later]);
  return part && loaded && { ...part, narrative: loaded };
}

/** The column of text in the panel. */
export function LaterNarrativePanel() {
  const { narrative: words } = useWords();
  const shown = useNarrative();
  if (!shown) return <p className="page quiet">{words.loading}</p>;
  return <shown.NarrativePanel narrative={shown.narrative} />;
}

/** The line of steps; until it is there, what is there without it. */
export function LaterStepLine({ instead }: { readonly instead: ReactNode }) {
  const shown = useNarrative();
  return shown ? <shown.StepLine narrative={shown.narrative} /> : instead;
}
