import { type RefObject, useState } from "react";
import type { ShareWords } from "../../words/share-words.ts";
import { copyText } from "./copy-text.ts";

/** What has become of a text, as long as it is the same text. */
export interface Told {
  readonly text: string;
  readonly tell: (text: string) => void;
}

/** What is told of a text is told no more once that is another one. */
export function useTold(of: string): Told {
  const [told, setTold] = useState({ of, text: "" });
  return { text: told.of === of ? told.text : "", tell: (text) => setTold({ of, text }) };
}

interface Props {
  readonly words: ShareWords;
  readonly label: string;
  /** Whose text is copied. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly told: Told;
  /** Nothing can be copied with the settings as they are; the reason stands beside them. */
  readonly isImpossible?: boolean;
}

/** The button that copies, and beside it what has become of that. It needs no turn: something may be made meanwhile. */
export function CopyAction({ words, label, field, told, isImpossible = false }: Props) {
  async function copy() {
    if (!field.current || isImpossible) return;
    // Emptied first: what is said twice is read out twice.
    told.tell("");
    told.tell((await copyText(field.current)) ? words.copied : words.notCopied);
  }
  return (
    <>
      <output className="export-status" data-status={told.text === words.notCopied ? "failed" : undefined}>
        {told.text}
      </output>
      <button
        type="button"
        className="button primary export-save"
        aria-disabled={isImpossible}
        onClick={() => void copy()}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M9 8.5h10.5v11H9zM15 8.5v-4H4.5v11H9" />
        </svg>
        <span>{label}</span>
      </button>
    </>
  );
}
