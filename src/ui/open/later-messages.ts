import type { Language } from "../../core/names.ts";
import type { OpeningMessage } from "../../open/opening-state.ts";
import { loadOwnWords } from "../../words/load-own-words.ts";
import type { Message, Session } from "../state/session.ts";

/** What the reader is told or asked once they change, follow or fetch data of their own. Rejects if the words cannot be fetched. */
export async function toLaterMessage(message: OpeningMessage, language: Language): Promise<Partial<Session>> {
  if (message.kind === "asked") return { dialog: "open" };
  return { message: await tell(message, language) };
}

async function tell(message: OpeningMessage, language: Language): Promise<Message | undefined> {
  const { edit, follow } = await loadOwnWords(language);
  switch (message.kind) {
    case "saved-folder":
      return { tone: "done", text: edit.savedFolder(message.folder, message.files) };
    case "saved-zip":
      return { tone: "done", text: edit.savedZip };
    case "folder-lost": {
      const tell = message.reason === "gone" ? follow.gone : follow.noPermission;
      return { tone: "failed", text: tell(message.folder) };
    }
    case "not-saved":
      return { tone: "failed", text: edit.notSaved(message.reason) };
    default:
      return undefined;
  }
}
