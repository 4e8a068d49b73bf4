import { type CSSProperties, useState } from "react";
import { countDaysBetween, type Day, listDays } from "../../core/day.ts";
import { type Names, pickName } from "../../core/names.ts";
import { findSketch } from "../../open/import-state.ts";
import type { MadeSummary } from "../../open/import-protocol.ts";
import { type Sketch, SKETCH_WIDTH } from "../../open/sketch.ts";
import { useView, useWords } from "../state/dashboard.ts";
import { useAssisting, useImport, useTone } from "./use-import.ts";

/** What the files make of one day, drawn small, and the days to choose from. */
export function SmallMap() {
  const { words } = useAssisting();
  const made = useImport((state) => state.checked?.made);
  const sketch = useImport(findSketch);
  if (!made || !sketch)
    return (
      <div className="small-map is-empty">
        <p className="quiet">{words.mapEmpty}</p>
      </div>
    );
  return (
    <>
      <Drawing sketch={sketch} made={made} />
      <DayChoice first={made.firstDay} last={made.lastDay} shown={sketch.day} />
      <ul className="small-map-sides">
        {made.sides.map(({ id, name, colour }) => (
          <SideSign key={id} colour={colour} names={name} />
        ))}
      </ul>
    </>
  );
}

function SideSign({ colour, names }: { readonly colour: string; readonly names: Names }) {
  const tone = useTone();
  const language = useView((view) => view.language);
  return (
    <li>
      <span className="side-dot" style={{ "--colour": tone(colour) } as CSSProperties} aria-hidden="true" />
      <bdi>{pickName(names, language)}</bdi>
    </li>
  );
}

function Drawing({ sketch, made }: { readonly sketch: Sketch; readonly made: MadeSummary }) {
  const { words } = useAssisting();
  const language = useView((view) => view.language);
  const tone = useTone();
  const { day, height, areas, lines, places, labels } = sketch;
  const colourOf = (side: string | undefined) =>
    ({ "--colour": tone(made.sides.find(({ id }) => id === side)?.colour) }) as CSSProperties;
  return (
    <svg
      className="small-map"
      viewBox={`0 0 ${SKETCH_WIDTH} ${height}`}
      role="img"
      aria-label={words.mapAlt(day, areas.length, places.length)}
    >
      {areas.map(({ side, path }, index) => (
        <path key={`${index} ${side}`} className="small-map-area" d={path} style={colourOf(side)} />
      ))}
      <path className="small-map-casing" d={lines.join("")} />
      <path className="small-map-line" d={lines.join("")} />
      {places.map(({ x, y, side }) => (
        <circle
          key={`${x} ${y}`}
          className={side === undefined ? "small-map-place is-unknown" : "small-map-place"}
          cx={x}
          cy={y}
          r={places.length > 150 ? 2.2 : 3.6}
          style={colourOf(side)}
        />
      ))}
      {labels.map(({ x, y, names, isLeft }) => (
        <text
          key={`${x} ${y}`}
          className="small-map-label"
          x={isLeft ? x - 7 : x + 7}
          y={y + 4}
          textAnchor={isLeft ? "end" : "start"}
          direction="ltr"
        >
          {shorten(pickName(names, language))}
        </text>
      ))}
    </svg>
  );
}

function shorten(name: string): string {
  return name.length > 14 ? `${name.slice(0, 13)}…` : name;
}

interface ChoiceProps {
  readonly first: Day;
  readonly last: Day;
  readonly shown: Day;
}

function DayChoice({ first, last, shown }: ChoiceProps) {
  const { importing, words } = useAssisting();
  const { dates } = useWords();
  const days = listDays(first, last);
  const [chosen, setChosen] = useState<Day>();
  const day = chosen !== undefined && chosen >= first && chosen <= last ? chosen : shown;
  return (
    <div className="small-map-day">
      <p className="small-map-date">{dates.long(shown)}</p>
      {days.length > 1 && (
        <input
          type="range"
          aria-label={words.mapDay}
          aria-valuetext={dates.long(day)}
          min={0}
          max={days.length - 1}
          value={countDaysBetween(first, day)}
          onChange={({ currentTarget }) => {
            const next = days[Number(currentTarget.value)];
            if (next === undefined) return;
            setChosen(next);
            importing.showDay(next);
          }}
        />
      )}
    </div>
  );
}
