/** What the page asks the service worker for, once that is there. */
export interface KeepRequest {
  readonly kind: "keep";
  /** Absolute addresses that the page has fetched before there was a service worker. */
  readonly addresses: readonly string[];
}

/** Larger ones have the map of the whole world in them, of which a story needs a hundredth. */
const MOST_BYTES = 1_200_000;

/**
 * Whether a file of the built page is fetched ahead, so that the page works without a network after one visit. What is not is
 * kept once it was fetched.
 */
export function isKeptAhead(path: string, bytes: number): boolean {
  return (
    /^assets\/.+\.(js|css|woff2|frontline|part|bin)$/.test(path) &&
    !/\/countries-/.test(path) &&
    bytes <= MOST_BYTES
  );
}

/** Files that say in their names what is in them: the same name never has other content. Cards are named by their day or step. */
export function isUnchanging({ pathname }: URL): boolean {
  return /-[\w-]{8}\.\w+$/.test(pathname) && !/\.pmtiles$|\/cards\/[^/]*$/.test(pathname);
}
