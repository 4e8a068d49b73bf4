import { listContents } from "../../core/contents.ts";
import type { Day } from "../../core/day.ts";
import { measureGainedArea } from "../../core/measure/gained-area.ts";
import { measureGround } from "../../core/measure/ground.ts";
import { writeKm2 } from "../../core/km2.ts";
import { SideMark } from "../parts/SideMark.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { lookOf, nameSideShortly } from "../state/sides.ts";
import { DaySection } from "./DaySection.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** Of a data set of ground alone: how much each side holds at the end of the day and has gained on it, as a strip and in numbers. */
export function GroundLines({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const held = [...measureGround(atlas, day).areaKm2].filter(([, km2]) => km2 > 0);
  if (!listContents(atlas.dataset).isOfGround || held.length === 0) return null;
  const gained = new Map(measureGainedArea(atlas, day).gains.map(({ side, km2 }) => [side, km2]));
  return (
    <DaySection name="area" title={laterWordsOf(words).ground.area}>
      <div className="balance-strip" aria-hidden="true">
        {held.map(([side, km2]) => (
          <span key={side} className="side-fill" {...lookOf(atlas.dataset, side, { flexGrow: km2 })} />
        ))}
      </div>
      <ul className="balance">
        {held.map(([side, km2]) => (
          <li key={side}>
            <SideMark side={side} />{" "}
            {laterWordsOf(words).ground.heldKm2(
              nameSideShortly(atlas.dataset, side, words),
              writeKm2(km2, words.language),
              gained.has(side) ? writeKm2(gained.get(side) ?? 0, words.language) : undefined,
            )}
          </li>
        ))}
      </ul>
    </DaySection>
  );
}
