import type { Feature, LineString } from "geojson";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import type { Folder } from "../../src/data/folder.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { listStretchesOn, type Stretch } from "../../src/core/measure/highways.ts";

/**
 * The text of `highway-control.geojson`, from the front lines as they are.
 *
 * @throws Error if the data set cannot be loaded.
 */
export async function buildHighwayControl(folder: Folder): Promise<string> {
  const { dataset } = await loadDataset(folder);
  if (!dataset) throw new Error("The data set does not load: run `frontline validate`");
  const lines = listStretchFeatures(buildAtlas(dataset)).map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

/**
 * The highways cut by who holds them, each stretch with the days on which it was so, for those who work in QGIS: a
 * stretch that stays as it is over several changes elsewhere is one feature. In order of highway, day and course.
 */
function listStretchFeatures(atlas: Atlas): Feature<LineString>[] {
  const { control, highways } = atlas.dataset;
  return highways.flatMap((highway) => {
    const waypoints = new Set(highway.course.map((point) => point.join()));
    const open = new Map<string, { feature: Feature<LineString>; until: Day }>();
    const features: Feature<LineString>[] = [];
    for (const { from, to } of control.phases) {
      for (const stretch of listStretchesOn(atlas, from).filter((one) => one.highway === highway.id)) {
        const course = thin(stretch, waypoints);
        const key = `${stretch.side}|${JSON.stringify(course)}`;
        const known = open.get(key);
        if (known?.until === from) {
          known.until = to;
          known.feature.properties = { ...known.feature.properties, to };
          continue;
        }
        const feature = toFeature(stretch, course, from, to);
        open.set(key, { feature, until: to });
        features.push(feature);
      }
    }
    return features;
  });
}

/** The way-points of the highway along the stretch, and its two ends. */
function thin({ course }: Stretch, waypoints: ReadonlySet<string>): [number, number][] {
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return course
    .filter((point, index) => index === 0 || index === course.length - 1 || waypoints.has(point.join()))
    .map(([lng, lat]) => [round(lng), round(lat)]);
}

function toFeature(stretch: Stretch, course: [number, number][], from: Day, to: Day): Feature<LineString> {
  const length = Math.round(stretch.lengthKm * 10) / 10;
  return {
    type: "Feature",
    properties: { highway: stretch.highway, side: stretch.side ?? null, from, to, length_km: length },
    geometry: { type: "LineString", coordinates: course },
  };
}
