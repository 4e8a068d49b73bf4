import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import type { Atlas } from "../core/atlas.ts";
import type { LaterParts } from "../data/later-parts.ts";
import {
  type CardSite,
  describeCardSite,
  listCardFiles,
  writeCardMarkup,
} from "../export/cards/write-pages.ts";
import { CARD_SIZE } from "../export/pages/page-sizes.ts";
import { USUAL_PAGE_PARTS } from "../export/pages/order.ts";
import { carryOut } from "./carry-out.ts";
import type { CliIo } from "./io.ts";
import { checkLanguage, findCards, orderCards } from "./pictures.ts";
import type { SiteCards } from "./site.ts";

interface SiteData {
  readonly atlas: Atlas;
  readonly later: LaterParts | undefined;
  /** Compiled. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

interface CardsWish {
  readonly url: string | undefined;
  readonly language: string | undefined;
}

/**
 * What a site shows of itself where somebody links to it: pictures of its days and steps, a small page for each, and what its own page says.
 *
 * @throws UsageError if there is no browser to draw them, or it cannot.
 */
export async function drawSiteCards(
  { atlas, later, bytes, hash }: SiteData,
  { url, language = "en" }: CardsWish,
  io: CliIo,
): Promise<SiteCards> {
  checkLanguage(language);
  const cards = await findCards({ atlas, later }, language);
  const page = {
    query: "",
    size: CARD_SIZE,
    theme: "light",
    parts: USUAL_PAGE_PARTS,
    title: "",
    subtitle: "",
  } as const;
  const pictures = new Map<string, Uint8Array>();
  const keep = async (name: string, content: AsyncIterable<Uint8Array>) => {
    pictures.set(name, await buffer(Readable.from(content)));
  };
  await carryOut({ bytes, hash, order: orderCards(cards, page), url }, keep, io);
  const site: CardSite = await describeCardSite(atlas.dataset, { url, language });
  const files = listCardFiles(cards, site, pictures);
  const [first] = cards;
  if (!first) throw new RangeError("A data set has a day that is shown first");
  return { files, markup: writeCardMarkup(first, site) };
}
