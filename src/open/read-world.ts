import worldUrl from "world-atlas/countries-10m.json?url";

/** Four megabytes, which only data of one side without a theatre ask for. Rejects if they do not come. */
export async function readWorld(): Promise<string> {
  const response = await fetch(worldUrl);
  if (!response.ok) throw new Error(`${worldUrl}: the server answered ${response.status}`);
  return response.text();
}
