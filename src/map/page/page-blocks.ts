import type { Palette } from "../../../styles/palette.ts";
import { toneSides } from "../../../styles/side-tones.ts";
import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import { countDaysBetween } from "../../core/day.ts";
import { compareDays } from "../../core/measure/comparison.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { pickName } from "../../core/names.ts";
import type { PageParts } from "../../core/page-parts.ts";
import { nameSideShortly } from "../../core/sides.ts";
import { findGround, type View } from "../../core/view.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { findExportWords } from "../../words/export-words.ts";
import { wordsOf } from "../../words/index.ts";
import { describeShown } from "../../words/view-sentence.ts";
import type { Block, Box, HeadForm } from "./page-layout.ts";
import { createFlow, drawLine, isolate, measureText, type Pen, placeBeside, wrapText } from "./page-text.ts";

/** A logo as a canvas takes it. */
export type PageLogo = CanvasImageSource & { readonly width: number; readonly height: number };

export interface PageContent {
  readonly atlas: Atlas;
  readonly view: View;
  readonly palette: Palette;
  readonly parts: PageParts<PageLogo>;
  /** Empty: none is told. */
  readonly url: string;
  /** Of what the map shows besides the data set. */
  readonly credits: readonly string[];
}

/** Title, the date as the largest text of the page, and what happened in a sentence. */
export function setHead(pen: Pen, content: PageContent, width: number, scale: number, form: HeadForm): Block {
  if (form === "split") {
    const gap = 28 * scale;
    const half = (width - gap) / 2;
    const left = setNames(pen, content, half, scale, form);
    const right = setSentences(pen, content, half, scale);
    return right.height === 0
      ? setNames(pen, content, width, scale, form)
      : placeBeside(pen, [left, right], width, gap);
  }
  const names = setNames(pen, content, width, scale, form);
  const sentences = setSentences(pen, content, width, form === "story" ? scale * 1.12 : scale);
  const gap = sentences.height > 0 ? 12 * scale : 0;
  return {
    height: names.height + gap + sentences.height,
    draw(x, y) {
      names.draw(x, y);
      sentences.draw(x, y + names.height + gap);
    },
  };
}

function setNames(pen: Pen, content: PageContent, width: number, scale: number, form: HeadForm): Block {
  const { atlas, view, palette, parts } = content;
  const { dates, layers } = wordsOf(view.language);
  const flow = createFlow(pen, width);
  const isStory = form === "story";
  const logo = measureLogo(parts, width, scale);
  if (!logo) flow.bar(56 * scale, 6 * scale, palette.frontLine);
  else flow.skip(logo.height);
  flow.skip(16 * scale);
  const title = parts.title ?? pickName(atlas.dataset.title, view.language);
  const name = { sizePx: (isStory ? 21 : 18) * scale, weight: 600, colour: palette.ink };
  flow.write(title, name, name.sizePx * 1.25);
  if (parts.subtitle) {
    flow.skip(2 * scale);
    const sub = { sizePx: 15 * scale, weight: 400, colour: palette.muted };
    flow.write(parts.subtitle, sub, 20 * scale);
  }
  flow.skip(8 * scale);
  const size = (isStory ? 92 : form === "column" ? 46 : 54) * scale;
  flow.fit(dates.long(view.day), { sizePx: size, weight: 700, colour: palette.ink }, size * 1.18);
  if (view.compared) {
    const [first = view.day, last = view.day] = [view.day, view.compared].toSorted();
    const pair = { sizePx: 18 * scale, weight: 600, colour: palette.ink };
    flow.write(layers.comparedDay.between(dates.long(first), dates.long(last)), pair, 26 * scale);
  }
  const number = countDaysBetween(atlas.dataset.firstDay, view.day) + 1;
  const position = `${dates.weekday(view.day)} · ${dates.position(number, atlas.days.length)}`;
  flow.write(position, { sizePx: 16 * scale, weight: 400, colour: palette.muted }, 22 * scale);
  const block = flow.block();
  return {
    height: block.height,
    draw(x, y) {
      block.draw(x, y);
      if (!logo || !parts.logo) return;
      pen.context.drawImage(parts.logo, pen.isRtl ? x + width - logo.width : x, y, logo.width, logo.height);
    },
  };
}

