import type { CSSProperties, PointerEvent } from "react";
import { countDaysBetween } from "../../core/day.ts";
import {
  ALONG_KM,
  type HighwaySpan,
  listEventsAlong,
  listNamedStretches,
} from "../../core/measure/along-highway.ts";
import { pickName } from "../../core/names.ts";
import type { Highway, Settlement } from "../../core/records.ts";
import { formatKm } from "../../words/evidence-words.ts";
import { DayButton } from "../parts/DayButton.tsx";
import { ListCount } from "../parts/ListCount.tsx";
import { SideMark } from "../parts/SideMark.tsx";
import { useJudge } from "../state/filter.ts";
import { useActions, useAtlas, useView, useWords } from "../state/dashboard.ts";
import { lookOf, nameSideShortly } from "../state/sides.ts";
import { AgreementList } from "./AgreementList.tsx";
import { EventLines } from "./EventLines.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { joinSpans, useHighwayTrace } from "./highway-trace.ts";

/** Lengths below this are no stretch that anybody would look for. */
const LEAST_KM = 0.05;

/** Who held how much of a highway over the story and where, and what happened along it. */
export function HighwayBody({ highway }: { readonly highway: Highway }) {
  const atlas = useAtlas();
  const everything = useWords();
  const { evidence } = everything;
  const { highway: words } = laterWordsOf(everything);
  const { spans, percent } = useHighwayTrace(atlas, highway.id);
  const judge = useJudge();
  const all = listEventsAlong(atlas, highway);
  const events = all.filter(judge.event);
  const corridors = atlas.dataset.corridors.filter((corridor) => corridor.highway === highway.id);
  return (
    <div className="page-body">
      <h3 className="section-heading">
        {words.overTime} <span className="computed">{evidence.computed}</span>
      </h3>
      {percent < 100 && <p className="quiet">{words.working(percent)}</p>}
      <LengthBand spans={spans} />
      {percent >= 100 && <LengthTable spans={joinSpans(spans)} />}
      <StretchList highway={highway} />
      {corridors.length > 0 && <AgreementList corridors={corridors} />}
      <h3 className="section-heading">
        {words.events} <ListCount shown={events.length} total={all.length} />
      </h3>
      <p className="quiet row-note">{all.length > 0 ? words.eventsNote(ALONG_KM) : words.noEvents}</p>
      <EventLines events={events} />
    </div>
  );
}

interface SpansProps {
  readonly spans: readonly HighwaySpan[];
}

/** The whole story as a strip, one day as wide as another, cut upwards by who holds how much. */
function LengthBand({ spans }: SpansProps) {
  const { dataset, days } = useAtlas();
  const words = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  const middle = (100 * (days.indexOf(day) + 0.5)) / days.length;
  const order = [...dataset.sides.map(({ id }) => id), undefined];
  const measured = spans.reduce((sum, { from, to }) => sum + countDaysBetween(from, to), 0);

  function handlePointer(event: PointerEvent<HTMLElement>) {
    if (event.buttons !== 1) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const fraction = (event.clientX - left) / width;
    const along = words.direction === "rtl" ? 1 - fraction : fraction;
    const target = days[Math.floor(along * days.length)];
    if (target) goTo(target);
  }

  return (
    <div className="band" title={laterWordsOf(words).place.bandHint} aria-hidden="true">
      <div className="band-strip length-band" onPointerDown={handlePointer} onPointerMove={handlePointer}>
        {spans.map(({ from, to, km }) => (
          <span key={from} className="length-days" style={{ flexGrow: countDaysBetween(from, to) }}>
            {order.map((side) => {
              const length = km.get(side) ?? 0;
              if (length < LEAST_KM) return null;
              const look = lookOf(dataset, side, { flexGrow: length });
              return <span key={side ?? ""} className="side-fill" {...look} />;
            })}
          </span>
        ))}
        <span style={{ flexGrow: days.length - measured }} />
        <span className="band-playhead" style={{ "--at": `${middle}%` } as CSSProperties} />
      </div>
      <div className="band-ends quiet">
        <span>{words.dates.long(dataset.firstDay)}</span>
        <span>{words.dates.long(dataset.lastDay)}</span>
      </div>
    </div>
  );
}

/** The same in numbers: a row for each day on which the division changed. */
function LengthTable({ spans }: SpansProps) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { dates, evidence, timeline } = words;
  const sides = dataset.sides.filter(({ id }) => spans.some(({ km }) => (km.get(id) ?? 0) >= LEAST_KM));
  return (
    <details className="evidence">
      <summary>
        <span className="evidence-count">
          {laterWordsOf(words).highway.days(Math.max(0, spans.length - 1))}
        </span>
      </summary>
      <table className="length-table">
        <thead>
          <tr>
            <th scope="col">{timeline.slider}</th>
            {sides.map(({ id }) => (
              <th key={id} scope="col">
                <SideMark side={id} /> {nameSideShortly(dataset, id, words)} ({words.map.kilometres})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spans.map(({ from, km }) => (
            <tr key={from}>
              <th scope="row">
                <DayButton day={from}>{dates.short(from)}</DayButton>
              </th>
              {sides.map(({ id }) => (
                <td key={id} className="figures">
                  {km.size === 0 ? "–" : formatKm(km.get(id) ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{evidence.computed}</p>
    </details>
  );
}

function StretchList({ highway }: { readonly highway: Highway }) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const stretches = listNamedStretches(atlas, highway.id, day);
  const { language, map } = words;
  const { highway: said } = laterWordsOf(words);
  const nameOf = (place: Settlement | undefined) => (place ? pickName(place.names, language) : "?");
  if (stretches.length === 0) return null;
  return (
    <>
      <h3 className="section-heading">{said.stretches}</h3>
      <ol className="stretches">
        {stretches.map(({ stretch: { side, lengthKm }, start, end }, index) => (
          // A highway may pass to the same side between the same two places more than once.
          <li key={`${index} ${side}`}>
            <SideMark side={side} />
            <span>
              {said.stretch(nameOf(start), nameOf(end))}
              <span className="quiet">
                {" · "}
                {side === undefined ? said.outside : nameSideShortly(atlas.dataset, side, words)}
              </span>
            </span>
            <span className="figures">
              {formatKm(lengthKm)} {map.kilometres}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
