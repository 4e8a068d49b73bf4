import { findDayWithChanges, listChangesOn } from "../../core/atlas.ts";
import { listContents } from "../../core/contents.ts";
import type { Day } from "../../core/day.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { TranslationNote } from "../parts/RecordText.tsx";
import { DayButton } from "../parts/DayButton.tsx";
import { BalanceLine } from "./BalanceLine.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { ContestedList } from "./ContestedList.tsx";
import { DayIndex } from "./DayIndex.tsx";
import { EventList } from "./EventList.tsx";
import { FigureList } from "./FigureList.tsx";
import { HighwayLines } from "./HighwayLines.tsx";
import { OtherClaims } from "./OtherClaims.tsx";
import { Invitation } from "./Invitation.tsx";
import { PostLines } from "./PostLines.tsx";

const laterGround = createLater(() => import("./GroundLines.tsx"));
export const laterComparison = createLater(() => import("./ComparisonSection.tsx"));

interface Props {
  /** Only the heading and the sentence: the sheet of a phone at rest. */
  readonly isBrief: boolean;
}

/** What happened on the day: a sentence, the changes, what is contested, what else was reported. */
export function DayPanel({ isBrief }: Props) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const changes = listChangesOn(atlas, day);
  const { isOfGround } = listContents(atlas.dataset);
  return (
    <section className="page" aria-label={words.day.region}>
      <header className="page-head">
        <h2 className="day-heading">{words.dates.full(day)}</h2>
        <p className="summary">{describeDay(summariseDay(atlas, day), atlas.dataset, words)}</p>
      </header>
      {!isBrief && (
        <div className="page-body">
          <Invitation />
          <TranslationNote />
          <LaterComparison />
          {isOfGround && <LaterGround day={day} />}
          <DayIndex day={day} />
          <ChangeList changes={changes} />
          <ContestedList day={day} />
          <OtherClaims day={day} />
          <EventList day={day} />
          <FigureList day={day} />
          {(changes.length === 0 || isOfGround) && <NearestChanges />}
          <HighwayLines day={day} />
          <PostLines day={day} />
          <BalanceLine day={day} />
        </div>
      )}
    </section>
  );
}

function LaterComparison() {
  const part = useLater(
    laterComparison,
    useView(({ compared }) => compared !== undefined),
  );
  return part && <part.ComparisonSection />;
}

function LaterGround({ day }: { readonly day: Day }) {
  const part = useLater(laterGround, true);
  return part && <part.GroundLines day={day} />;
}

/** The way on from a quiet day. */
function NearestChanges() {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const previous = findDayWithChanges(atlas, day, -1);
  const next = findDayWithChanges(atlas, day, 1);
  return (
    <p className="nearest-changes">
      {previous && <DayButton day={previous}>{words.day.previousChanges(previous)}</DayButton>}
      {next && <DayButton day={next}>{words.day.nextChanges(next)}</DayButton>}
    </p>
  );
}
