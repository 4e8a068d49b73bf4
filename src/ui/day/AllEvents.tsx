import "../../../styles/page/events.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from "react";
import { findRadiusKm } from "../../core/measure/event-places.ts";
import { type EventGroup, groupEvents } from "../../core/measure/events.ts";
import type { StoryEvent } from "../../core/records.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { NameText } from "../parts/RecordText.tsx";
import { useWords } from "../state/dashboard.ts";
import { EventGroupHead } from "./EventGroupHead.tsx";
import { EventItem } from "./EventItem.tsx";

/** More rows than these are on the page only while they are in sight. */
const MOST_ROWS = 60;
/** About as high as a head and an event are, in rem, until they have been measured. */
const [HEAD_REM, EVENT_REM] = [1.75, 4.25];
const SPARE_ROWS = 6;

interface Props {
  readonly events: readonly StoryEvent[];
  /** Those that were clicked on the map: they are open, and the list is scrolled to them. */
  readonly asked: readonly StoryEvent[] | undefined;
}

type Row = { readonly key: string } & (
  | { readonly group: EventGroup }
  | { readonly event: StoryEvent; readonly isOpen: boolean }
);

/** All events of a day, by kind. */
export function AllEvents({ events, asked }: Props) {
  const rows = groupEvents(events).flatMap((group): Row[] => [
    { key: group.key, group },
    ...group.events.map((event) => ({ key: event.id, event, isOpen: asked?.includes(event) ?? false })),
  ]);
  const List = rows.length > MOST_ROWS ? LongList : ShortList;
  const first = rows.findIndex((row) => "isOpen" in row && row.isOpen);
  return <List rows={rows} first={first} asked={asked} />;
}

interface ListProps extends Pick<Props, "asked"> {
  readonly rows: readonly Row[];
  /** The place of the first row that was asked for; -1 if none was. */
  readonly first: number;
}

function ShortList({ rows, first, asked }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[first]?.scrollIntoView({ block: "center" });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what is asked anew is scrolled to
  }, [asked]);
  return (
    <ul ref={list} className="all-events">
      {rows.map((row) => (
        <li key={row.key} {...describeRow(row)}>
          <RowContent row={row} />
        </li>
      ))}
    </ul>
  );
}

/** Of a long list only what is in sight is on the page; what is above and below is room left free. */
function LongList({ rows, first, asked }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState<{ readonly scroller: Element; readonly top: number }>();
  // What stands above may grow with any drawing of the page: the place is set only when it is another.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- measured after each drawing
  useLayoutEffect(() => {
    const scroller = list.current && findScroller(list.current);
    if (!list.current || !scroller) return;
    const top =
      list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    if (place?.scroller !== scroller || Math.abs(place.top - top) > 1) setPlace({ scroller, top });
  });
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place?.scroller ?? null,
    estimateSize: (index) => (rows[index] && "group" in rows[index] ? HEAD_REM : EVENT_REM) * rem,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: SPARE_ROWS,
    scrollMargin: place?.top ?? 0,
  });
  const isPlaced = place !== undefined;
  useEffect(() => {
    if (isPlaced && first >= 0) virtual.scrollToIndex(first, { align: "center" });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what is asked anew is scrolled to
  }, [asked, isPlaced]);
  const items = virtual.getVirtualItems();
  const top = place?.top ?? 0;
  const [before, after] = [items[0]?.start ?? top, items.at(-1)?.end ?? top];
  return (
    <ul
      ref={list}
      className="all-events"
      style={{ paddingBlock: `${before - top}px ${virtual.getTotalSize() - (after - top)}px` }}
    >
      {items.map(({ key, index }) => {
        const row = rows[index];
        return (
          row && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              {...describeRow(row)}
            >
              <RowContent row={row} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function describeRow(row: Row) {
  return "group" in row
    ? { className: "event-head" }
    : { className: "event", "data-asked": row.isOpen || undefined };
}

function RowContent({ row }: { readonly row: Row }) {
  return "group" in row ? <EventGroupHead {...row.group} /> : <EventItem {...row} />;
}

/** What scrolls with an element in it; the page itself where nothing nearer does. */
function findScroller(element: Element): Element {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return document.documentElement;
}

/** How many died, and who took part. */
export function EventFacts({ event: { actors = [], fatalities } }: { readonly event: StoryEvent }) {
  const { events } = laterWordsOf(useWords());
  if (actors.length === 0 && !fatalities) return null;
  return (
    <p className="event-facts">
      {fatalities && (
        <span className="event-fatalities" data-none={fatalities.best === 0 || undefined}>
          {events.fatalities(fatalities)}
        </span>
      )}
      {actors.map((actor, index) => (
        <Fragment key={actor}>
          {(index > 0 || fatalities) && " · "}
          <NameText name={actor} />
        </Fragment>
      ))}
    </p>
  );
}

/** How closely its place is known, in words, and where the mark lies. */
export function EventWhere({ event }: { readonly event: StoryEvent }) {
  const { events } = laterWordsOf(useWords());
  const { precision, position } = event;
  const radiusKm = findRadiusKm(event);
  const isTold = precision !== undefined || radiusKm !== undefined;
  if (!isTold && !position) return null;
  return (
    <p className="event-where quiet">
      {isTold && events.where(precision, radiusKm === 0 ? undefined : radiusKm)}
      {isTold && position && " · "}
      {position && <bdi dir="ltr">{describePosition(position)}</bdi>}
    </p>
  );
}

/** Latitude first, as people write it. */
function describePosition([lng, lat]: readonly [number, number]): string {
  const write = (degrees: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(degrees).toFixed(4)}° ${degrees < 0 ? negative : positive}`;
  return `${write(lat, ["N", "S"])}, ${write(lng, ["E", "W"])}`;
}
