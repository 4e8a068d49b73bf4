import type { Atlas, Change } from "../core/atlas.ts";
import { findEventPosition } from "../core/measure/event-places.ts";
import { listOtherLanguages } from "../core/names.ts";
import type { Claim, Figure, Settlement, Statement, StoryEvent } from "../core/records.ts";

/** The names of a place besides its chief one: a field for each language that any settlement has a name in. */
type NameFields = Readonly<Record<`name_${string}`, string>>;

function listNameFields({ dataset }: Atlas): `name_${string}`[] {
  return listOtherLanguages(dataset.settlements).map((language) => `name_${language}` as const);
}

export function toNameFields(atlas: Atlas, settlement: Settlement | undefined): NameFields {
  return Object.fromEntries(
    listNameFields(atlas).map((field) => [field, settlement?.names[field.slice("name_".length)] ?? ""]),
  );
}

/** The fields with those of further names in the place of "names". */
export function withNameFields<Field extends string>(
  atlas: Atlas,
  fields: readonly Field[],
): (Exclude<Field, "names"> | `name_${string}`)[] {
  const isOther = (field: Field): field is Exclude<Field, "names"> => field !== "names";
  return fields.flatMap((field): (Exclude<Field, "names"> | `name_${string}`)[] =>
    isOther(field) ? [field] : listNameFields(atlas),
  );
}

/** A change as the command line and exports have it. The fields are promised in docs/command-line.md. */
export interface ChangeRecord extends NameFields {
  readonly date: string;
  readonly settlement: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly certainty: string;
  readonly claims: readonly string[];
  readonly attributions: readonly string[];
  readonly sources: readonly string[];
  readonly first_day: string;
  readonly last_day: string;
  readonly implied_by: string | null;
  readonly contradicted_by: readonly string[];
  readonly within_day: boolean;
}

export const CHANGE_FIELDS = [
  "date",
  "settlement",
  "name",
  "names",
  "from",
  "to",
  "certainty",
  "claims",
  "attributions",
  "sources",
  "first_day",
  "last_day",
  "implied_by",
  "contradicted_by",
  "within_day",
] as const;

export function toChangeRecord(atlas: Atlas, change: Change): ChangeRecord {
  const settlement = atlas.settlementById.get(change.settlement);
  const claims = listClaims(atlas, change.claims);
  return {
    date: change.day,
    settlement: change.settlement,
    name: settlement?.name ?? change.settlement,
    ...toNameFields(atlas, settlement),
    from: change.from ?? null,
    to: change.to ?? null,
    certainty: change.certainty,
    claims: change.claims,
    attributions: [...new Set(claims.map((claim) => claim.attribution))],
    sources: [...new Set(claims.map((claim) => claim.source))],
    first_day: change.firstDay,
    last_day: change.lastDay,
    implied_by: change.impliedBy ?? null,
    contradicted_by: change.contradictedBy,
    within_day: change.isWithinDay,
  };
}

/** A claim as the command line and exports have it, with the title of its document. */
export function toClaimRecord(atlas: Atlas, claim: Claim) {
  return {
    id: claim.id,
    settlement: claim.settlement,
    action: claim.action,
    extent: claim.extent ?? null,
    side: claim.side ?? null,
    actor: claim.actor,
    ...toDays(claim),
    ...toEvidence(atlas, claim),
    contradicts: claim.contradicts ?? null,
    ground: claim.ground ?? null,
    summary: claim.summary,
  };
}

export type EventRecord = ReturnType<typeof toEventRecord>;

export const EVENT_FIELDS: readonly (keyof EventRecord)[] = [
  "id",
  "kind",
  "first_day",
  "last_day",
  "day_basis",
  "settlement",
  "lng",
  "lat",
  "precision_km",
  "precision",
  "title",
  "actors",
  "fatalities",
  "fatalities_low",
  "fatalities_high",
  "attribution",
  "certainty",
  "source",
  "document",
  "paragraph",
  "offset",
  "spelling",
  "contradicts",
  "summary",
];

export function toEventRecord(atlas: Atlas, event: StoryEvent) {
  return {
    id: event.id,
    kind: event.kind,
    ...toDays(event),
    settlement: event.settlement ?? null,
    ...toPosition(atlas, event),
    precision_km: event.precisionKm ?? null,
    precision: event.precision ?? null,
    title: event.title,
    actors: event.actors ?? [],
    fatalities: event.fatalities?.best ?? null,
    fatalities_low: event.fatalities?.low ?? null,
    fatalities_high: event.fatalities?.high ?? null,
    ...toEvidence(atlas, event),
    contradicts: event.contradicts,
    summary: event.summary,
  };
}

/** Where the map draws the event, in degrees; `null` for one without a place. */
function toPosition(atlas: Atlas, event: StoryEvent) {
  const [lng, lat] = findEventPosition(atlas, event) ?? [null, null];
  return { lng, lat };
}

export type FigureRecord = ReturnType<typeof toFigureRecord>;

export const FIGURE_FIELDS: readonly (keyof FigureRecord)[] = [
  "id",
  "measure",
  "value",
  "value_high",
  "unit",
  "qualifier",
  "first_day",
  "last_day",
  "day_basis",
  "concerns",
  "settlement",
  "attribution",
  "certainty",
  "source",
  "document",
  "paragraph",
  "offset",
  "spelling",
  "contradicts",
  "summary",
];

export function toFigureRecord(atlas: Atlas, figure: Figure) {
  return {
    id: figure.id,
    measure: figure.measure,
    value: figure.value,
    value_high: figure.valueHigh ?? null,
    unit: figure.unit,
    qualifier: figure.qualifier,
    ...toDays(figure),
    concerns: figure.concerns,
    settlement: figure.settlement ?? null,
    ...toEvidence(atlas, figure),
    contradicts: figure.contradicts,
    summary: figure.summary,
  };
}

function toDays({ firstDay, lastDay, dayBasis }: Statement) {
  return { first_day: firstDay, last_day: lastDay, day_basis: dayBasis };
}

/** Who says so, and where: with the title of the document. */
function toEvidence(atlas: Atlas, statement: Statement) {
  return {
    attribution: statement.attribution,
    certainty: statement.certainty,
    source: statement.source,
    document: atlas.sourceById.get(statement.source)?.title ?? null,
    // Where no line is told, neither is a character in it.
    paragraph: statement.paragraph || null,
    offset: statement.paragraph === 0 ? null : statement.offset,
    spelling: statement.spelling,
  };
}

/** The claims of these ids, in their order; an id that could not be read is left out. */
export function listClaims(atlas: Atlas, ids: readonly string[]): Claim[] {
  return ids.flatMap((id) => atlas.claimById.get(id) ?? []);
}
