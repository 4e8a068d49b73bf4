import { byZoom, mapFonts, nameIn } from "../../styles/map/map-expressions.ts";
import { spotName } from "../../styles/map/map-images.ts";
import type { MapLayer } from "./layer.ts";

/**
 * Places of the base map, so that one finds one's way where the data set names nothing. They are quiet and give way to all
 * names of the data set. Each has the `rank` of the zoom from which it is named.
 */
export const basePlaces: MapLayer = {
  key: "base-places",
  nameIn: ({ layers }) => layers.basePlaces.name,
  sources: { "base-places": { kind: "base" } },
  style: ({ palette, labels, scripts }) => ({
    "base-names": [
      {
        id: "base-places",
        type: "symbol",
        source: "base-places",
        filter: ["<=", ["get", "rank"], ["zoom"]],
        layout: {
          "symbol-sort-key": ["get", "rank"],
          "icon-image": spotName(palette.muted, palette.labelHalo),
          "icon-size": 0.8,
          // One script is enough here: two lines would be as loud as the names of the data set.
          "text-field": nameIn({ scripts, labels: labels === "both" ? (scripts[0] ?? "latin") : labels }),
          "text-font": mapFonts.regular,
          "text-size": byZoom([4, 10], [8, 11], [12, 12.5]),
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 0.45,
          "text-justify": "auto",
          "text-padding": 4,
        },
        paint: {
          "icon-opacity": palette.isStrong ? 1 : 0.75,
          "text-color": palette.muted,
          "text-opacity": palette.isStrong ? 1 : 0.9,
          "text-halo-color": palette.labelHalo,
          "text-halo-width": 1.1,
          "text-halo-blur": 0.4,
        },
      },
    ],
  }),
};
