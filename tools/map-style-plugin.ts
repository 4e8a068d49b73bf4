/** As much of a rule of a style sheet as this needs to know (`postcss`, which Vite brings). */
interface Rule {
  readonly source?: { readonly input: { readonly file?: string | undefined } } | undefined;
  readonly selectors: readonly string[];
  remove(): unknown;
}

/** Controls and pieces of MapLibre that no map of ours has; most of its style sheet are their pictures. */
const UNUSED =
  /maplibregl-(ctrl-(geolocate|fullscreen|shrink|terrain|globe|compass|logo)|popup|marker|user-location|cooperative)/;

/** Leaves out of MapLibre's style sheet what is for nothing on the page: it is fetched before the first picture. */
export const slimMapStyle = {
  postcssPlugin: "frontline-map-style",
  Rule(rule: Rule): void {
    const isOfMap = /maplibre-gl[\w.]*\.css$/.test(rule.source?.input.file ?? "");
    if (isOfMap && rule.selectors.every((selector) => UNUSED.test(selector))) rule.remove();
  },
};
