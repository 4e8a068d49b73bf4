import { area } from "@turf/area";
import type { Point } from "geojson";
import type { Atlas } from "../../core/atlas.ts";
import type { Position } from "../../core/geometry.ts";
import { findEventPosition } from "../../core/measure/event-places.ts";
import { isFront } from "../../core/measure/front-lines.ts";
import type { Settlement } from "../../core/records.ts";
import { toHex } from "../../core/side-colour.ts";
import { findSide, nameSide } from "../../core/sides.ts";
import {
  CHANGE_FIELDS,
  EVENT_FIELDS,
  FIGURE_FIELDS,
  toChangeRecord,
  toEventRecord,
  toFigureRecord,
  toNameFields,
  withNameFields,
} from "../records.ts";
import { listInSpan } from "../span.ts";
import { type DataFeature, type DataField, type DataLayer, listFields, type Look } from "./layer.ts";
import type { DataKind } from "./kinds.ts";
import { type Days, listAreaRuns, listLineRuns } from "./runs.ts";
import { listSettlementRuns } from "./settlement-runs.ts";

/** The settlement whose changes are asked for, if they are of one only. */
interface Asked extends Days {
  readonly settlement?: string | undefined;
}

/** The layers of a kind, in the order in which a map draws them: the ground first. */
export function makeLayers(atlas: Atlas, kind: DataKind, asked: Asked): readonly DataLayer[] {
  const { settlement: _, ...days } = asked;
  switch (kind) {
    case "areas":
      return [makeAreas(atlas, days)];
    case "front-lines":
      return [makeFrontLines(atlas, days)];
    case "settlements":
      return [makeSettlements(atlas, days)];
    case "changes":
      return [makeChanges(atlas, days)];
    case "history":
      return [makeChanges(atlas, asked)];
    case "events":
      return [makeEvents(atlas, days)];
    case "figures":
      return [makeFigures(atlas, days)];
    case "all":
      return [makeAreas, makeFrontLines, makeSettlements, makeChanges, makeEvents, makeFigures].map((make) =>
        make(atlas, days),
      );
  }
}

function makeAreas(atlas: Atlas, days: Days): DataLayer {
  const sources = listAllSources(atlas);
  return {
    name: "areas",
    title: "Areas of control",
    shape: "areas",
    fields: [
      ...listFields("text", "side", "side_name", "colour"),
      ...listFields("day", "from_day", "to_day"),
      ...listFields("text", "holding"),
      ...listFields("number", "area_km2"),
    ],
    looks: listLooks(atlas),
    features: listAreaRuns(atlas, days).map(({ side, holding, from, to, geometry }) => ({
      geometry,
      values: {
        side,
        side_name: nameSide(atlas.dataset, side, "en"),
        colour: colourOf(atlas, side),
        from_day: from,
        to_day: to,
        holding,
        area_km2: Number((area(geometry) / 1e6).toFixed(2)),
      },
      label: nameSide(atlas.dataset, side, "en"),
      look: side,
      days: { from, to },
      sources,
    })),
  };
}

function makeFrontLines(atlas: Atlas, days: Days): DataLayer {
  const sources = listAllSources(atlas);
  return {
    name: "front_lines",
    title: "Front lines",
    shape: "lines",
    fields: [
      ...listFields("list", "between"),
      ...listFields("text", "basis"),
      ...listFields("boolean", "opponents"),
      ...listFields("day", "from_day", "to_day"),
    ],
    looks: [],
    features: listLineRuns(atlas, days).map(({ between, basis, from, to, geometry }) => ({
      geometry,
      values: {
        between,
        basis,
        opponents: isFront(atlas.dataset, { between }),
        from_day: from,
        to_day: to,
      },
      label: between.map((side) => nameSide(atlas.dataset, side, "en")).join(" / "),
      look: undefined,
      days: { from, to },
      sources,
    })),
  };
}

function makeSettlements(atlas: Atlas, days: Days): DataLayer {
  const names = withNameFields(atlas, ["names"] as const);
  const sourcesOf = new Map<string, Set<string>>();
  for (const { settlement, source } of atlas.dataset.claims)
    sourcesOf.set(settlement, (sourcesOf.get(settlement) ?? new Set()).add(source));
  return {
    name: "settlements",
    title: "Settlements and who held them",
    shape: "points",
    fields: [
      ...listFields("text", "id", "name", ...names, "kind", "governorate", "district"),
      ...listFields("boolean", "context"),
      ...listFields("text", "control", "by", "by_name", "colour"),
      ...listFields("day", "from_day", "to_day"),
      ...listFields("number", "lng", "lat", "precision_km"),
    ],
    looks: listLooks(atlas),
    features: atlas.dataset.settlements.flatMap((settlement) =>
      listSettlementRuns(atlas, settlement.id, days).map(({ control, from, to }): DataFeature => {
        const by = "by" in control ? (control.by ?? null) : null;
        return {
          geometry: toPoint(settlement.position),
          values: {
            id: settlement.id,
            name: settlement.name,
            ...toNameFields(atlas, settlement),
            kind: settlement.kind,
            governorate: settlement.governorate,
            district: settlement.district,
            context: settlement.isContext,
            control: control.kind,
            by,
            by_name: by === null ? null : nameSide(atlas.dataset, by, "en"),
            colour: by === null ? null : colourOf(atlas, by),
            from_day: from,
            to_day: to,
            ...toPosition(settlement),
            precision_km: settlement.precisionKm,
          },
          label: settlement.name,
          look: by ?? undefined,
          days: { from, to },
          sources: [...(sourcesOf.get(settlement.id) ?? [])],
        };
      }),
    ),
  };
}

