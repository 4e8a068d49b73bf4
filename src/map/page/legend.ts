import type { Feature, FeatureCollection } from "geojson";
import type { MapSource } from "../../../styles/map/map-style.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { SideColour } from "../../core/records.ts";
import type { Layer, View } from "../../core/view.ts";
import { mapWords } from "../../words/map-words.ts";
import { wordsOf } from "../../words/words.ts";
import type { DayPicture } from "../layers/features.ts";

/** A mark of the map as the legend shows it. */
export type LegendSign =
  | { readonly kind: "area"; readonly colour: SideColour }
  | { readonly kind: LineSign | TownSign | "gains" | "corridor" | "patrols" | "post" | "encircled" }
  | { readonly kind: "highways"; readonly colours: readonly SideColour[] };
type LineSign = "front" | "inferred" | "previous" | "quiet";
type TownSign = "changed" | "contested";

export interface LegendEntry {
  readonly sign: LegendSign;
  readonly text: string;
}

/** The signs a picture shows with the view's layers, ground first, and no others. */
export function listSigns(dataset: Dataset, view: View, picture: DayPicture): LegendEntry[] {
  const { legend } = wordsOf(view.language).chrome;
  const { comma } = wordsOf(view.language);
  const drawn = (source: MapSource) => picture.sources.get(source)?.features ?? [];
  const shows = (layer: Layer) => !view.hidden.includes(layer);
  const has = (source: MapSource, property: string, value: unknown) =>
    drawn(source).some((feature) => feature.properties?.[property] === value);
  const states = [...picture.townStates.values()];
  const entries: (LegendEntry | false)[] = [
    ...dataset.sides
      .filter((side) => has("areas", "side", side.id))
      .map(
        (side): LegendEntry => ({
          sign: { kind: "area", colour: side.colour },
          text: side.name[view.language],
        }),
      ),
    shows("gains") && drawn("gains").length > 0 && { sign: { kind: "gains" }, text: legend.gains },
    has("front-lines", "kind", "front") && { sign: { kind: "front" }, text: legend.frontLine },
    drawn("front-lines").some(
      ({ properties }) => properties?.kind === "front" && properties.basis === "inferred",
    ) && {
      sign: { kind: "inferred" },
      text: mapWords[view.language].inferredLine,
    },
    shows("yesterday") &&
      has("front-lines", "kind", "previous") && { sign: { kind: "previous" }, text: legend.yesterday },
    has("front-lines", "kind", "quiet") && {
      sign: { kind: "quiet" },
      text: mapWords[view.language].quietLine,
    },
    shows("towns") &&
      states.some((state) => state.changed) && { sign: { kind: "changed" }, text: legend.changedToday },
    shows("towns") &&
      drawn("contested").length > 0 && { sign: { kind: "contested" }, text: legend.contested },
    shows("highways") &&
      dataset.highways.length > 0 && {
        sign: { kind: "highways", colours: listColours(dataset, picture.sources.get("highways")) },
        text: legend.highways(dataset.highways.map((highway) => highway.name)),
      },
    ...listCorridors(dataset, view, shows("highways") ? drawn("corridor") : []),
    ...listPatrols(dataset, view, shows("highways") ? drawn("patrols") : []),
    shows("posts") && has("posts", "isEncircled", false) && { sign: { kind: "post" }, text: legend.post },
    shows("posts") &&
      has("posts", "isEncircled", true) && {
        sign: { kind: "encircled" },
        text: `${legend.post}${comma}${legend.postEncircled}`,
      },
  ];
  return entries.filter((entry) => entry !== false);
}

function listCorridors(dataset: Dataset, { language }: View, drawn: readonly Feature[]): LegendEntry[] {
  return drawn.map(({ properties }) => ({
    sign: { kind: "corridor" },
    text: mapWords[language].corridor(nameHighway(dataset, properties?.highway), properties?.widthKm),
  }));
}

function listPatrols(dataset: Dataset, { language }: View, drawn: readonly Feature[]): LegendEntry[] {
  return drawn.map(({ properties }) => ({
    sign: { kind: "patrols" },
    text: mapWords[language].patrols(properties?.[language], nameHighway(dataset, properties?.highway)),
  }));
}

function nameHighway({ highways }: Dataset, id: string): string {
  return highways.find((highway) => highway.id === id)?.name ?? "";
}

/** The sides' colours along the highways, in the order of the sides. */
function listColours(dataset: Dataset, stretches: FeatureCollection | undefined): SideColour[] {
  const drawn = new Set(stretches?.features.map((feature) => feature.properties?.colour));
  return dataset.sides.map((side) => side.colour).filter((colour) => drawn.has(colour));
}
