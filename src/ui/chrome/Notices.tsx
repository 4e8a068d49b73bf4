import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { AddressProblem } from "../../core/data-mark.ts";
import { countProblems } from "../../data/problem.ts";
import type { MapTrouble } from "../../words/map-words.ts";
import { useDashboard, useSession, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { listTroubles } from "../state/session.ts";
import { LaterChips } from "./LaterChips.tsx";
import { Icon } from "../parts/icons.tsx";

/** Long enough to be read, after which good news goes away by itself. Bad news stays. */
const MESSAGE_MS = 5000;

/** The words of what few readers see. */
const laterWords = createLater(() => import("../../words/words-of-later.ts"));

/** What the reader must know: a bad address, faults in the data, how saving went. Each can be dismissed. */
export function Notices({ viewProblems }: { readonly viewProblems: readonly AddressProblem[] }) {
  const { problems, session } = useDashboard();
  const words = useWords();
  const { notices } = words;
  const part = useLater(laterWords, viewProblems.length > 0);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const dismiss = (key: string) => setDismissed(new Set([...dismissed, key]));
  // Problems that come after those that were dismissed are told anew.
  const told = useMemo(() => `data ${JSON.stringify(problems)}`, [problems]);
  const errors = countProblems(problems, "error");
  const warnings = countProblems(problems, "warning");
  return (
    <div className="notices">
      <LaterChips />
      {part &&
        viewProblems
          .filter((problem) => !dismissed.has(problem.parameter))
          .map((problem) => (
            <Notice
              key={problem.parameter}
              role="alert"
              tone={problem.parameter === "data" ? "done" : "failed"}
              onDismiss={() => dismiss(problem.parameter)}
            >
              {part.tellProblem(problem, words)}
            </Notice>
          ))}
      {errors + warnings > 0 && !dismissed.has(told) && (
        <Notice role="alert" onDismiss={() => dismiss(told)}>
          {notices.dataProblems(errors, warnings)}{" "}
          <button
            type="button"
            className="text-button"
            onClick={() => session.setState({ dialog: "problems" })}
          >
            {notices.showProblems}
          </button>
        </Notice>
      )}
      <MapNotices />
      <BaseNotice />
      <MessageNotice />
    </div>
  );
}

function MapNotices() {
  const { session } = useDashboard();
  const { map } = useWords();
  const troubles = useSession((state) => state.mapTroubles);
  const dismiss = (trouble: MapTrouble) =>
    session.setState({ mapTroubles: listTroubles(troubles, trouble, false) });
  return troubles.map((trouble) => (
    <Notice key={trouble} role="alert" onDismiss={() => dismiss(trouble)}>
      {map.trouble[trouble]}
    </Notice>
  ));
}

/** Why the reader's own base map is not shown. */
function BaseNotice() {
  const { readerBase } = useDashboard();
  const { status, address } = useStore(readerBase.store);
  const isShown = status === "off" || status === "opening" || status === "on";
  const part = useLater(laterWords, !isShown);
  const words = useWords();
  const [dismissed, setDismissed] = useState("");
  if (isShown || !part || dismissed === address) return null;
  return (
    <Notice role="alert" onDismiss={() => setDismissed(address)}>
      {part.tellBaseFault(status, words)}
    </Notice>
  );
}

/** The region is there before its text, because screen readers announce only what changes in a known region. */
function MessageNotice() {
  const { session } = useDashboard();
  const message = useSession((state) => state.message);
  useEffect(() => {
    if (message?.tone !== "done") return;
    const timer = setTimeout(() => session.setState({ message: undefined }), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message, session]);
  return (
    <output className="message">
      {message && (
        <Notice tone={message.tone} onDismiss={() => session.setState({ message: undefined })}>
          {message.text}
        </Notice>
      )}
    </output>
  );
}

interface NoticeProps {
  readonly role?: "alert";
  readonly tone?: "busy" | "done" | "failed";
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

function Notice({ role, tone = "failed", onDismiss, children }: NoticeProps) {
  const { notices } = useWords();
  return (
    <span className="notice" role={role} data-tone={tone}>
      {tone === "failed" && <Icon name="warning" />}
      <span className="notice-text">{children}</span>
      <button
        type="button"
        className="button icon-button bare"
        aria-label={notices.dismiss}
        title={notices.dismiss}
        onClick={onDismiss}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