/** The reader's logo, whole, in a box of a fixed height. */
function measureLogo({ logo }: PageParts<PageLogo>, width: number, scale: number) {
  if (!logo) return undefined;
  const share = Math.min((44 * scale) / logo.height, (0.6 * width) / logo.width);
  return { width: logo.width * share, height: logo.height * share };
}

function setSentences(pen: Pen, content: PageContent, width: number, scale: number): Block {
  const { atlas, view, palette, parts } = content;
  const words = wordsOf(view.language);
  const flow = createFlow(pen, width);
  if (parts.hasSentence) {
    // A number stays with the word before it.
    const summary = describeDay(summariseDay(atlas, view.day), atlas.dataset, words).replaceAll(
      / (?=\P{L}*\d)/gu,
      "\u00a0",
    );
    flow.write(summary, { sizePx: 19 * scale, weight: 500, colour: palette.ink }, 26 * scale);
  }
  // What was chosen of the map changes what the picture means: that is never left out.
  const shown = describeShown(
    { ...view, ground: findGround(view), compared: undefined },
    atlas.dataset,
    words,
  );
  if (shown.length > 0)
    flow.write(shown.join(" "), { sizePx: 15 * scale, weight: 400, colour: palette.muted }, 21 * scale);
  return flow.block();
}

/** So many settlements are listed by name, the most important first; of the others, how many they are. */
const MOST_LISTED = 12;

