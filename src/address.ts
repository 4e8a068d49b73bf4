import type { StoreApi } from "zustand/vanilla";
import { encodeView, type View } from "./core/view.ts";

/** Browsers slow down or refuse pages that rewrite their address on every frame of a drag. */
const QUIET_MS = 150;

/** Keeps the page's address the view's, soon after each change. Returns what ends that. */
export function writeAddress(store: StoreApi<View>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => history.replaceState(null, "", `?${encodeView(store.getState())}`);
  const stop = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The full address that opens exactly this view. */
export function linkTo(view: View): string {
  return `${location.origin}${location.pathname}?${encodeView(view)}`;
}
