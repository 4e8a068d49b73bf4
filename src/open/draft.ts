/**
 * A `dataset.json` to begin with, for files that came without one: it names those that, by their endings and names,
 * look like the settlements and the areas, from the folder that was dropped. `undefined` without any GeoJSON, as there
 * is then nothing to draw.
 */
export function draftDeclaration(dropped: readonly string[]): string | undefined {
  const paths = leaveFolder(dropped);
  const maps = paths.filter((path) => /\.(geo)?json$/i.test(path));
  const tables = paths.filter((path) => path.toLowerCase().endsWith(".csv"));
  const settlements = [...tables, ...maps].find(isOfPlaces) ?? tables[0] ?? "places.csv";
  const areas = maps.filter((path) => path !== settlements);
  const [first, ...others] = areas;
  if (first === undefined) return undefined;
  const folder = first.split("/").slice(0, -1).join("/");
  const isDaily = folder !== "" && others.length > 0 && others.every((path) => path.startsWith(`${folder}/`));
  const files = { settlements, control: isDaily ? folder : first };
  return `{
  "format": "frontline-atlas/1",
  "title": "Title of the story",
  "sides": [
    { "id": "side-a", "name": "First side" },
    { "id": "side-b", "name": "Second side" }
  ],
  "files": {
    "settlements": ${JSON.stringify(files.settlements)},
    "control": ${JSON.stringify(files.control)}
  }
}
`;
}

function isOfPlaces(path: string): boolean {
  return /place|settle|town|village|city|cities|populated/i.test(path);
}

/** Paths from within the one folder that all of them lie in, which is where the `dataset.json` belongs. */
function leaveFolder(paths: readonly string[]): readonly string[] {
  const top = `${paths[0]?.split("/")[0]}/`;
  return paths.every((path) => path.startsWith(top)) ? paths.map((path) => path.slice(top.length)) : paths;
}
