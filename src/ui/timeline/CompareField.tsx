import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { toggleComparison } from "../state/comparison.ts";
import { Popover } from "../parts/Popover.tsx";
import { DayInput } from "../parts/DayInput.tsx";

/** The other day to compare with, and the way out of a comparison. */
export function CompareField() {
  const { layers } = useWords();
  const isComparing = useView((view) => view.compared !== undefined);
  return (
    <Popover
      label={layers.comparedDay.compare}
      icon="compare"
      className={isComparing ? "date-popover is-active" : "date-popover"}
    >
      <CompareInput />
    </Popover>
  );
}

function CompareInput() {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const { compare, leave } = useWords().layers.comparedDay;
  const compared = useView((view) => view.compared);
  const day = useView((view) => view.day);
  return (
    <div className="compare-field">
      <DayInput
        label={compare}
        initial={compared ?? atlas.dataset.firstDay}
        excluded={day}
        onDay={(other) => store.setState({ compared: other })}
      />
      <button type="button" className="button" onClick={() => store.setState(toggleComparison(atlas))}>
        {compared ? leave : compare}
      </button>
    </div>
  );
}
