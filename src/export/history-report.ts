import type { Atlas } from "../core/atlas.ts";
import type { Settlement } from "../core/records.ts";
import { listClaims, toChangeRecord, toClaimRecord, toNameFields } from "./records.ts";

export type HistoryReport = ReturnType<typeof buildHistoryReport>;

/** A settlement with its history of control and every claim about it. The fields are promised in docs/command-line.md. */
export function buildHistoryReport(atlas: Atlas, settlement: Settlement) {
  const history = atlas.histories.get(settlement.id);
  const claims = atlas.dataset.claims.filter((claim) => claim.settlement === settlement.id);
  const changes = atlas.changes.filter((change) => change.settlement === settlement.id);
  return {
    settlement: {
      id: settlement.id,
      name: settlement.name,
      ...toNameFields(atlas, settlement),
      spellings: settlement.spellings,
      kind: settlement.kind,
      governorate: settlement.governorate,
      district: settlement.district,
      importance: settlement.importance,
      position: settlement.position,
      position_source: settlement.positionSource,
      position_ref: settlement.positionRef,
      precision_km: settlement.precisionKm,
      note: settlement.note,
      context: settlement.isContext,
    },
    initial_side: history?.initialSide ?? null,
    changes: changes.map((change) => ({
      ...toChangeRecord(atlas, change),
      claim_details: listClaims(atlas, change.claims).map((claim) => toClaimRecord(atlas, claim)),
    })),
    contested: history?.contested ?? [],
    claims: claims
      .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay))
      .map((claim) => toClaimRecord(atlas, claim)),
  };
}
