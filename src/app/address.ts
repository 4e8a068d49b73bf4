import type { StoreApi } from "zustand/vanilla";
import type { Filter } from "../core/filter.ts";
import { FALLBACK_LANGUAGE } from "../core/names.ts";
import { isSameSelection, selectionOf } from "../core/selection.ts";
import { encodeView, THEMES, type View } from "../core/view.ts";
import { isTold } from "../ui/state/narrative.ts";
import { LANGUAGES } from "../words/index.ts";

/** Browsers slow down or refuse pages that rewrite their address on every frame of a drag. */
const QUIET_MS = 150;

/** Names, in an address, a data set that only this browser has. */
const LOCAL_PARAMETER = "local";

export const EMBED_PARAMETER = "embed";

/** What the name of data begins with that lie at an address, which is in it: a part of a query. No other name does. */
export const FETCHED = "data=";

/** Name of the data set that an address asks for in place of the bundled story; `undefined`: that. */
export function readLocalId(query: string): string | undefined {
  const asked = new URLSearchParams(query);
  const data = asked.get("data");
  // The mark of the data that a link was made for is no address.
  if (!data?.includes("/")) return asked.get(LOCAL_PARAMETER) || undefined;
  const sha256 = asked.get("sha256");
  return String(new URLSearchParams({ data, ...(sha256 && { sha256 }) }));
}

/** Whether the page stands in another page, with few controls of its own. */
export function readEmbedded(query: string): boolean {
  return new URLSearchParams(query).has(EMBED_PARAMETER);
}

/** Language and theme that an address asks for, before there is a data set to judge the rest of it by. */
export function readLook(query: string): Pick<View, "language" | "theme"> {
  const asked = new URLSearchParams(query);
  const [language, theme] = [asked.get("lang") ?? "", asked.get("theme")];
  return {
    language: language in LANGUAGES ? language : FALLBACK_LANGUAGE,
    theme: THEMES.find((known) => known === theme),
  };
}

/**
 * Keeps the page's address the view's, soon after each change. What {@link isEntry} holds for is an entry of its own in the browser's
 * history; going back is none, nor is what a step of the story shows. Returns what ends that.
 */
export function writeAddress(store: StoreApi<View>, localId: string | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isEmbedded = readEmbedded(location.search);
  const keep = (view: View) => linkTo(view, localId) + (isEmbedded ? `&${EMBED_PARAMETER}` : "");
  const write = () => history.replaceState(null, "", keep(store.getState()));
  const stop = store.subscribe((view, before) => {
    clearTimeout(timer);
    // The history of a page within another is that of the other page.
    if (!isEmbedded && followed !== store && !isTold(store) && isEntry(before, view)) {
      history.replaceState(null, "", keep(before));
      history.pushState(null, "", keep(view));
    }
    timer = setTimeout(write, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * Whether going back should lead from one view to the view before it. Another day or camera is no such step, nor what the
 * reader's page looks like, and a text that is typed on or a day that is dragged on remains one step.
 */
function isEntry(before: View, view: View): boolean {
  const isSwitched = (value: unknown, other: unknown) => (value === undefined) !== (other === undefined);
  return (
    !isSameSelection(selectionOf(before), selectionOf(view)) ||
    isSwitched(before.compared, view.compared) ||
    isSwitched(before.since, view.since) ||
    isSwitched(before.range, view.range) ||
    isOtherFilter(before.filter, view.filter) ||
    before.hidden.join() !== view.hidden.join() ||
    CHOICES.some((choice) => before[choice] !== view[choice])
  );
}

const CHOICES = ["compare", "ground", "trail", "chart", "hasDrawer", "labels", "step", "wall"] as const;

function isOtherFilter(before: Filter, { text, ...chosen }: Filter): boolean {
  const { text: textBefore, ...chosenBefore } = before;
  if ((textBefore === "") !== (text === "")) return true;
  return JSON.stringify(chosenBefore) !== JSON.stringify(chosen);
}

/** Whose view is being taken from an entry of the browser's history. */
let followed: StoreApi<View> | undefined;

/**
 * Shows what an entry of the browser's history shows when the reader goes back or on to it, language and theme left as they
 * are, and the day when it leads out of wall mode. `read` is what reads an address. Returns what ends that.
 */
export function followHistory(
  store: StoreApi<View>,
  localId: string | undefined,
  read: (query: string) => View,
): () => void {
  const follow = () => {
    // The entry of another data set.
    if (readLocalId(location.search) !== localId) return location.reload();
    const { language, theme, day, wall } = store.getState();
    followed = store;
    try {
      const asked = read(location.search);
      // A wall is left on the day that it has come to.
      store.setState({ ...asked, language, theme, ...(wall && !asked.wall && { day }) });
    } finally {
      followed = undefined;
    }
  };
  window.addEventListener("popstate", follow);
  return () => window.removeEventListener("popstate", follow);
}

/** The full address that opens exactly this view; that of a data set of the reader's own does so in this browser only. */
export function linkTo(view: View, localId: string | undefined): string {
  return `${findPage()}?${encodeLocal(localId)}${encodeView(view)}`;
}

/** What an address begins with that asks for a data set of the reader's own; empty for any other. */
export function encodeLocal(localId: string | undefined): string {
  if (localId === undefined) return "";
  const part = localId.startsWith(FETCHED) ? localId : new URLSearchParams({ [LOCAL_PARAMETER]: localId });
  return `${part}&`;
}

/** The address of this page, without a view. A page opened from disk has an address but no origin. */
export function findPage(): string {
  return location.href.replace(/[?#].*$/, "");
}

/** The address of the whole page with this view, for whoever reads it within another page: the public one, if that is known. */
export function linkToWhole(view: View): string {
  const page = findPublicAddress() ?? findPage();
  return `${page}?${encodeView({ ...view, wall: false })}`;
}

/** Where everybody can find this page, as `build --url` has told it; `undefined` where it was not told. */
export function findPublicAddress(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="frontline-url"]')?.content || undefined;
}