interface Listed {
  readonly name: string;
  readonly importance: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function listChanges({ atlas, view }: PageContent): Listed[] {
  const nameOf = (id: string) => pickName(atlas.settlementById.get(id)?.names ?? {}, view.language) || id;
  if (view.compared !== undefined) {
    const { settlements } = compareDays(atlas, view.day, view.compared);
    return settlements.map(({ settlement, from, to }) => ({
      name: pickName(settlement.names, view.language) || settlement.id,
      importance: settlement.importance,
      from,
      to,
    }));
  }
  return listChangesOn(atlas, view.day).map(({ settlement, from, to }) => ({
    name: nameOf(settlement),
    importance: atlas.settlementById.get(settlement)?.importance ?? 0,
    from,
    to,
  }));
}

/** The settlements that changed hands, each with whom it went from and to, in columns where there is room. */
export function setList(pen: Pen, content: PageContent, width: number, scale: number): Block {
  const changes = content.parts.hasChanges ? listChanges(content) : [];
  if (changes.length === 0) return { height: 0, draw: () => {} };
  const { palette, atlas, view } = content;
  const words = wordsOf(view.language);
  const tones = toneSides(palette, atlas.dataset.sides);
  const [row, dot] = [24 * scale, 5 * scale];
  const columns = Math.max(1, Math.floor(width / (330 * scale)));
  // Of equal importance, they keep their order.
  const named = changes.toSorted((one, other) => other.importance - one.importance).slice(0, MOST_LISTED);
  const perColumn = Math.ceil(named.length / columns);
  const column = width / columns;
  const head = { sizePx: 15 * scale, weight: 600, colour: palette.ink };
  const name = { sizePx: 14.5 * scale, weight: 500, colour: palette.ink };
  const side = { ...name, weight: 400, colour: palette.muted };
  const others = changes.length - named.length;
  const height = (perColumn + 1.2 + (others > 0 ? 1 : 0)) * row;
  const sideName = (id: string | undefined) =>
    id === undefined ? words.day.unknownHolder : nameSideShortly(atlas.dataset, id, view.language);
  return {
    height,
    draw(x, y) {
      const { context, isRtl } = pen;
      const box = { x, width };
      drawLine(pen, words.day.changes, { box, y: y + 0.7 * row }, head);
      named.forEach((change, index) => {
        const start = Math.floor(index / perColumn) * column;
        const line = y + ((index % perColumn) + 1.9) * row;
        context.fillStyle = tones.get(change.to ?? "")?.mark ?? palette.unknown;
        context.beginPath();
        const middle = isRtl ? x + width - start - dot : x + start + dot;
        context.arc(middle, line - 5 * scale, dot, 0, 2 * Math.PI);
        context.fill();
        const indent = start + 4 * dot;
        const room = column - 5 * dot;
        const first = clipText(pen, isolate(change.name), room, name);
        drawLine(pen, first, { box, y: line, indent }, name);
        const used = measureText(pen, `${first}  `, name);
        const arrow = isRtl ? "←" : "→";
        const way = `${isolate(sideName(change.from))} ${arrow} ${isolate(sideName(change.to))}`;
        const rest = clipText(pen, way, room - used, side);
        if (rest !== "") drawLine(pen, rest, { box, y: line, indent: indent + used }, side);
      });
      const more = others > 0 ? findExportWords(view.language)?.more(others) : undefined;
      if (more) drawLine(pen, more, { box, y: y + (perColumn + 1.9) * row, indent: 4 * dot }, side);
    },
  };
}

/** The text with its end cut off to fit; empty if next to nothing of it would be left. */
function clipText(pen: Pen, text: string, room: number, style: Parameters<typeof measureText>[2]): string {
  if (measureText(pen, text, style) <= room) return text;
  for (let length = text.length - 1; length > 4; length--) {
    const cut = `${text.slice(0, length).trimEnd()}…`;
    if (measureText(pen, cut, style) <= room) return cut;
  }
  return "";
}

/** How the lines came to be, whose work this is, and where to find it. */
export function setNotes(pen: Pen, content: PageContent, width: number, scale: number): Block {
  const { atlas, view, palette, url, credits: others } = content;
  const { lineNote, credits, licence } = atlas.dataset;
  const flow = createFlow(pen, width);
  const style = { sizePx: 12.5 * scale, weight: 400, colour: palette.muted };
  const leading = 17 * scale;
  flow.write(pickName(lineNote, view.language), { ...style, colour: palette.ink }, leading);
  const measure = (line: string) => measureText(pen, line, style);
  // Each line is read by its own first letter: a Latin one keeps its order on an Arabic page.
  const writeEach = (lines: readonly string[]) =>
    lines.forEach((line) => flow.fit(isolate(line), style, leading));
  const work = [...credits, ...others].filter((text) => text !== "").join(" · ");
  if (work !== "") writeEach(wrapText(work, width, measure));
  if (licence !== "")
    writeEach(wrapText(`${wordsOf(view.language).map.licence}: ${licence}`, width, measure));
  const address = wrapText(url.replaceAll(/(?=[?&])/g, " "), width, (line) =>
    measure(line.replaceAll(" ", "")),
  ).map((line) => line.replaceAll(" ", ""));
  if (url !== "") writeEach(address);
  return flow.block();
}

/** The day of each of two maps, in its upper corner. */
export function drawDays(
  pen: Pen,
  maps: readonly { readonly shown: View; readonly box: Box }[],
  { palette, view }: PageContent,
  scale: number,
): void {
  const { dates } = wordsOf(view.language);
  const style = { sizePx: 19 * scale, weight: 600, colour: palette.panel };
  const [inset, height] = [12 * scale, 34 * scale];
  const { context, isRtl } = pen;
  for (const { shown, box } of maps) {
    const text = dates.long(shown.day);
    const width = measureText(pen, text, style) + 2 * inset;
    const x = isRtl ? box.x + box.width - inset - width : box.x + inset;
    const y = box.y + inset;
    context.fillStyle = palette.ink;
    context.fillRect(x, y, width, height);
    drawLine(pen, text, { box: { x, width }, y: y + 24 * scale, indent: inset }, style);
  }
}
