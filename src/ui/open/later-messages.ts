import type { Language } from "../../core/names.ts";
import type { OpeningMessage } from "../../open/opening-state.ts";
import { loadOwnWords } from "../../words/load-own-words.ts";
import type { Message } from "../state/session.ts";

/** What is told of the reader's own data once they change or follow them. Rejects if the words cannot be fetched. */
export async function toLaterMessage(
  message: OpeningMessage,
  language: Language,
): Promise<Message | undefined> {
  const { edit } = await loadOwnWords(language);
  switch (message.kind) {
    case "saved-folder":
      return { tone: "done", text: edit.savedFolder(message.folder, message.files) };
    case "saved-zip":
      return { tone: "done", text: edit.savedZip };
    case "not-saved":
      return { tone: "failed", text: edit.notSaved(message.reason) };
    default:
      return undefined;
  }
}
