import type { LineString, MultiLineString, Point } from "geojson";
import type { Day } from "../../core/day.ts";
import type { AreaGeometry } from "../../core/geometry.ts";
import type { Cell } from "../cells.ts";

/** `list`: texts, joined by "|" where a format has no lists. */
export type FieldType = "text" | "integer" | "number" | "boolean" | "day" | "list";

export interface DataField {
  readonly name: string;
  readonly type: FieldType;
}

export type DataGeometry = AreaGeometry | LineString | MultiLineString | Point;

/** One record to be taken away. */
export interface DataFeature {
  /** `undefined`: it has no place, or none that is known. */
  readonly geometry: DataGeometry | undefined;
  /** By the names of the fields. */
  readonly values: Readonly<Record<string, Cell>>;
  /** What a map writes beside it. */
  readonly label: string;
  /** Key of its look among the {@link DataLayer.looks}. */
  readonly look: string | undefined;
  /** The days for which it holds, both included; the same twice for what happens on one. */
  readonly days: { readonly from: Day; readonly to: Day };
  /** Ids of the documents that it rests on. */
  readonly sources: readonly string[];
}

/** How features are drawn where a format tells that. */
export interface Look {
  readonly key: string;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** Records of one kind, before they are written in any format. */
export interface DataLayer {
  /** As a table is called: lower case, with underscores. */
  readonly name: string;
  readonly title: string;
  readonly shape: "areas" | "lines" | "points" | "none";
  readonly fields: readonly DataField[];
  readonly looks: readonly Look[];
  readonly features: readonly DataFeature[];
}

/** Fields of one type, by their names. */
export function listFields(type: FieldType, ...names: readonly string[]): DataField[] {
  return names.map((name) => ({ name, type }));
}
