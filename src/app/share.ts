import { version } from "../../package.json";
import type { Atlas } from "../core/atlas.ts";
import { encodeMarked } from "../core/data-mark.ts";
import { encodeView, FIRST_CHART, type View } from "../core/view.ts";
import { OWN_MACHINE } from "../data/web-address.ts";
import { describeView } from "../export/provenance/describe-view.ts";
import type { Sharing } from "../ui/state/sharing.ts";
import { EMBED_PARAMETER, encodeLocal, findPublicAddress } from "./address.ts";

interface SharedData {
  readonly atlas: Pick<Atlas, "dataset">;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  /** Name of a data set that only this browser has. */
  readonly localId: string | undefined;
}

/** How the views of a data set are given to others: by the public address of the page where it has one. */
export function shareData({ atlas: { dataset }, hash, localId }: SharedData): Sharing {
  const here = location.href.replace(/[?#].*$/, "");
  // Where the data are in one browser only, the public page does not have them.
  const publicAddress = localId === undefined ? findPublicAddress() : undefined;
  const page = publicAddress ?? here;
  const local = encodeLocal(localId);
  const encodeFrame = (view: View) => `${encodeView(leaveOutPanels(view))}&${EMBED_PARAMETER}`;
  const isOwn = location.protocol === "file:" || OWN_MACHINE.test(location.hostname);
  const findReach = () => {
    if (localId !== undefined) return "browser";
    return publicAddress === undefined && isOwn ? "machine" : "everybody";
  };
  const reach = findReach();
  return {
    reach,
    linkTo: (view) =>
      `${page}?${local}${localId === undefined ? encodeMarked(view, dataset.title, hash) : encodeView(view)}`,
    frameOf: (view) => `${page}?${local}${encodeFrame(view)}`,
    previewOf: (view) => `${here}?${local}${encodeFrame(view)}`,
    provenanceOf: (view) =>
      describeView({
        dataset,
        view,
        hash,
        credits: [],
        publicAddress: reach === "everybody" ? page : undefined,
        version,
      }),
    oembed: document.querySelector<HTMLLinkElement>('link[type="application/json+oembed"]')?.href,
  };
}

/** What stands around the map of the whole page is not there within another. */
function leaveOutPanels(view: View): View {
  return { ...view, step: undefined, wall: false, hasDrawer: false, chart: FIRST_CHART };
}
