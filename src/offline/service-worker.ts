import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { isUnchanging, type KeepRequest } from "./kept-files.ts";

/** What this uses of a service worker: the types of workers cannot stand beside those of pages. */
interface ServiceWorker {
  readonly registration: { readonly scope: string };
  addEventListener(type: "install", listener: (event: ExtendableEvent) => void): void;
  addEventListener(
    type: "message",
    listener: (event: ExtendableEvent & { readonly data: unknown }) => void,
  ): void;
}
interface ExtendableEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

declare const self: ServiceWorker;
/** The files of this build that are fetched ahead; tools/offline-plugin.ts puts their paths here. */
declare const KEPT_FILES: readonly string[];

/*
 * A tab that is open while the site is updated goes on with the files of its own build, which are kept until it is closed: a
 * new service worker waits for that. A page that is loaded anew comes from the network, so an update is seen at once.
 */
cleanupOutdatedCaches();
precacheAndRoute(KEPT_FILES.map((url) => ({ url, revision: null })));

const pages = new NetworkFirst({
  cacheName: "pages",
  networkTimeoutSeconds: 10,
  // Every view of the page is the same file.
  plugins: [{ cacheKeyWillBeUsed: async ({ request }) => stripQuery(request.url) }],
});
const files = new CacheFirst({ cacheName: "files" });

registerRoute(new NavigationRoute(pages));
// Parts of files are for the network alone.
registerRoute(
  ({ url, request, sameOrigin }) => sameOrigin && isUnchanging(url) && !request.headers.has("range"),
  files,
);

self.addEventListener("install", (event) => {
  event.waitUntil(keep("pages", [self.registration.scope]));
});

self.addEventListener("message", (event) => {
  const { kind, addresses } = event.data as KeepRequest;
  if (kind !== "keep") return;
  const wanted = addresses.filter((address) => isUnchanging(new URL(address)));
  event.waitUntil(keep("files", wanted));
});

/** Puts what is not there yet into a cache; what cannot be had now is left for when it is asked for. */
async function keep(name: string, addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  await Promise.allSettled(
    addresses.map(async (address) => {
      if (!(await caches.match(address))) await cache.add(address);
    }),
  );
}

function stripQuery(address: string): string {
  return address.replace(/[?#].*$/, "");
}
