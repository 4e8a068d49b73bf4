import type { Map as MapLibreMap, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Palette } from "../../styles/palette.ts";
import type { Atlas } from "../core/atlas.ts";
import { isSameSelection, type Selection } from "../core/selection.ts";
import type { View } from "../core/view.ts";
import { createMapStyle } from "../layers/map-style.ts";
import { READER_PREFIX, type ReaderBase } from "../layers/reader-base.ts";
import type { BaseMap } from "./base/base.ts";
import { type FontState, writeIn } from "./fonts.ts";
import { updateSelection, updateSources, updateTownStates } from "./map-pieces.ts";
import { createPictures, type Picture, type Pictures } from "./pictures.ts";
import { drawTownsFrom, openTownSource, type TownSource } from "./town-source.ts";

/** What there is to draw, whatever the view. */
export interface MapContent {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  /** The base with more around it, asked for once the first picture stands; where it cannot be had, the base remains. */
  readonly wholeBase?: (() => Promise<BaseMap>) | undefined;
  /** Vector tiles of the settlements, if they are too many for a list. */
  readonly settlementTiles?: URL | undefined;
}

/** What a map is asked to show. */
export interface Wanted {
  readonly view: View;
  readonly palette: Palette;
  readonly readerBase: ReaderBase | undefined;
  /** What the reader points at, here or elsewhere on the page. */
  readonly pointed: Selection | undefined;
  /** How large marks and names are drawn. */
  readonly scale: number;
}

/** Content with what it takes to draw it. */
export interface Prepared {
  readonly content: MapContent;
  readonly pictures: Pictures;
  readonly towns: TownSource;
  readonly fonts: FontState;
}

/** What a map shows. */
export interface Shown extends Wanted, Prepared {
  readonly picture: Picture;
}

/** Rejects if the content cannot be drawn. */
export async function prepare(content: MapContent, loadingFonts: Promise<FontState>): Promise<Prepared> {
  const { atlas, base, settlementTiles } = content;
  const towns = await openTownSource(settlementTiles);
  const pictures = createPictures(atlas, base, { hasTiledTowns: towns.tiles !== undefined });
  return { content, towns, pictures, fonts: await loadingFonts };
}

export function styleOf({
  view: { labels, hidden },
  palette,
  readerBase,
  scale,
  towns,
  fonts,
  content,
}: Shown) {
  const { sides, scripts } = content.atlas.dataset;
  return writeIn(
    fonts,
    drawTownsFrom(towns, createMapStyle({ palette, sides, scripts, labels, hidden, scale, readerBase })),
  );
}

export function isSameWish(one: Wanted, other: Wanted): boolean {
  return (
    one.view === other.view &&
    one.palette === other.palette &&
    one.readerBase === other.readerBase &&
    isSameSelection(one.pointed, other.pointed) &&
    one.scale === other.scale
  );
}

export function isOtherTownSource({ towns: before }: Prepared, { towns: after }: Prepared): boolean {
  return before.tiles?.url !== after.tiles?.url;
}

function isOtherStyle(before: Shown, after: Shown): boolean {
  const isSame =
    before.palette === after.palette &&
    before.scale === after.scale &&
    before.readerBase === after.readerBase &&
    before.view.labels === after.view.labels &&
    before.view.hidden.join() === after.view.hidden.join() &&
    (before.content === after.content || !isOtherLook(before.content.atlas, after.content.atlas));
  return !isSame;
}

/** Whether the style has other colours or names in other scripts. */
function isOtherLook({ dataset: before }: Atlas, { dataset: after }: Atlas): boolean {
  return !isEqual([before.sides, before.scripts], [after.sides, after.scripts]);
}

/** Of plain data. */
function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Draws what differs; both have their towns from the same source. */
export function update(map: MapLibreMap, before: Shown, shown: Shown): void {
  if (isOtherStyle(before, shown)) restyle(map, shown);
  if (before.content === shown.content) updateSources(map, before.picture.sources, shown.picture.sources);
  else {
    updateSources(map, before.pictures.still, shown.pictures.still, isEqual);
    updateSources(map, before.picture.sources, shown.picture.sources, isEqual);
  }
  // Of other content, places in the list are no longer those of the same towns.
  const states = before.content === shown.content ? before.picture.townStates : undefined;
  updateTownStates(map, shown.towns, shown.content.atlas, states, shown.picture.townStates);
  updateSelection(map, shown.towns, before.view.place, shown.view.place);
}

/** Changes the look and leaves the content of all sources of ours as it is. */
function restyle(map: MapLibreMap, shown: Shown): void {
  map.setStyle(styleOf(shown), {
    diff: true,
    transformStyle: (previous, next) =>
      previous ? { ...next, sources: keepOwnSources(previous, next) } : next,
  });
}

/** The sources of a style in use, with those of the next for the reader's base map. */
function keepOwnSources(
  previous: StyleSpecification,
  next: StyleSpecification,
): Record<string, SourceSpecification> {
  const pick = ({ sources }: StyleSpecification, isReaders: boolean) =>
    Object.entries(sources).filter(([name]) => name.startsWith(READER_PREFIX) === isReaders);
  return Object.fromEntries([...pick(previous, false), ...pick(next, true)]);
}