const CHANGE_DAYS: ReadonlySet<string> = new Set(["date", "first_day", "last_day"]);
const CHANGE_LISTS: ReadonlySet<string> = new Set(["claims", "attributions", "sources", "contradicted_by"]);

function makeChanges(atlas: Atlas, { from, to, settlement: only }: Asked): DataLayer {
  const changes = atlas.changes.filter(
    ({ day, settlement }) => day >= from && day <= to && (only === undefined || settlement === only),
  );
  return {
    name: "changes",
    title: "Settlements that changed hands",
    shape: "points",
    fields: [
      ...withNameFields(atlas, CHANGE_FIELDS).map((name) => ({ name, type: typeOfChangeField(name) })),
      ...listFields("number", "lng", "lat"),
    ],
    looks: listLooks(atlas),
    features: changes.map((change) => {
      const settlement = atlas.settlementById.get(change.settlement);
      const record = toChangeRecord(atlas, change);
      return {
        geometry: toPoint(settlement?.position),
        values: { ...record, ...toPosition(settlement) },
        label: record.name,
        look: change.to,
        days: { from: change.day, to: change.day },
        sources: record.sources,
      };
    }),
  };
}

function typeOfChangeField(name: string): DataField["type"] {
  if (name === "within_day") return "boolean";
  if (CHANGE_DAYS.has(name)) return "day";
  return CHANGE_LISTS.has(name) ? "list" : "text";
}

/** Of the fields that events and figures have in common with each other; every other is text. */
const STATEMENT_TYPES: Readonly<Record<string, DataField["type"]>> = {
  first_day: "day",
  last_day: "day",
  paragraph: "integer",
  offset: "integer",
  contradicts: "list",
  lng: "number",
  lat: "number",
  precision_km: "number",
  actors: "list",
  fatalities: "integer",
  fatalities_low: "integer",
  fatalities_high: "integer",
  value: "number",
  value_high: "number",
};

function typeStatementFields(names: readonly string[]): DataField[] {
  return names.map((name) => ({ name, type: STATEMENT_TYPES[name] ?? "text" }));
}

function makeEvents(atlas: Atlas, days: Days): DataLayer {
  return {
    name: "events",
    title: "Events",
    shape: "points",
    fields: typeStatementFields(EVENT_FIELDS),
    looks: [],
    features: listInSpan(atlas.dataset.events, days).map((event) => ({
      geometry: toPoint(findEventPosition(atlas, event)),
      values: toEventRecord(atlas, event),
      label: event.title,
      look: undefined,
      days: { from: event.firstDay, to: event.lastDay },
      sources: [event.source],
    })),
  };
}

function makeFigures(atlas: Atlas, days: Days): DataLayer {
  return {
    name: "figures",
    title: "Figures that documents give",
    shape: "none",
    fields: typeStatementFields(FIGURE_FIELDS),
    looks: [],
    features: listInSpan(atlas.dataset.figures, days).map((figure) => ({
      geometry: undefined,
      values: toFigureRecord(atlas, figure),
      label: figure.measure,
      look: undefined,
      days: { from: figure.firstDay, to: figure.lastDay },
      sources: [figure.source],
    })),
  };
}

/** The lines between settlements rest on all that is known. */
function listAllSources({ dataset }: Atlas): string[] {
  return dataset.sources.map(({ id }) => id);
}

/** The ids of the documents of a history: of its claims, whether or not they changed anything. */
export function listHistorySources({ dataset }: Atlas, settlement: string): string[] {
  return dataset.claims.filter((claim) => claim.settlement === settlement).map(({ source }) => source);
}

/** `undefined` for what has no place, and of a settlement whose record could not be read. */
function toPoint(position: Position | undefined): Point | undefined {
  return position && { type: "Point", coordinates: [...position] };
}

function toPosition(settlement: Settlement | undefined) {
  const [lng, lat] = settlement?.position ?? [null, null];
  return { lng, lat };
}

function listLooks({ dataset }: Atlas): Look[] {
  return dataset.sides.map(({ id, colour }) => ({ key: id, colour: toHex(colour) }));
}

function colourOf({ dataset }: Atlas, side: string): string | null {
  const found = findSide(dataset, side);
  return found ? toHex(found.colour) : null;
}
