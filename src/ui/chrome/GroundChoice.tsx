import { listContents } from "../../core/contents.ts";
import { GROUNDS, type GroundShown, type Trail, TRAILS, type View } from "../../core/view.ts";
import { parseDay } from "../../core/day.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { Segmented } from "../parts/Segmented.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** The view with its ground shown otherwise; a difference on the same map gives way to it. */
export function chooseGround(ground: GroundShown): (view: View) => Partial<View> {
  return ({ compare }) =>
    ground === "holder" || compare !== "difference" ? { ground } : { ground, compared: undefined };
}

/** What the colours of the ground tell, and how many earlier lines are drawn. */
export function GroundChoice() {
  const { store } = useDashboard();
  const words = useWords();
  const { evidence } = words;
  const said = laterWordsOf(words).groundChoice;
  const ground = useView((view) => view.ground);
  const trail = useView((view) => view.trail);
  const { options } = said;
  const { hasGround } = listContents(useAtlas().dataset);
  // Where sources draw no ground there is none that could have changed hands, and some may be inferred.
  const offered = GROUNDS.filter((value) => value === "holder" || hasGround !== (value === "places"));
  return (
    <>
      <Segmented
        legend={said.name}
        value={ground}
        options={offered.map((value) => ({ value, label: options[value] }))}
        onChange={(value) => store.setState(chooseGround(value))}
        isStacked
      />
      {ground === "gained" && <SinceField />}
      {hasGround && (
        <Segmented
          legend={said.trail}
          value={String(trail)}
          options={TRAILS.map((days) => ({
            value: String(days),
            label: days === 0 ? said.none : evidence.number(days),
          }))}
          onChange={(value) => store.setState({ trail: Number(value) as Trail })}
        />
      )}
    </>
  );
}

function SinceField() {
  const { store } = useDashboard();
  const { firstDay, lastDay } = useAtlas().dataset;
  const said = laterWordsOf(useWords()).groundChoice;
  const since = useView((view) => view.since) ?? firstDay;
  return (
    <label className="date-field since-field">
      <span>{said.since}</span>
      <input
        type="date"
        min={firstDay}
        max={lastDay}
        defaultValue={since}
        onChange={(event) => {
          const day = parseDay(event.currentTarget.value);
          if (day && day >= firstDay && day <= lastDay) store.setState({ since: day });
        }}
      />
    </label>
  );
}
