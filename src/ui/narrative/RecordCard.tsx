import { useEffect, useRef } from "react";
import { findClaimCertainty } from "../../core/filter.ts";
import type { ToldRecord } from "../../core/narrative.ts";
import type { Claim, Figure, Settlement, StoryEvent } from "../../core/records.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { describeNumber } from "../parts/figure-number.ts";
import { Icon } from "../parts/icons.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { PlaceName } from "../parts/PlaceName.tsx";
import { RecordText } from "../parts/RecordText.tsx";
import { SelectButton } from "../parts/SelectButton.tsx";
import { SideName } from "../parts/SideName.tsx";
import { AttributionLine, SourceButton } from "../parts/SourceButton.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly id: string;
  readonly told: ToldRecord;
  /** That of its mark in the text. */
  readonly number: number;
  readonly onClose: () => void;
}

/** What a sentence rests on: the record in full, who says so, in which document and where, and the way to its place. */
export function RecordCard({ id, told, number, onClose }: Props) {
  const { story } = laterWordsOf(useWords());
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener("keydown", leave);
    return () => element?.removeEventListener("keydown", leave);
  }, [onClose]);
  useEffect(() => bringIntoSight(card.current), []);
  return (
    <aside ref={card} id={id} className="record-card" aria-label={story.mark(number)}>
      <span className="record-number" aria-hidden="true">
        {number}
      </span>
      <div className="record-body">
        <RecordBody told={told} />
      </div>
      <button
        type="button"
        className="button icon-button bare"
        aria-label={story.closeRecord}
        title={story.closeRecord}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </aside>
  );
}

/** Scrolls the panel as far as the card needs to be seen whole. */
function bringIntoSight(card: HTMLElement | null): void {
  const scroller = card?.closest(".panel-page");
  if (!card || !scroller) return;
  const below = card.getBoundingClientRect().bottom + SPACE_PX - scroller.getBoundingClientRect().bottom;
  if (below > 0) scroller.scrollBy({ top: below });
}

const SPACE_PX = 16;

function RecordBody({ told }: Pick<Props, "told">) {
  const words = useWords();
  const { selection } = words;
  const { story } = laterWordsOf(words);
  switch (told.kind) {
    case "claim":
      return <ClaimBody claim={told.record} />;
    case "event":
    case "figure":
      return <StatementBody kind={story.kinds[told.kind]} record={told.record} />;
    case "highway":
    case "post":
      return (
        <>
          <p className="record-head quiet">{selection.kinds[told.kind]}</p>
          <p>
            <SelectButton selection={{ kind: told.kind, id: told.record.id }}>
              <PlaceName place={told.record} />
            </SelectButton>
          </p>
          {told.kind === "post" && (
            <ul className="record-states">
              {told.record.events.map(({ state, day, source }) => (
                <li key={`${day} ${state}`}>
                  <PostState state={state} day={day} /> <SourceButton id={source} />
                </li>
              ))}
            </ul>
          )}
        </>
      );
  }
}

type PostEvents = Extract<ToldRecord, { readonly kind: "post" }>["record"]["events"];

function PostState({ state, day }: Pick<PostEvents[number], "state" | "day">) {
  const { selection, dates } = useWords();
  return (
    <>
      {selection.post.states[state]}, <time dateTime={day}>{dates.long(day)}</time>
    </>
  );
}

function ClaimBody({ claim }: { readonly claim: Claim }) {
  const atlas = useAtlas();
  const words = useWords();
  const { record } = words;
  const { story } = laterWordsOf(words);
  const place = atlas.settlementById.get(claim.settlement);
  return (
    <>
      <p className="record-head quiet">
        <span>{story.kinds.claim}</span>
        <RecordDays record={claim} />
        <CertaintyBadge certainty={findClaimCertainty(claim)} />
      </p>
      <p className="record-what">
        {place && <PlaceButton place={place} />} <SideName side={claim.side} />{" "}
        <span>{record.action(claim.action)}</span>
      </p>
      <p>
        <RecordText record={claim} />
      </p>
      <RecordFoot record={claim} />
    </>
  );
}

interface StatementProps {
  readonly kind: string;
  readonly record: StoryEvent | Figure;
}

function StatementBody({ kind, record }: StatementProps) {
  const atlas = useAtlas();
  const place = record.settlement === undefined ? undefined : atlas.settlementById.get(record.settlement);
  return (
    <>
      <p className="record-head quiet">
        <span>{kind}</span>
        <RecordDays record={record} />
        {record.certainty !== "stated" && <CertaintyBadge certainty={record.certainty} />}
      </p>
      <p className="record-what">
        {"value" in record ? <FigureWhat figure={record} /> : <RecordText record={record} member="title" />}
      </p>
      <p>
        <RecordText record={record} />
      </p>
      <RecordFoot record={record} place={place} />
    </>
  );
}

function FigureWhat({ figure }: { readonly figure: Figure }) {
  const words = useWords();
  const { before, number, after } = describeNumber(figure, words);
  return (
    <>
      {words.evidence.measure(figure.measure)}: {before} <bdi className="figures">{number}</bdi> {after}
    </>
  );
}

function RecordDays({
  record: { firstDay, lastDay },
}: {
  readonly record: Pick<Claim, "firstDay" | "lastDay">;
}) {
  const { dates } = useWords();
  return <span>{firstDay === lastDay ? dates.long(lastDay) : dates.window(firstDay, lastDay)}</span>;
}

interface FootProps {
  readonly record: Claim | StoryEvent | Figure;
  readonly place?: Settlement | undefined;
}

function RecordFoot({ record, place }: FootProps) {
  const words = useWords();
  return (
    <p className="source-line quiet">
      <AttributionLine record={record} />
      {record.paragraph > 0 && ` · ${words.record.line(record.paragraph)}`}
      {place && " · "}
      {place && <PlaceButton place={place} />}
    </p>
  );
}
