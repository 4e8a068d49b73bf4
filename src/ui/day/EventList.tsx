import type { StoryEvent } from "../../core/dataset.ts";
import type { Day } from "../../core/day.ts";
import { useAtlas, useWords } from "../dashboard.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { listEventsOn } from "./events.ts";
import { hasWindow, nameAttribution } from "./facts.ts";

/** What happened on the day besides changes of control. */
export function EventList({ day }: { readonly day: Day }) {
  const { events: heading } = useWords().reports;
  const events = listEventsOn(useAtlas(), day);
  if (events.length === 0) return null;
  return (
    <>
      <h3 className="section-heading">{heading}</h3>
      <ul className="events">
        {events.map((event) => (
          <EventItem key={event.id} event={event} />
        ))}
      </ul>
    </>
  );
}

/** Titles and summaries are kept in English. */
function EventItem({ event }: { readonly event: StoryEvent }) {
  const atlas = useAtlas();
  const words = useWords();
  const place = event.settlement === undefined ? undefined : atlas.settlementById.get(event.settlement);
  const { reports, dates } = words;
  return (
    <li className="event" data-kind={event.kind}>
      <details>
        <summary>
          <bdi lang="en" className="event-title">
            {event.title}
          </bdi>
        </summary>
        <p className="event-summary">
          <bdi lang="en">{event.summary}</bdi>
        </p>
      </details>
      <div className="event-foot">
        <p className="source-line quiet">
          {reports.eventKind(event.kind)}
          {" · "}
          <bdi className="attribution">{nameAttribution(atlas, event, words)}</bdi>
          {place && " · "}
          {place && <PlaceButton place={place} />}
          {event.kind === "ceasefire" && ` · ${reports.since(event.firstDay)}`}
          {event.kind !== "ceasefire" &&
            hasWindow(event) &&
            ` · ${dates.window(event.firstDay, event.lastDay)}`}
        </p>
        {event.certainty !== "stated" && <CertaintyBadge certainty={event.certainty} />}
      </div>
    </li>
  );
}
