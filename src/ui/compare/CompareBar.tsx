import "../../../styles/page/two-maps.css";
import { COMPARE_MODES, type CompareMode } from "../../core/view.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { PHONE, useMedia } from "../state/media.ts";
import { Icon } from "../parts/icons.tsx";
import { Segmented } from "../parts/Segmented.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** On the upper edge of the map while two days are compared: how, and the way out. */
export function CompareBar({ mode }: { readonly mode: CompareMode }) {
  const { store } = useDashboard();
  const all = useWords();
  const words = { ...all.layers.comparedDay, ...laterWordsOf(all).compareModes };
  const isPhone = useMedia(PHONE);
  const modes = COMPARE_MODES.filter((offered) => offered !== "beside" || !isPhone);
  return (
    <div className="compare-bar">
      <Segmented
        legend={words.mode}
        value={mode}
        options={modes.map((value) => ({ value, label: words.modes[value] }))}
        onChange={(compare) => store.setState({ compare })}
      />
      <button
        type="button"
        className="button icon-button bare"
        aria-label={words.leave}
        title={words.leave}
        onClick={() => store.setState({ compared: undefined })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
