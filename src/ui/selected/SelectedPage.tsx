import "../../../styles/page/selected-page.css";
import type { SelectedRecord } from "../../core/selection.ts";
import { Icon } from "../parts/icons.tsx";
import { PlaceName } from "../parts/PlaceName.tsx";
import { NameText, TranslationNote, useOriginal } from "../parts/RecordText.tsx";
import { useActions, useWords } from "../state/dashboard.ts";
import { ControlLine, SettlementBody } from "../settlement/SettlementBody.tsx";
import { HighwayBody } from "./HighwayBody.tsx";
import { HighwayToday } from "./HighwayToday.tsx";
import { PostBody } from "./PostBody.tsx";
import { PostToday } from "./PostToday.tsx";
import { SourceBody } from "./SourceBody.tsx";

interface PageProps {
  readonly selected: SelectedRecord;
  readonly isBrief: boolean;
}

/** One head for all kinds: its name, its kind, what it is today; then its history. */
export function SelectedPage({ selected, isBrief }: PageProps) {
  return (
    <>
      <SelectedHead selected={selected} />
      {!isBrief && <TranslationNote />}
      {!isBrief && <SelectedBody selected={selected} />}
    </>
  );
}

interface SelectedProps {
  readonly selected: SelectedRecord;
}

function SelectedHead({ selected }: SelectedProps) {
  const { lang } = useOriginal();
  const { selection } = useWords();
  const { select } = useActions();
  const { kind, record } = selected;
  return (
    <header className="page-head selected-head">
      <div className="selected-title">
        <div>
          <p className="selected-kind quiet">{selection.kinds[kind]}</p>
          <h2>
            <PlaceName place={kind === "source" ? { names: { [lang]: record.title } } : record} />
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
          <NameText name={record.publisher} />
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
