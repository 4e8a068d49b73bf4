import { nameGovernorate } from "../../core/names.ts";
import { findControl } from "../../core/atlas.ts";
import type { Settlement } from "../../core/records.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { ClaimCard } from "../parts/ClaimCard.tsx";
import { ListCount } from "../parts/ListCount.tsx";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { useJudge } from "../state/filter.ts";
import { nameSide } from "../state/sides.ts";
import { createLater, useLater } from "../state/later.ts";
import { ControlBand } from "./ControlBand.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { PositionNote } from "./PositionNote.tsx";
import { SurroundingsNote } from "./SurroundingsNote.tsx";
import { isEntryShown, listEntries, listRemainingClaims } from "./facts.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** Who holds a settlement at the end of the day. */
export function ControlLine({ settlement }: { readonly settlement: string }) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const control = findControl(atlas, settlement, day);
  const name = (side: string) => nameSide(atlas.dataset, side, words);
  switch (control.kind) {
    case "held":
      return (
        <p className="control-line">
          <SideMark side={control.by} /> {laterWordsOf(words).place.held(name(control.by), day)}
        </p>
      );
    case "contested":
      return (
        <p className="control-line">
          <ContestedMark /> {laterWordsOf(words).place.contested(control.by && name(control.by), day)}
        </p>
      );
    case "unknown":
      return (
        <p className="control-line">
          <SideMark side={undefined} /> {laterWordsOf(words).place.unknown(day)}
        </p>
      );
  }
}

const laterEdit = createLater(() => import("../edit/EditActions.tsx"));

interface BodyProps {
  readonly settlement: Settlement;
}

/** The history of control of a settlement, with everything that is claimed about it. */
export function SettlementBody({ settlement }: BodyProps) {
  const atlas = useAtlas();
  const history = atlas.histories.get(settlement.id);
  const words = useWords();
  const { gazetteer, settlement: kinds, language } = words;
  const { place: said } = laterWordsOf(words);
  const { gazetteer: name } = atlas.dataset;
  const judge = useJudge();
  const edit = useLater(laterEdit, true);
  if (!history) return null;
  const all = listRemainingClaims(atlas, history);
  const remaining = all.filter(judge.claim);
  const entries = listEntries(history);
  return (
    <div className="page-body">
      <ControlBand history={history} />
      <p>
        {name === undefined
          ? kinds.whereabouts(
              kinds.kind(settlement.kind),
              nameGovernorate(atlas.dataset.regions, settlement.governorate, language),
            )
          : gazetteer.place(name)}
      </p>
      <SurroundingsNote settlement={settlement} />
      {settlement.spellings.length > 0 && (
        <p className="quiet spellings">{said.spellings(settlement.spellings)}</p>
      )}
      {settlement.isContext && <p className="quiet">{said.contextOnly}</p>}
      <h3 className="section-heading">
        {said.history}{" "}
        {judge.isOn && (
          <ListCount
            shown={entries.filter((entry) => isEntryShown(judge, atlas, entry)).length}
            total={entries.length}
          />
        )}
      </h3>
      <HistoryList history={history} />
      {all.length > 0 && (
        <>
          <h3 className="section-heading">
            {said.otherClaims} {judge.isOn && <ListCount shown={remaining.length} total={all.length} />}
          </h3>
          <ul className="claims">
            {remaining.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </ul>
        </>
      )}
      <PositionNote settlement={settlement} />
      {edit && <edit.EditActions settlement={settlement} />}
    </div>
  );
}
