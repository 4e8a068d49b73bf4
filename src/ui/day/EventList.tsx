import { useState } from "react";
import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useDashboard, useSession, useWords } from "../state/dashboard.ts";
import { useLater } from "../state/later.ts";
import { DaySection } from "./DaySection.tsx";
import { EventItem, laterEvents } from "./EventItem.tsx";
import { groupEvents, listEventsByKind } from "../../core/measure/events.ts";
import { EventGroupHead } from "./EventGroupHead.tsx";
import { takeFirst } from "./sections.ts";
import { ShowAllButton } from "./ShowAllButton.tsx";

/** What happened on the day besides changes of control, by kind. */
export function EventList({ day }: { readonly day: Day }) {
  const { session } = useDashboard();
  const { evidence } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const judge = useJudge();
  const asked = useSession(({ openEvents }) => openEvents);
  const all = listEventsByKind(useAtlas(), day);
  const events = all.filter(judge.event);
  const isAsked = asked !== undefined && asked.some((event) => events.includes(event));
  const part = useLater(laterEvents, isWhole || isAsked);
  if (all.length === 0) return null;
  const first = takeFirst(events);
  const isShown = part !== undefined && (isWhole || isAsked);
  return (
    <DaySection name="events" title={evidence.events} count={events.length} total={all.length}>
      {isShown ? (
        <part.AllEvents events={events} asked={isAsked ? asked : undefined} />
      ) : (
        groupEvents(first).map((group) => (
          <div key={group.key} className="event-group">
            <EventGroupHead {...group} />
            <ul>
              {group.events.map((event) => (
                <li key={event.id} className="event">
                  <EventItem event={event} />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      {first.length < events.length && (
        <ShowAllButton
          count={events.length}
          isWhole={isShown}
          onToggle={() => {
            setIsWhole(!isShown);
            session.setState({ openEvents: undefined });
          }}
        />
      )}
    </DaySection>
  );
}
