/** Why a base map of the reader's own is not shown. */
export type ReaderBaseFault =
  /** It is no address of the web. */
  | "no-address"
  /** No answer that the page may read: no such host, no network, or one that keeps its files from other pages. */
  | "unreachable"
  /** The host says that it does not give it. */
  | "refused"
  /** What it gives is no map that can be drawn. */
  | "no-map";
