import type { StoryEvent } from "../../core/records.ts";
import { AttributionLine } from "../parts/SourceButton.tsx";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { ContraryLines } from "../parts/ContraryLines.tsx";
import { findContrary } from "../parts/contradictions.ts";
import { hasWindow } from "../parts/facts.ts";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { usePointing } from "../state/pointing.ts";

export const laterEvents = createLater(() => import("./AllEvents.tsx"));

interface Props {
  readonly event: StoryEvent;
  readonly isOpen?: boolean | undefined;
}

/** An event in the list of a day: its title, behind it what it says, who says so, and where it was. */
export function EventItem({ event, isOpen }: Props) {
  const atlas = useAtlas();
  const words = useWords();
  const place = event.settlement === undefined ? undefined : atlas.settlementById.get(event.settlement);
  const { evidence, dates } = words;
  const pointing = usePointing(place && { kind: "place", id: place.id });
  const hasFacts = (event.actors ?? event.fatalities ?? event.position) !== undefined;
  const facts = useLater(laterEvents, hasFacts);
  return (
    <>
      <details open={isOpen}>
        <summary {...pointing}>
          <span className="event-title">
            <RecordText record={event} member="title" />
          </span>
        </summary>
        <p className="event-summary">
          <RecordText record={event} />
        </p>
        {facts && hasFacts && <facts.EventWhere event={event} />}
      </details>
      {facts && hasFacts && <facts.EventFacts event={event} />}
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
    </>
  );
}
