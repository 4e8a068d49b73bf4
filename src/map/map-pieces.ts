import type { FeatureCollection } from "geojson";
import {
  type GeoJSONSource,
  type GeoJSONSourceSpecification,
  type Map as MapLibreMap,
  setWorkerUrl,
  type StyleSpecification,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { drawMapImage, IMAGE_PIXEL_RATIO } from "../../styles/map/map-images.ts";
import { listOtherMarks, type TownStates } from "../layers/settlements.ts";
import type { Atlas } from "../core/atlas.ts";
import type { TownSource } from "./town-source.ts";

setWorkerUrl(workerUrl);

/** MapLibre tells of a worker that did not start by these words alone; a browser test holds them. */
export function isOfWorker({ message }: { readonly message: string }): boolean {
  return message.startsWith("Worker failed to load");
}

/** Content of sources by name. */
export type SourceContent = ReadonlyMap<string, FeatureCollection>;

/** The style with the content in place of its empty sources, so that the first picture is already whole. */
export function fillStyle(
  style: StyleSpecification,
  ...contents: readonly SourceContent[]
): StyleSpecification {
  const sources = { ...style.sources };
  for (const [name, data] of contents.flatMap((content) => [...content])) {
    // The ground is drawn without a source of the style.
    if (!sources[name]) continue;
    sources[name] = { ...(sources[name] as GeoJSONSourceSpecification), data };
  }
  return { ...style, sources };
}

/** Sends to the map the sources that are not the same as in `shown`: not the same object, if nothing else is given. */
export function updateSources(
  map: MapLibreMap,
  shown: SourceContent,
  wanted: SourceContent,
  isSame: (one: unknown, other: unknown) => boolean = Object.is,
): void {
  for (const [name, data] of wanted) {
    if (isSame(shown.get(name), data)) continue;
    // Nobody waits for the answer: a newer day replaces one that has not been sent yet, and `idle` tells the end.
    void map.getSource<GeoJSONSource>(name)?.setData(data);
  }
}

/** Marks the towns whose state differs from `shown`; all of them without it. */
export function updateTownStates(
  map: MapLibreMap,
  { target, newsTarget }: TownSource,
  atlas: Atlas,
  shown: TownStates | undefined,
  wanted: TownStates,
): void {
  for (const [id, marks] of listOtherMarks(atlas, shown, wanted)) {
    map.setFeatureState({ ...target, id }, marks);
    if (newsTarget && marks.changed) map.setFeatureState({ ...newsTarget, id }, marks);
  }
}

/** Moves the ring of the selected town. */
export function updateSelection(
  map: MapLibreMap,
  { target, newsTarget }: TownSource,
  before: string | undefined,
  selected: string | undefined,
): void {
  if (before === selected) return;
  for (const kept of newsTarget ? [target, newsTarget] : [target]) {
    if (before !== undefined) map.setFeatureState({ ...kept, id: before }, { selected: false });
    if (selected !== undefined) map.setFeatureState({ ...kept, id: selected }, { selected: true });
  }
}

/** Draws icons and patterns when the style first asks for them. */
export function supplyImages(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((name) => {
    const image = drawMapImage(name);
    if (!image || map.hasImage(name)) return;
    const { width, height, data, stretch } = image;
    const stretches: [number, number][] | undefined = stretch && [[stretch[0], stretch[1]]];
    map.addImage(
      name,
      { width, height, data },
      {
        pixelRatio: IMAGE_PIXEL_RATIO,
        ...(stretches ? { stretchX: stretches, stretchY: stretches } : {}),
      },
    );
  });
}
