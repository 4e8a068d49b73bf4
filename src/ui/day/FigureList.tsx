import { useState } from "react";
import type { Figure, FigureMeasure } from "../../core/dataset.ts";
import type { Day } from "../../core/day.ts";
import { useAtlas, useWords } from "../dashboard.ts";
import { SideName } from "../parts/SideName.tsx";
import { findSide, nameSide } from "../sides.ts";
import { hasWindow, nameAttribution } from "./facts.ts";
import { type FigureGroup, groupFiguresOn, takeFirstGroups } from "./figures.ts";

/** More figures than this are shown on demand. */
const ENOUGH = 5;

/** The name of the measure says what is counted, so the number needs no unit. */
const COUNTED: ReadonlySet<FigureMeasure> = new Set([
  "civilians-killed",
  "civilians-wounded",
  "fighters-killed",
  "fighters-wounded",
  "settlements-captured",
]);

/** The numbers that documents give for the day, the most relevant first. */
export function FigureList({ day }: { readonly day: Day }) {
  const { reports } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const groups = groupFiguresOn(useAtlas(), day);
  const first = takeFirstGroups(groups, ENOUGH);
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <>
      <h3 className="section-heading">{reports.figures}</h3>
      <ul className="figure-groups">
        {(isWhole ? groups : first).map((group) => (
          <FigureGroupItem key={group.key} group={group} day={day} />
        ))}
      </ul>
      {first.length < groups.length && (
        <button
          type="button"
          className="day-button show-all"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? reports.showFewer : reports.showAll(count)}
        </button>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: FigureGroup;
  readonly day: Day;
}

/** One number with its source, or several side by side; below them what the record has. */
function FigureGroupItem({ group, day }: GroupProps) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { measure, concerns, figures, recordCounts } = group;
  const only = figures.length === 1 ? figures[0] : undefined;
  return (
    <li className="figure-group">
      <div className="figure-head">
        <h4 className="figure-what">
          {words.reports.measure(measure)} <Concerned id={concerns} />
        </h4>
        {only && <FigureNumber figure={only} />}
      </div>
      {only ? (
        <FigureText figure={only} day={day} />
      ) : (
        <ul className="figure-cells">
          {figures.map((figure) => (
            <li key={figure.id}>
              <FigureNumber figure={figure} />
              <FigureText figure={figure} day={day} />
            </li>
          ))}
        </ul>
      )}
      {recordCounts.map(({ firstDay, lastDay, named, implied }) => (
        <p key={`${firstDay} ${lastDay}`} className="figure-record">
          {words.reports.recordCount({
            side: nameSide(dataset, concerns, words),
            firstDay,
            lastDay,
            named,
            implied,
          })}
        </p>
      ))}
    </li>
  );
}

/** Whom a number counts; nothing for civilians, whom the name of the measure has already. */
function Concerned({ id }: { readonly id: string }) {
  const { dataset } = useAtlas();
  const { concerns } = useWords().reports;
  if (id === "" || id === "civilians") return null;
  return findSide(dataset, id) ? <SideName side={id} /> : <span>{concerns(id)}</span>;
}

function FigureNumber({ figure }: { readonly figure: Figure }) {
  const { reports } = useWords();
  const { measure, value, valueHigh, qualifier, unit } = figure;
  const number = [value, ...(valueHigh === undefined ? [] : [valueHigh])].map(reports.number).join("–");
  return (
    <p className="figure-number">
      {qualifier !== "exactly" && `${reports.qualifier(qualifier)} `}
      <strong className="figures">
        <bdi>{number}</bdi>
      </strong>
      {!COUNTED.has(measure) && ` ${reports.unit(unit, valueHigh ?? value)}`}
    </p>
  );
}

/** What the number says, in English, and who says so; its days where they are not this day. */
function FigureText({ figure, day }: { readonly figure: Figure; readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const { reports, dates } = words;
  const { firstDay, lastDay } = figure;
  return (
    <div className="figure-text">
      <p>
        <bdi lang="en">{figure.summary}</bdi>
      </p>
      <p className="source-line quiet">
        <bdi className="attribution">{nameAttribution(atlas, figure, words)}</bdi>
        {hasWindow(figure) && ` · ${dates.window(firstDay, lastDay)}`}
        {!hasWindow(figure) && lastDay !== day && ` · ${reports.asOf(lastDay)}`}
      </p>
    </div>
  );
}
