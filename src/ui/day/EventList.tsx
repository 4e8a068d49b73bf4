import { useState } from "react";
import type { StoryEvent } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { usePointing } from "../state/pointing.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { AttributionLine } from "../parts/SourceButton.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { ContraryLines } from "../parts/ContraryLines.tsx";
import { findContrary } from "../parts/contradictions.ts";
import { DaySection } from "./DaySection.tsx";
import { groupEvents, isLong, listEventsByKind } from "../../core/measure/events.ts";
import { explainKinds } from "../../layers/events.ts";
import { LegendSign } from "../parts/LegendSign.tsx";
import { hasWindow } from "../parts/facts.ts";
import { takeFirst } from "./sections.ts";
import { ShowAllButton } from "./ShowAllButton.tsx";

/** What happened on the day besides changes of control, by kind. */
export function EventList({ day }: { readonly day: Day }) {
  const { evidence } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const judge = useJudge();
  const all = listEventsByKind(useAtlas(), day);
  const events = all.filter(judge.event);
  if (all.length === 0) return null;
  const first = takeFirst(events);
  return (
    <DaySection name="events" title={evidence.events} count={events.length} total={all.length}>
      {groupEvents(isWhole ? events : first).map(({ key, kind, events }) => (
        <div key={key} className="event-group">
          <h4 className="event-kind">
            {events.some((event) => event.settlement !== undefined && !isLong(event)) && (
              <LegendSign entry={explainKinds([kind])} />
            )}
            <span>{evidence.eventKind(kind)}</span>
          </h4>
          <ul>
            {events.map((event) => (
              <EventItem key={event.id} event={event} />
            ))}
          </ul>
        </div>
      ))}
      {first.length < events.length && (
        <ShowAllButton count={events.length} isWhole={isWhole} onToggle={() => setIsWhole(!isWhole)} />
      )}
    </DaySection>
  );
}

function EventItem({ event }: { readonly event: StoryEvent }) {
  const atlas = useAtlas();
  const words = useWords();
  const place = event.settlement === undefined ? undefined : atlas.settlementById.get(event.settlement);
  const { evidence, dates } = words;
  const pointing = usePointing(place && { kind: "place", id: place.id });
  return (
    <li className="event">
      <details>
        <summary {...pointing}>
          <span className="event-title">
            <RecordText record={event} member="title" />
          </span>
        </summary>
        <p className="event-summary">
          <RecordText record={event} />
        </p>
      </details>
      <div className="event-foot">
        <p className="source-line quiet">
          <AttributionLine record={event} />
          {place && " · "}
          {place && <PlaceButton place={place} />}
          {event.kind === "ceasefire" && ` · ${evidence.since(event.firstDay)}`}
          {event.kind !== "ceasefire" &&
            hasWindow(event) &&
            ` · ${dates.window(event.firstDay, event.lastDay)}`}
        </p>
        {event.certainty !== "stated" && <CertaintyBadge certainty={event.certainty} />}
      </div>
      <ContraryLines
        record={event}
        others={findContrary(atlas.dataset.events, event)}
        renderText={(other) => <RecordText record={other} member="title" />}
      />
    </li>
  );
}
