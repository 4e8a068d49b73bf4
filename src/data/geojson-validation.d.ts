/** The part of the package that we use; it comes without types. */
declare module "geojson-validation" {
  const geojsonValidation: {
    /**
     * What is wrong with a GeoJSON object, as messages; empty if nothing is. Throws on an empty ring, and mistakes a
     * `type` that is a property of every object ("toString") for one it knows.
     */
    valid(object: unknown, trace: true): string[];
  };
  export = geojsonValidation;
}
