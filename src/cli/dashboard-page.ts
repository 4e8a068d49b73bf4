/** Of the built dashboard, the script that takes orders; only this program asks for it. */
export const ORDERS_FILE = "orders.js";

/** Where the page finds a data set that is to be shown in place of the bundled story. */
export interface DataAddress {
  readonly data: string;
  /** Of what tells whether they have changed; `undefined` where nothing changes. */
  readonly status: string | undefined;
  /** Of the vector tiles with its settlements, if they are too many for a list. */
  readonly tiles?: string | undefined;
  /** Where everybody finds the page: pictures of it have this drawn in, and none without it. */
  readonly url?: string | undefined;
  /** Of the pages that may steer it when it stands in them; none unless given. */
  readonly origins?: readonly string[];
  /** Where it asks what to make in place of the dashboard; src/app/take-orders.ts. */
  readonly orders?: string | undefined;
}

/** What a page says of itself before any script runs, or without one. */
export interface PageMarkup {
  /** Lines of the head. */
  readonly head: readonly string[];
  /** For those who have turned scripts off. */
  readonly instead: string;
}

/** The dashboard's page with a head of its own and a text for readers without scripts. @throws Error if it is no page of ours. */
export function injectMarkup(page: string, { head, instead }: PageMarkup): string {
  if (!page.includes("</head>")) throw new Error("The dashboard's index.html has no head");
  const start = '<main class="first">';
  const noscript = `<noscript>\n${instead}\n</noscript>`;
  return page
    .replace("</head>", () => [...head.map((line) => `  ${line}`), "  </head>"].join("\n  ").trimStart())
    .replace(start, () => `${start}\n${noscript}`);
}

/** The dashboard's page, told where its data are; src/open/live.ts reads it. @throws Error if it is no page of ours. */
export function injectData(
  page: string,
  { data, status, tiles, url, origins = [], orders }: DataAddress,
): string {
  const lines = [
    `<meta name="frontline-data" content="${data}" />`,
    ...(status === undefined ? [] : [`<meta name="frontline-status" content="${status}" />`]),
    ...(tiles === undefined ? [] : [`<meta name="frontline-tiles" content="${tiles}" />`]),
  ];
  if (url !== undefined)
    lines.push(`<meta name="frontline-url" content="${url.replaceAll("&", "&amp;")}" />`);
  if (origins.length > 0) lines.push(`<meta name="frontline-origins" content="${origins.join(" ")}" />`);
  if (orders !== undefined) lines.push(`<meta name="frontline-orders" content="${orders}" />`);
  if (!page.includes("<head>")) throw new Error("The dashboard's index.html has no head");
  const injected = page.replace("<head>", () => ["<head>", ...lines].join("\n    "));
  return orders === undefined
    ? injected
    : injected.replace(/(<script type="module"[^>]* src=")[^"]+/, `$1./${ORDERS_FILE}`);
}
