import { useId, useMemo, useState } from "react";
import { CLAIM_ACTIONS, type Settlement } from "../../core/records.ts";
import type { ClaimDraft } from "../../data/edit/claim-row.ts";
import type { Edit } from "../../data/edit/edit.ts";
import type { EditField } from "../../data/edit/judge-edit.ts";
import type { Editing } from "../../open/editing.ts";
import type { EditingState } from "../../open/opening-state.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { nameSide } from "../state/sides.ts";
import { EditForm } from "./EditForm.tsx";
import { Field } from "./Field.tsx";
import { useFaults } from "./use-editing.ts";

interface Props {
  readonly settlement: Settlement;
  readonly editing: Editing;
  readonly state: EditingState;
  readonly words: OwnWords["edit"];
  readonly onClose: () => void;
}

/** A claim about a place, judged by the rules of the data set while it is typed. */
export function ClaimForm({ settlement, editing, state, words, onClose }: Props) {
  const { dataset } = useAtlas();
  const all = useWords();
  const day = useView((view) => view.day);
  const sources = useId();
  const [draft, setDraft] = useState<ClaimDraft>(() => ({
    firstDay: day,
    lastDay: "",
    side: dataset.sides.find((side) => side.holdsGround)?.id ?? dataset.sides[0]?.id ?? "",
    action: "captured",
    source: "",
    summary: "",
  }));
  const edit = useMemo<Edit>(
    () => ({ kind: "claim", settlement: settlement.id, draft }),
    [settlement, draft],
  );
  const found = useFaults(editing, edit);
  const faults = found ?? [];
  const set =
    (field: keyof ClaimDraft) => (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [field]: value }));
    };
  const has = (word: string) => state.words.includes(word);
  const hintOf = (word: string, hint?: string) => (has(word) ? hint : words.noColumn);
  const common = (field: EditField) => ({ field, faults });
  const hasWindow = has("first_day") && has("last_day");
  return (
    <EditForm
      title={words.claimAbout(settlement.names[all.language] ?? settlement.name)}
      action={words.add}
      done={words.added}
      faults={found}
      {...{ editing, edit, words, onClose }}
    >
      <div className="edit-pair">
        <Field label={words.firstDay} {...common("firstDay")}>
          {(props) => (
            <input
              type="date"
              min={dataset.firstDay}
              max={dataset.lastDay}
              value={draft.firstDay}
              onChange={set("firstDay")}
              {...props}
            />
          )}
        </Field>
        <Field
          label={words.lastDay}
          hint={hasWindow ? undefined : words.noColumn}
          isOff={!hasWindow}
          {...common("lastDay")}
        >
          {(props) => (
            <input
              type="date"
              min={dataset.firstDay}
              max={dataset.lastDay}
              value={draft.lastDay}
              onChange={set("lastDay")}
              {...props}
            />
          )}
        </Field>
      </div>
      {hasWindow && <p className="quiet edit-note">{words.lastDayHint}</p>}
      <div className="edit-pair">
        <Field label={words.side} {...common("side")}>
          {(props) => (
            <select value={draft.side} onChange={set("side")} {...props}>
              {dataset.sides.map(({ id }) => (
                <option key={id} value={id}>
                  {nameSide(dataset, id, all)}
                </option>
              ))}
              <option value="">{words.noSide}</option>
            </select>
          )}
        </Field>
        <Field label={words.action} hint={hintOf("action")} isOff={!has("action")} {...common("action")}>
          {(props) => (
            <select value={draft.action} onChange={set("action")} {...props}>
              {CLAIM_ACTIONS.map((action) => (
                <option key={action} value={action}>
                  {all.record.action(action)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label={words.source}
        hint={hintOf("source", words.sourceHint)}
        isOff={!has("source")}
        {...common("source")}
      >
        {(props) => (
          <input
            type="text"
            dir="auto"
            list={sources}
            autoComplete="off"
            value={draft.source}
            onChange={set("source")}
            {...props}
          />
        )}
      </Field>
      <datalist id={sources}>
        {dataset.sources.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </datalist>
      <Field label={words.summary} hint={hintOf("summary")} isOff={!has("summary")} {...common("summary")}>
        {(props) => (
          <textarea rows={2} dir="auto" value={draft.summary} onChange={set("summary")} {...props} />
        )}
      </Field>
    </EditForm>
  );
}
