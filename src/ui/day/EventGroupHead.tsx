import type { EventGroup } from "../../core/measure/events.ts";
import { isLong } from "../../core/measure/events.ts";
import { explainKinds } from "../../layers/events.ts";
import { LegendSign } from "../parts/LegendSign.tsx";
import { useWords } from "../state/dashboard.ts";

/** Over the events of one kind: its name, with its sign if the map shows any of them. */
export function EventGroupHead({ kind, events }: Pick<EventGroup, "kind" | "events">) {
  const { evidence } = useWords();
  const isOnMap = events.some(
    (event) => (event.settlement ?? event.position) !== undefined && !isLong(event),
  );
  return (
    <h4 className="event-kind">
      {isOnMap && <LegendSign entry={explainKinds([kind])} />}
      <span>{evidence.eventKind(kind)}</span>
    </h4>
  );
}
