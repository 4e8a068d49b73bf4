import type { View } from "../../core/view.ts";
import type { Provenance } from "../../export/provenance/provenance.ts";

/** Addresses of views, and what is to be said of them where they are given to others. */
export interface Sharing {
  /** Who can follow them: everybody; who sits at this machine, or has this file there; or this browser alone, which has the data. */
  readonly reach: "everybody" | "machine" | "file" | "browser";
  /** The whole page, which says which data it was made for. */
  readonly linkTo: (view: View) => string;
  /** The page as it stands within another: the day is in it, the state of the data is not. `undefined` where it cannot. */
  readonly frameOf: ((view: View) => string) | undefined;
  /** The same where this page is, wherever it will be found by others. `undefined` where it cannot be shown here. */
  readonly previewOf: ((view: View) => string) | undefined;
  readonly provenanceOf: (view: View) => Provenance;
  /** Of the description of this page for programs that put it into others (oEmbed), if the site has one. */
  readonly oembed: string | undefined;
}
