import type { KeepRequest } from "../offline/kept-files.ts";
import { isSingleFile } from "../ui/state/single-file.ts";

/** Of a connection, where the browser tells of it. */
type Connection = { readonly saveData?: boolean };

/**
 * Lets a service worker keep the page for when there is no network. Does nothing where that cannot or should not be: with data
 * that change on a server, in one file, in a frame, where storage is refused, or where the reader saves data.
 */
export async function keepForOffline(): Promise<void> {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  const isLive = document.querySelector('meta[name="frontline-status"]') !== null;
  const isFramed = window.parent !== window;
  if (!import.meta.env.PROD || isLive || isFramed || isSingleFile() || connection?.saveData) return;
  try {
    await navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI));
    const { active } = await navigator.serviceWorker.ready;
    const own = performance.getEntriesByType("resource").map(({ name }) => name);
    const addresses = own.filter((name) => new URL(name).origin === location.origin);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    active?.postMessage({ kind: "keep", addresses } satisfies KeepRequest);
  } catch {
    // No secure origin, no storage, no such thing in this browser: the page works as it did without.
  }
}
