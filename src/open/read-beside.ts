import type { ReadBeside } from "../data/compiled/container.ts";

/** Fetches what lies beside the file at an address. Rejects if the server does not have it. */
export function besideAddress(address: string): ReadBeside {
  return async (file) => {
    const url = new URL(file, new URL(address, document.baseURI));
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname}: the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
