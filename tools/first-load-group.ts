import { fileURLToPath } from "node:url";

/** As much of what a bundler tells of a module as this needs to know (Rolldown's `ModuleInfo`). */
interface Chunking {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const PAGE = fileURLToPath(new URL("../src/main.tsx", import.meta.url));

/**
 * Puts all that the page's script takes into one file. Left to itself the bundler makes a file of every few modules that
 * later parts use too: two dozen small ones, which compress worse than one. The script itself stays apart: it waits for the
 * start of the page, and a later part that had to wait for it, such as the words of a language, would wait for ever.
 */
export function groupFirstLoad() {
  let first: ReadonlySet<string> | undefined;
  return {
    name(id: string, chunking: Chunking): string | null {
      first ??= reach(PAGE, chunking);
      return first.has(id) && id !== PAGE ? "page" : null;
    },
  };
}

/** A module and all that it imports, directly and not, but for what it loads later. */
function reach(start: string, chunking: Chunking): ReadonlySet<string> {
  const found = new Set([start]);
  // What is added while a set is gone through is gone through too.
  for (const id of found)
    for (const imported of chunking.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
