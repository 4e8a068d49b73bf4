/** Addresses of the cells of the world's map, made by Vite. */
const cellUrls = import.meta.glob<string>("../../geodata/world/cells/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The text of a cell by its name; `undefined` for open sea. Rejects if it does not come. */
export async function readWorldCell(name: string): Promise<string | undefined> {
  const url = cellUrls[`../../geodata/world/cells/${name}.json`];
  if (url === undefined) return undefined;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return response.text();
}
