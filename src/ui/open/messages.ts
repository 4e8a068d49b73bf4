import { type Language, pickName } from "../../core/names.ts";
import { useEffect } from "react";
import { useStore } from "zustand";
import type { OpeningMessage } from "../../open/opening-state.ts";
import type { Words } from "../../words/types.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import type { Message } from "../state/session.ts";

/** Says on the dashboard what became of opening or forgetting data, once. */
export function useOpeningMessages(): void {
  const { opening, session } = useDashboard();
  const words = useWords();
  const message = useStore(opening.store, (state) => state.message);
  useEffect(() => {
    if (!message) return;
    const said = toMessage(message, words);
    if (said) session.setState({ message: said });
    else void tellLater(message, words.language).then(session.setState);
    opening.dismissMessage();
  }, [message, words, opening, session]);
}

/** What few readers ever read has its words in a part that comes later. */
const tellLater = async (message: OpeningMessage, language: Language) =>
  (await import("./later-messages.ts")).toLaterMessage(message, language);

/** `undefined` for what is told by the words of a later part. */
function toMessage(message: OpeningMessage, { open, language }: Words): Message | undefined {
  switch (message.kind) {
    case "opened": {
      const title = pickName(message.title, language);
      if (message.keep === "kept") return { tone: "done", text: open.opened(title) };
      return { tone: "failed", text: open.notKept(title, message.keep === "no-room") };
    }
    case "not-here":
      return { tone: "failed", text: open.notHere };
    case "not-shown":
      return { tone: "failed", text: open.failed(message.name, message.reason) };
    case "not-forgotten":
      return { tone: "failed", text: open.notForgotten };
    case "followed":
      return { tone: "done", text: open.followed };
    case "held":
      return { tone: "failed", text: open.held };
    case "lost":
      return { tone: "failed", text: open.lost };
    case "reached":
      return { tone: "done", text: open.reached };
    default:
      return undefined;
  }
}
