import type { Dataset } from "../../core/dataset.ts";
import { type Language, pickName } from "../../core/names.ts";
import { loadExportWords } from "../../words/export-words.ts";
import { loadWords } from "../../words/index.ts";
import { writeFrameCode } from "../frame-code.ts";
import { CARD_SIZE } from "../pages/page-sizes.ts";
import type { Card } from "./list-cards.ts";

/** What all cards of a site have in common. */
export interface CardSite {
  /** Where everybody finds it, with the slash at its end; `undefined` where that was not told. */
  readonly url: string | undefined;
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  /** Of the data set. */
  readonly title: string;
  /** Heading of the sources. */
  readonly sourcesTitle: string;
  /** Whose work it is, the licence, and how the lines came to be. */
  readonly sources: readonly string[];
}

/** Within a site: where cards lie, each as a picture and as a page that leads to the view. */
const FOLDER = "cards";

export async function describeCardSite(
  { title, credits, licence, lineNote }: Pick<Dataset, "title" | "credits" | "licence" | "lineNote">,
  { url, language }: Pick<CardSite, "url" | "language">,
): Promise<CardSite> {
  const [{ direction, map }, { film }] = await Promise.all([loadWords(language), loadExportWords(language)]);
  const works = [...credits, ...(licence === "" ? [] : [`${map.licence}: ${licence}`])];
  return {
    // A page, such as index.html, has its cards beside it.
    url: url?.replace(/[^/]*$/, ""),
    language,
    direction,
    title: pickName(title, language),
    sourcesTitle: film.sources,
    sources: [...(works.length > 0 ? works : [film.noSources]), pickName(lineNote, language)].filter(
      (text) => text !== "",
    ),
  };
}

interface CardFile {
  /** Within the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of all cards: pictures, by the names that they were drawn under, pages, and what programs read that embed the site. */
export function listCardFiles(
  cards: readonly Card[],
  site: CardSite,
  pictures: ReadonlyMap<string, Uint8Array>,
): readonly CardFile[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  return [
    { path: `${FOLDER}/card.css`, bytes: encode(STYLE) },
    ...[...pictures].map(([name, bytes]) => ({ path: `${FOLDER}/${name}`, bytes })),
    ...cards.flatMap((card) => {
      const page = { path: `${FOLDER}/${card.name}.html`, bytes: encode(writeCardPage(card, site)) };
      const embedding = writeEmbedding(card, site);
      return embedding === undefined
        ? [page]
        : [page, { path: `${FOLDER}/${card.name}.json`, bytes: encode(embedding) }];
    }),
  ];
}

/** What the site's own page says with a card: lines of its head, and what is there for readers without scripts. */
export function writeCardMarkup(
  card: Card,
  site: CardSite,
): { readonly head: readonly string[]; readonly instead: string } {
  const folder = `${FOLDER}/`;
  const instead = [linkStyle(folder), writeFigure(card, site, folder)].join("\n");
  return { head: writeHead(card, site, ""), instead };
}

/**
 * A page that shows a card, and leads on to the view at once. It exists because a site of plain files gives one answer to all queries: whoever
 * follows a link to this page for its card finds that of the view, and a person the view itself.
 */
function writeCardPage(card: Card, site: CardSite): string {
  const { language, direction } = site;
  const view = `../?${card.query}`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="refresh" content="0; url=${escapeText(view)}" />
    <title>${escapeText(card.title)}</title>
    ${writeHead(card, site, `${FOLDER}/${card.name}.html`).join("\n    ")}
    ${linkStyle("")}
  </head>
  <body class="card">
    <h1><a href="${escapeText(view)}">${escapeText(card.title)}</a></h1>
    ${writeFigure(card, site, "")}
  </body>
</html>
`;
}

/** The looks of pages of cards, and of what stands on the site's own page for readers without scripts. */
const STYLE = `body.card{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}
.first{padding:5vh max(1.5rem,50vw - 30rem) 1.5rem}
figure{margin:0 0 2rem}
img{max-width:100%;height:auto}
`;

/** `folder` is where it lies, seen from the page. */
function linkStyle(folder: string): string {
  return `<link rel="stylesheet" href="${folder}card.css" />`;
}

/** `path` is that of the page within the site. */
function writeHead(card: Card, site: CardSite, path: string): string[] {
  const { url, title } = site;
  const { widthPx, heightPx } = CARD_SIZE;
  const up = path === "" ? "" : "../";
  const picture = `${FOLDER}/${card.name}.png`;
  const property = (name: string, content: string) =>
    `<meta property="${name}" content="${escapeText(content)}" />`;
  const named = (name: string, content: string) => `<meta name="${name}" content="${escapeText(content)}" />`;
  const image = url === undefined ? `${up}${picture}` : `${url}${picture}`;
  return [
    property("og:type", "website"),
    property("og:site_name", title),
    property("og:title", card.title),
    property("og:description", card.description),
    property("og:image", image),
    property("og:image:type", "image/png"),
    property("og:image:width", String(widthPx)),
    property("og:image:height", String(heightPx)),
    property("og:image:alt", `${card.title}. ${card.description}`),
    ...(url === undefined ? [] : [property("og:url", `${url}${path}`)]),
    named("twitter:card", "summary_large_image"),
    named("twitter:title", card.title),
    named("twitter:description", card.description),
    named("twitter:image", image),
    named("twitter:image:alt", `${card.title}. ${card.description}`),
    ...(url === undefined
      ? []
      : [
          `<link rel="alternate" type="application/json+oembed" href="${escapeText(`${url}${FOLDER}/${card.name}.json`)}" title="${escapeText(card.title)}" />`,
        ]),
  ];
}

/** The picture of a card with its sentence and sources; `folder` is where the picture lies, seen from the page. */
function writeFigure({ name, title, description }: Card, site: CardSite, folder: string): string {
  const { widthPx, heightPx } = CARD_SIZE;
  const { language, direction, sourcesTitle, sources } = site;
  const picture = escapeText(`${folder}${name}.png`);
  return [
    `<figure lang="${language}" dir="${direction}">`,
    `<img src="${picture}" width="${widthPx}" height="${heightPx}" alt="${escapeText(title)}" />`,
    `<figcaption><p>${escapeText(description)}</p><p>${escapeText(sourcesTitle)}</p><ul>`,
    ...sources.map((source) => `<li dir="auto">${escapeText(source)}</li>`),
    "</ul></figcaption>",
    "</figure>",
  ].join("\n");
}

/** A frame's size where it is embedded: that of a laptop's column of text. */
const FRAME = { width: 960, height: 600 };

/** What a program that embeds the site is told (oEmbed 1.0); `undefined` where nobody knows its address. */
function writeEmbedding(card: Card, { url, title }: CardSite): string | undefined {
  if (url === undefined) return undefined;
  const { widthPx, heightPx } = CARD_SIZE;
  const src = `${url}?${card.query}&embed`;
  const html = writeFrameCode({ src, title: card.title, width: undefined, height: FRAME.height });
  const record = {
    version: "1.0",
    type: "rich",
    title: card.title,
    provider_name: title,
    provider_url: url,
    thumbnail_url: `${url}${FOLDER}/${card.name}.png`,
    thumbnail_width: widthPx,
    thumbnail_height: heightPx,
    html,
    ...FRAME,
  };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
