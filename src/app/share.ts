import { version } from "../../package.json";
import type { Atlas } from "../core/atlas.ts";
import { encodeMarked } from "../core/data-mark.ts";
import { encodeView, FIRST_CHART, type View } from "../core/view.ts";
import { OWN_MACHINE } from "../data/web-address.ts";
import { describeView } from "../export/provenance/describe-view.ts";
import type { Sharing } from "../ui/state/sharing.ts";
import { isOnDisk, isSingleFile } from "../ui/state/single-file.ts";
import { EMBED_PARAMETER, encodeLocal, FETCHED, findPage, findPublicAddress } from "./address.ts";

interface SharedData {
  readonly atlas: Pick<Atlas, "dataset">;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  /** Name of a data set that only this browser has. */
  readonly localId: string | undefined;
}

/** How the views of a data set are given to others: by the public address of the page where it has one. */
export function shareData({ atlas: { dataset }, hash, localId }: SharedData): Sharing {
  const here = findPage();
  // Where the data are in one browser only, the public page does not have them.
  const isOwn = localId !== undefined && !localId.startsWith(FETCHED);
  const publicAddress = isOwn ? undefined : findPublicAddress();
  const page = publicAddress ?? here;
  const local = encodeLocal(localId);
  const encodeFrame = (view: View) => `${encodeView(leaveOutPanels(view))}&${EMBED_PARAMETER}`;
  const reach = findReach(isOwn, publicAddress);
  // A page that is one file has a policy by which it shows no other, itself included.
  const isFile = isSingleFile();
  return {
    reach,
    linkTo: (view) =>
      `${page}?${local}${localId === undefined ? encodeMarked(view, dataset.title, hash) : encodeView(view)}`,
    frameOf:
      isFile && publicAddress === undefined ? undefined : (view) => `${page}?${local}${encodeFrame(view)}`,
    previewOf: isFile ? undefined : (view) => `${here}?${local}${encodeFrame(view)}`,
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

function findReach(isOwn: boolean, publicAddress: string | undefined): Sharing["reach"] {
  if (isOwn) return "browser";
  if (publicAddress !== undefined) return "everybody";
  if (isOnDisk()) return "file";
  return OWN_MACHINE.test(location.hostname) ? "machine" : "everybody";
}

/** What stands around the map of the whole page is not there within another. */
function leaveOutPanels(view: View): View {
  return { ...view, step: undefined, wall: false, hasDrawer: false, chart: FIRST_CHART };
}
