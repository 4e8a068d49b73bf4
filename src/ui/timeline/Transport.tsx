import { findDayWithChanges } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import { useActions, useAtlas, useSession, useView, useWords } from "../state/dashboard.ts";
import { Icon, type IconName } from "../parts/icons.tsx";
import { useTogglePlay } from "../state/playback.ts";
import { DateField } from "./DateField.tsx";
import { PlayOptions } from "./PlayOptions.tsx";

/** Play and pause, steps by a day or to the nearest day with changes, how to play, typed date. */
export function Transport() {
  const atlas = useAtlas();
  const { timeline } = useWords();
  const day = useView((view) => view.day);
  const isPlaying = useSession((state) => state.isPlaying);
  const togglePlay = useTogglePlay();
  const { firstDay, lastDay } = atlas.dataset;
  return (
    <div className="transport">
      <StepButton
        name={timeline.previousChange}
        icon="previousChange"
        to={findDayWithChanges(atlas, day, -1)}
      />
      <StepButton
        name={timeline.previousDay}
        icon="back"
        to={day > firstDay ? addDays(day, -1) : undefined}
      />
      <button
        type="button"
        className="button icon-button play-button"
        aria-label={isPlaying ? timeline.pause : timeline.play}
        title={isPlaying ? timeline.pause : timeline.play}
        onClick={togglePlay}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      <StepButton name={timeline.nextDay} icon="forward" to={day < lastDay ? addDays(day, 1) : undefined} />
      <StepButton name={timeline.nextChange} icon="nextChange" to={findDayWithChanges(atlas, day, 1)} />
      <PlayOptions />
      <DateField />
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly icon: IconName;
  /** `undefined`: there is no such day. */
  readonly to: Day | undefined;
}

function StepButton({ name, icon, to }: StepProps) {
  const { goTo } = useActions();
  // aria-disabled and not disabled: a button that drops out at the end of the story would take the focus with it.
  return (
    <button
      type="button"
      className="button icon-button bare"
      aria-label={name}
      title={name}
      aria-disabled={to === undefined}
      onClick={() => to && goTo(to)}
    >
      <Icon name={icon} />
    </button>
  );
}
