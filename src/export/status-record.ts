import { type Atlas, findControl } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import type { Settlement } from "../core/records.ts";
import { toNameFields } from "./records.ts";

/** Who holds a settlement at the end of a day. The fields are promised in docs/command-line.md. */
export interface StatusRecord extends Readonly<Record<`name_${string}`, string>> {
  readonly id: string;
  readonly name: string;
  readonly control: "held" | "contested" | "unknown";
  /** For a contested place, the side on whose ground the map shows it. */
  readonly by: string | null;
  /** The day of its last change; null if it has not changed hands since the story began. */
  readonly since: string | null;
  readonly contested_claims: readonly string[];
}

export const STATUS_FIELDS = ["id", "name", "names", "control", "by", "since", "contested_claims"] as const;

export function toStatusRecord(atlas: Atlas, settlement: Settlement, day: Day): StatusRecord {
  const { id, name } = settlement;
  const control = findControl(atlas, id, day);
  const last = atlas.histories.get(id)?.changes.findLast((change) => change.day <= day);
  return {
    id,
    name,
    ...toNameFields(atlas, settlement),
    control: control.kind,
    by: control.kind === "unknown" ? null : (control.by ?? null),
    since: last?.day ?? null,
    contested_claims: control.kind === "contested" ? control.claims : [],
  };
}
