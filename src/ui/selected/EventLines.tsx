import type { StoryEvent } from "../../core/records.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { DayButton } from "../parts/DayButton.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { AttributionLine } from "../parts/SourceButton.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { usePointing } from "../state/pointing.ts";

/** Events in order of time, each with its day, kind, place and who says so. */
export function EventLines({ events }: { readonly events: readonly StoryEvent[] }) {
  const { settlementById } = useAtlas();
  const { dates, evidence } = useWords();
  return (
    <ul className="record-lines">
      {events.map((event) => {
        const place = settlementById.get(event.settlement ?? "");
        return (
          <li key={event.id}>
            <p className="row-head">
              <span>
                <DayButton day={event.firstDay}>{dates.short(event.firstDay)}</DayButton>{" "}
                <span className="quiet">{evidence.eventKind(event.kind)}</span>
              </span>
              {event.certainty !== "stated" && <CertaintyBadge certainty={event.certainty} />}
            </p>
            <details>
              <EventTitle event={event} />
              <p>
                <RecordText record={event} />
              </p>
            </details>
            <p className="source-line quiet">
              <AttributionLine record={event} />
              {place && " · "}
              {place && <PlaceButton place={place} />}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Pointed at, it shows where that was. */
function EventTitle({ event }: { readonly event: StoryEvent }) {
  const { settlement } = event;
  return (
    <summary {...usePointing(settlement === undefined ? undefined : { kind: "place", id: settlement })}>
      <RecordText record={event} member="title" />
    </summary>
  );
}
