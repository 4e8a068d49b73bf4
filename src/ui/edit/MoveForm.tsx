import { useEffect, useMemo, useState } from "react";
import type { Position } from "../../core/geometry.ts";
import type { Settlement } from "../../core/records.ts";
import type { Edit } from "../../data/edit/edit.ts";
import type { MoveDraft } from "../../data/edit/move-place.ts";
import type { Editing } from "../../open/editing.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { EditForm } from "./EditForm.tsx";
import { Field } from "./Field.tsx";
import { useFaults } from "./use-editing.ts";

interface Props {
  readonly settlement: Settlement;
  readonly editing: Editing;
  readonly words: OwnWords["edit"];
  readonly onClose: () => void;
}

/** About a decimetre. */
const DIGITS = 6;
const write = (degrees: number) => String(Number(degrees.toFixed(DIGITS)));
/** Degrees as people type them, with a comma too. */
const read = (text: string) => text.trim().replace(",", ".").replace("\u2212", "-");

/** Another position for a place: a pin on the map to be dragged, and the same in degrees. */
export function MoveForm({ settlement, editing, words, onClose }: Props) {
  const { session } = useDashboard();
  const { language } = useWords();
  const [lng, lat] = settlement.position;
  const [typed, setTyped] = useState<MoveDraft>({ lng: write(lng), lat: write(lat) });
  const draft = useMemo(() => ({ lng: read(typed.lng), lat: read(typed.lat) }), [typed]);
  const edit = useMemo<Edit>(() => ({ kind: "move", settlement: settlement.id, draft }), [settlement, draft]);
  const found = useFaults(editing, edit);
  const faults = found ?? [];
  useEffect(() => {
    session.setState({ pin: [lng, lat] });
    // What the pin is dragged to is typed.
    const stop = session.subscribe(({ pin }, before) => {
      if (pin && pin !== before.pin) setTyped({ lng: write(pin[0]), lat: write(pin[1]) });
    });
    return () => {
      stop();
      session.setState({ pin: undefined });
    };
  }, [session, lng, lat]);

  function type(field: keyof MoveDraft, text: string): void {
    const next = { ...typed, [field]: text };
    setTyped(next);
    const position: Position = [Number(read(next.lng)), Number(read(next.lat))];
    const isOnGlobe =
      Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 85 && next.lng !== "" && next.lat !== "";
    // The pin follows what is typed, which stays as it is typed.
    if (isOnGlobe) session.setState({ pin: position });
    setTyped(next);
  }

  const isElsewhere = Number(draft.lng) !== lng || Number(draft.lat) !== lat;
  return (
    <EditForm
      title={words.moveOf(settlement.names[language] ?? settlement.name)}
      action={words.moveHere}
      done={words.moved}
      faults={isElsewhere ? found : undefined}
      {...{ editing, edit, words, onClose }}
    >
      <p className="quiet">{words.moveHint}</p>
      <div className="edit-pair">
        {(["lat", "lng"] as const).map((field) => (
          <Field key={field} label={words[field]} field={field} faults={faults}>
            {(props) => (
              <input
                type="text"
                inputMode="decimal"
                dir="ltr"
                autoComplete="off"
                value={typed[field]}
                onChange={({ currentTarget }) => type(field, currentTarget.value)}
                {...props}
              />
            )}
          </Field>
        ))}
      </div>
    </EditForm>
  );
}
