import { SHORTCUT_NAMES } from "../../words/keys.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useWords } from "../state/dashboard.ts";
import { SHORTCUT_KEYS } from "../state/keyboard.ts";
import { Modal } from "../parts/Modal.tsx";

/** The keys and what they do. Arrows are printed as they lie on the keyboard, so Arabic swaps them. */
export function HelpDialog() {
  const words = useWords();
  const { chrome, direction } = words;
  const { shortcut } = laterWordsOf(words);
  const swap = new Map([
    ["←", "→"],
    ["→", "←"],
  ]);
  return (
    <Modal name="help" title={chrome.help}>
      <dl className="shortcuts">
        {SHORTCUT_NAMES.map((name) => (
          <div key={name}>
            <dt>
              {SHORTCUT_KEYS[name].map((key) => (
                <kbd key={key}>{direction === "rtl" ? (swap.get(key) ?? key) : key}</kbd>
              ))}
            </dt>
            <dd>{shortcut(name)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
