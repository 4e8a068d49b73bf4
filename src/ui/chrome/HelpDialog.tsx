import { SHORTCUT_NAMES } from "../../words/keys.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { Icon } from "../parts/icons.tsx";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { SHORTCUT_KEYS } from "./shortcut-keys.ts";
import { Modal } from "../parts/Modal.tsx";

/** The keys and what they do, and the way to the tour. Arrows are printed as they lie on the keyboard, so Arabic swaps them. */
export function HelpDialog() {
  const { session } = useDashboard();
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
      <button
        type="button"
        className="button help-tour"
        onClick={() => session.setState({ dialog: undefined, isTouring: true })}
      >
        <Icon name="signpost" /> {chrome.tour}
      </button>
    </Modal>
  );
}
