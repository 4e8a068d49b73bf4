import type { SelectedRecord } from "../../core/selection.ts";
import { lazyPart } from "../parts/lazy-part.tsx";
import { Icon } from "../parts/icons.tsx";
import { PlaceName } from "../parts/PlaceName.tsx";
import { useSelected } from "../state/selection.ts";
import { useActions, useWords } from "../state/dashboard.ts";
import { ControlLine, SettlementBody } from "../settlement/SettlementBody.tsx";
import { HighwayToday } from "./HighwayToday.tsx";
import { PostToday } from "./PostToday.tsx";

const PostBody = lazyPart(async () => (await import("./PostBody.tsx")).PostBody);
const HighwayBody = lazyPart(async () => (await import("./HighwayBody.tsx")).HighwayBody);
const SourceBody = lazyPart(async () => (await import("./SourceBody.tsx")).SourceBody);

interface Props {
  /** Only the name and what it is today: the sheet of a phone at rest. */
  readonly isBrief: boolean;
}

/** What is selected, under one head for all kinds: its name, its kind, what it is today; then its history. */
export function SelectedPanel({ isBrief }: Props) {
  const { selection } = useWords();
  const selected = useSelected();
  return (
    <section className="page" aria-label={selection.region}>
      {selected ? (
        <>
          <SelectedHead selected={selected} />
          {!isBrief && <SelectedBody selected={selected} />}
        </>
      ) : (
        <p className="page-empty quiet">{selection.empty}</p>
      )}
    </section>
  );
}

interface SelectedProps {
  readonly selected: SelectedRecord;
}

function SelectedHead({ selected }: SelectedProps) {
  const { selection } = useWords();
  const { select } = useActions();
  const { kind, record } = selected;
  return (
    <header className="page-head selected-head">
      <div className="selected-title">
        <div>
          <p className="selected-kind quiet">{selection.kinds[kind]}</p>
          <h2>
            <PlaceName place={kind === "source" ? { names: { en: record.title } } : record} />
          </h2>
        </div>
        <button
          type="button"
          className="button icon-button bare"
          aria-label={selection.close}
          title={selection.close}
          onClick={() => select(undefined)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Today selected={selected} />
    </header>
  );
}

function Today({ selected: { kind, record } }: SelectedProps) {
  switch (kind) {
    case "place":
      return <ControlLine settlement={record.id} />;
    case "post":
      return <PostToday post={record} />;
    case "highway":
      return <HighwayToday highway={record} />;
    case "source":
      return (
        <p className="control-line">
          <bdi lang="en">{record.publisher}</bdi>
        </p>
      );
  }
}

function SelectedBody({ selected: { kind, record } }: SelectedProps) {
  switch (kind) {
    case "place":
      return <SettlementBody settlement={record} />;
    case "post":
      return <PostBody post={record} />;
    case "highway":
      return <HighwayBody key={record.id} highway={record} />;
    case "source":
      return <SourceBody key={record.id} source={record} />;
  }
}
