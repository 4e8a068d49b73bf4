import { openingWordsOf } from "../../words/opening-words.ts";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { OpeningStatus } from "../../open/opening-state.ts";
import { useDashboard, useSession, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { Modal } from "../parts/Modal.tsx";
import { AddressStep } from "./AddressStep.tsx";
import { Chooser } from "./Chooser.tsx";
import { OpeningProgress } from "./OpeningProgress.tsx";
import { OpeningReport } from "./OpeningReport.tsx";
import { PictureStep } from "./PictureStep.tsx";
import { Step } from "./Step.tsx";
import { UnsavedStep } from "./UnsavedStep.tsx";

/** Opening data of one's own, from the choice to the report. Shutting the dialog ends what is under way. */
export function OpenDialog() {
  const { opening, session } = useDashboard();
  const texts = openingWordsOf(useWords());
  const status = useStore(opening.store, (state) => state.status);
  const isOpen = useSession((state) => state.dialog === "open");
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const { kind } = opening.store.getState().status;
      if (kind === "working" || kind === "preparing") {
        session.setState({ message: { tone: "done", text: texts.cancelled } });
      }
      opening.cancel();
    }
    wasOpen.current = isOpen;
  }, [isOpen, opening, session, texts]);
  return (
    <Modal name="open" title={texts.title}>
      <StatusStep key={status.kind} status={status} />
    </Modal>
  );
}

function StatusStep({ status }: { readonly status: OpeningStatus }) {
  const { open } = useWords();
  const texts = openingWordsOf(useWords());
  switch (status.kind) {
    case "idle":
      return <Chooser />;
    case "working":
      return <OpeningProgress name={status.name} found={status.found} progress={status.progress} />;
    case "preparing":
      return (
        <Step title={texts.opening(status.name)}>
          <progress aria-label={texts.preparing} />
          <p>{texts.preparing}</p>
        </Step>
      );
    case "picture":
      return <PictureStep status={status} />;
    case "undeclared":
      return <LaterAssistant name={status.name} files={status.files} />;
    case "refused":
    case "ready":
      return <OpeningReport status={status} />;
    case "address":
      return <AddressStep status={status} />;
    case "unsaved":
      return <UnsavedStep status={status} />;
    case "failed":
      return (
        <>
          <p className="open-failure" role="alert">
            {open.failed(status.name, status.reason)} {texts.presentStays}
          </p>
          <Chooser />
        </>
      );
  }
}

const laterAssistant = createLater(() => import("../assistant/Assistant.tsx"));

/** What makes a data set of files that are none, fetched when it is needed. */
function LaterAssistant(props: Pick<Extract<OpeningStatus, { kind: "undeclared" }>, "name" | "files">) {
  const { opening } = useDashboard();
  const texts = openingWordsOf(useWords());
  const part = useLater(laterAssistant, true, () => opening.cancel());
  return part ? <part.Assistant {...props} /> : <progress aria-label={texts.opening(props.name)} />;
}
