import { findSide, nameConcerned } from "../../core/sides.ts";
import { useState } from "react";
import type { Figure } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { AttributionLine } from "../parts/SourceButton.tsx";
import { SideName } from "../parts/SideName.tsx";
import { nameSide } from "../state/sides.ts";
import { ContraryLines } from "../parts/ContraryLines.tsx";
import { findContrary, hasContraryPair } from "../parts/contradictions.ts";
import { DaySection } from "./DaySection.tsx";
import { hasWindow } from "../parts/facts.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { describeNumber } from "../parts/figure-number.ts";
import { countFigures, type FigureGroup, filterGroups, groupFiguresOn, takeFirstGroups } from "./figures.ts";
import { ShowAllButton } from "./ShowAllButton.tsx";

/** More figures than this are shown on demand. */
const ENOUGH = 5;

/** The numbers that documents give for the day, the most relevant first. */
export function FigureList({ day }: { readonly day: Day }) {
  const { evidence } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const judge = useJudge();
  const all = groupFiguresOn(useAtlas(), day);
  const groups = filterGroups(all, judge);
  const first = takeFirstGroups(groups, ENOUGH);
  if (all.length === 0) return null;
  const count = countFigures(groups);
  return (
    <DaySection name="figures" title={evidence.figures} count={count} total={countFigures(all)}>
      <ul className="figure-groups">
        {(isWhole ? groups : first).map((group) => (
          <FigureGroupItem key={group.key} group={group} day={day} />
        ))}
      </ul>
      {first.length < groups.length && (
        <ShowAllButton count={count} isWhole={isWhole} onToggle={() => setIsWhole(!isWhole)} />
      )}
    </DaySection>
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
          {words.evidence.measure(measure)} <Concerned id={concerns} />
        </h4>
        {only && <FigureNumber figure={only} />}
      </div>
      {only ? (
        <FigureText figure={only} group={group} day={day} />
      ) : (
        <ul className="figure-cells">
          {figures.map((figure) => (
            <li key={figure.id}>
              <FigureNumber figure={figure} />
              <FigureText figure={figure} group={group} day={day} />
            </li>
          ))}
        </ul>
      )}
      {hasContraryPair(dataset.figures, figures) && (
        <p className="contrary-lines contrary">{words.evidence.contradictEachOther}</p>
      )}
      {recordCounts.map(({ firstDay, lastDay, named, implied }) => (
        <p key={`${firstDay} ${lastDay}`} className="figure-record">
          {words.evidence.recordCount({
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
  const { language } = useWords();
  if (id === "" || id === "civilians") return null;
  if (findSide(dataset, id)) return <SideName side={id} />;
  return <bdi>{nameConcerned(dataset, id, language)}</bdi>;
}

function FigureNumber({ figure }: { readonly figure: Figure }) {
  const { before, number, after } = describeNumber(figure, useWords());
  return (
    <p className="figure-number">
      {before}{" "}
      <strong className="figures">
        <bdi>{number}</bdi>
      </strong>{" "}
      {after}
    </p>
  );
}

interface TextProps extends GroupProps {
  readonly figure: Figure;
}

/** What the number says, and who says so; its days where they are not this day. */
function FigureText({ figure, group, day }: TextProps) {
  const atlas = useAtlas();
  const words = useWords();
  const { evidence, dates } = words;
  const { firstDay, lastDay } = figure;
  return (
    <div className="figure-text">
      <p>
        <RecordText record={figure} />
      </p>
      <p className="source-line quiet">
        <AttributionLine record={figure} />
        {hasWindow(figure) && ` · ${dates.window(firstDay, lastDay)}`}
        {!hasWindow(figure) && lastDay !== day && ` · ${evidence.asOf(lastDay)}`}
      </p>
      <ContraryLines
        record={figure}
        others={findContrary(atlas.dataset.figures, figure).filter((other) => !group.figures.includes(other))}
        renderText={(other) => <ContraryNumber figure={other} measure={figure.measure} />}
      />
    </div>
  );
}

/** A number in a line of text; with what it says where it does not count the same as `measure`. */
function ContraryNumber({ figure, measure }: Pick<Figure, "measure"> & { readonly figure: Figure }) {
  const { before, number, after } = describeNumber(figure, useWords());
  return (
    <>
      {before} <bdi className="figures">{number}</bdi> {after}
      {figure.measure !== measure && (
        <>
          {" · "}
          <RecordText record={figure} />
        </>
      )}
    </>
  );
}
