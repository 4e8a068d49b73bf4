import type { Day } from "../core/day.ts";
import { THEMES, type Theme } from "../core/view.ts";
import { FILM_FORMATS, type FilmFormat } from "../export/film/film-formats.ts";
import { type FilmOrder, type PageOrder, USUAL_PAGE_PARTS } from "../export/pages/order.ts";
import {
  CARD_SIZE,
  DENSITY_LIMITS,
  FILM_PAGE_SIZES,
  isPossible,
  PAGE_SIZES,
  type PageSize,
  SIZE_LIMITS,
} from "../export/pages/page-sizes.ts";
import { PICTURE_FORMATS, type PictureFormat } from "../export/pages/picture-formats.ts";
import type { DaySpan } from "../export/span.ts";
import { UsageError } from "./io.ts";

/** What pages are to look like, whatever day they show. */
export interface LookWish extends Omit<PageOrder, "theme"> {
  /** `undefined`: that of the address, else light. */
  readonly theme: PageOrder["theme"] | undefined;
  readonly compared: Day | undefined;
  /** As it was named. */
  readonly place: string | undefined;
  readonly language: string | undefined;
  /** Where the same view can be opened by everybody: drawn in, with the query. */
  readonly url: string | undefined;
  readonly out: string | undefined;
  /** Whether a file that is there is replaced. */
  readonly isReplacing: boolean;
}

/** A picture, or many, to be drawn in a browser. */
export type PicturesWish = LookWish &
  (
    | { readonly command: "snapshot"; readonly day: Day | undefined; readonly pictureFormat: PictureFormat }
    | (DaySpan & {
        readonly command: "series";
        readonly onlyChanges: boolean;
        readonly pictureFormat: PictureFormat;
      })
    | (DaySpan & { readonly command: "film"; readonly film: FilmOrder })
    | { readonly command: "cards" }
  );

export const PICTURES_COMMANDS = ["snapshot", "series", "film", "cards"] as const;

const LOOK_OPTIONS = [
  "json",
  "strict",
  "view",
  "place",
  "language",
  "theme",
  "title",
  "subtitle",
  "parts",
  "url",
  "out",
  "replace",
];
const PAGE_OPTIONS = [...LOOK_OPTIONS, "compare", "preset", "size", "density"];

/** The options of each of these commands. */
export const PICTURES_OPTIONS: Readonly<Record<(typeof PICTURES_COMMANDS)[number], readonly string[]>> = {
  snapshot: [...PAGE_OPTIONS, "day", "format"],
  series: [...PAGE_OPTIONS, "from", "to", "only-changes", "format"],
  film: [...PAGE_OPTIONS, "from", "to", "format", "pace", "no-motion", "no-stops", "no-cards"],
  cards: LOOK_OPTIONS,
};

/** What `parseArgs` is told of them. */
export const PICTURES_VALUES = {
  view: { type: "string" },
  compare: { type: "string" },
  language: { type: "string" },
  theme: { type: "string" },
  title: { type: "string" },
  subtitle: { type: "string" },
  parts: { type: "string" },
  preset: { type: "string" },
  size: { type: "string" },
  density: { type: "string" },
  "only-changes": { type: "boolean" },
  pace: { type: "string" },
  "no-motion": { type: "boolean" },
  "no-stops": { type: "boolean" },
  "no-cards": { type: "boolean" },
} as const;

/** The texts of the options, those that were read already apart. */
interface Values {
  readonly view?: string | undefined;
  readonly place?: string | undefined;
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly parts?: string | undefined;
  readonly preset?: string | undefined;
  readonly size?: string | undefined;
  readonly density?: string | undefined;
  readonly format?: string | undefined;
  readonly pace?: string | undefined;
  readonly out?: string | undefined;
  readonly replace?: boolean | undefined;
  readonly "only-changes"?: boolean | undefined;
  readonly "no-motion"?: boolean | undefined;
  readonly "no-stops"?: boolean | undefined;
  readonly "no-cards"?: boolean | undefined;
}

interface ReadValues {
  readonly day: Day | undefined;
  readonly compared: Day | undefined;
  readonly span: DaySpan;
  readonly url: string | undefined;
  /** Of the name of the file that was asked for, in small letters. */
  readonly ending: string | undefined;
}

/** @throws UsageError if one of the options is impossible. */
export function readPicturesWish(
  command: (typeof PICTURES_COMMANDS)[number],
  values: Values,
  { day, compared, span, url, ending }: ReadValues,
): PicturesWish {
  const look: LookWish = {
    // What else is asked for goes before it.
    query: (values.view ?? "").replace(/^.*\?/, ""),
    compared,
    place: values.place,
    language: values.language,
    theme: readTheme(values.theme),
    title: values.title ?? "",
    subtitle: values.subtitle ?? "",
    parts: readParts(values.parts),
    size: readCommandSize(command, values),
    url,
    out: values.out,
    isReplacing: values.replace ?? false,
  };
  switch (command) {
    case "snapshot":
      return { command, ...look, day, pictureFormat: readPictureFormat(values.format ?? ending) };
    case "series": {
      const onlyChanges = values["only-changes"] ?? false;
      return { command, ...look, ...span, onlyChanges, pictureFormat: readPictureFormat(values.format) };
    }
    case "film":
      return { command, ...look, ...span, film: readFilm(values, ending) };
    case "cards":
      return { command, ...look };
  }
}

function readTheme(text: string | undefined): Theme | "print" | undefined {
  return text === undefined ? undefined : pickOne("--theme", text, [...THEMES, "print"] as const);
}

function readParts(text: string | undefined): LookWish["parts"] {
  if (text === undefined) return USUAL_PAGE_PARTS;
  const names = Object.keys(USUAL_PAGE_PARTS) as (keyof LookWish["parts"])[];
  const asked = text === "none" ? [] : text.split(",").map((part) => pickOne("--parts", part.trim(), names));
  const parts = names.map((name) => [name, asked.includes(name)]);
  return Object.fromEntries(parts) as LookWish["parts"];
}

function readCommandSize(command: PicturesWish["command"], values: Values): PageSize {
  if (command === "cards") return CARD_SIZE;
  return command === "snapshot"
    ? readSize(values, PAGE_SIZES, "hd")
    : readSize(values, FILM_PAGE_SIZES, "1080p");
}

/** A size by its name, or of its own, with a density of its own or that which suits it. */
function readSize<Name extends string>(
  { preset, size, density }: Values,
  sizes: Readonly<Record<Name, PageSize>>,
  usual: Name,
): PageSize {
  if (preset !== undefined && size !== undefined)
    throw new UsageError("--preset and --size exclude each other");
  const named = sizes[pickOne("--preset", preset ?? usual, Object.keys(sizes) as Name[])];
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/i.exec(size ?? "") ?? [];
  if (size !== undefined && width === undefined)
    throw new UsageError(`--size "${size}" is no width and height in pixels, such as 1600x900`);
  const own = width === undefined ? named : { widthPx: Number(width), heightPx: Number(height), density: 1 };
  const chosen = { ...own, density: density === undefined ? own.density : Number(density) };
  if (isPossible(chosen)) return chosen;
  const { least, most } = SIZE_LIMITS;
  throw new UsageError(
    `a picture has ${least} to ${most} pixels each way, and a --density from ${DENSITY_LIMITS.least} to ${DENSITY_LIMITS.most}`,
  );
}

function readPictureFormat(text = "png"): PictureFormat {
  return pickOne("--format", text === "jpg" ? "jpeg" : text, PICTURE_FORMATS);
}

/** Known by their ending alone, where the name of the file says what it shall be. */
const ENDINGS: Readonly<Record<string, FilmFormat>> = { webm: "webm-vp9" };
const PACES = { least: 0.05, most: 10 };

function readFilm(values: Values, ending: string | undefined): FilmOrder {
  const format = values.format ?? ending ?? "mp4";
  const pace = Number(values.pace ?? 0.5);
  if (!(pace >= PACES.least && pace <= PACES.most))
    throw new UsageError(
      `--pace "${values.pace}" is no number of seconds from ${PACES.least} to ${PACES.most}`,
    );
  return {
    format: pickOne("--format", ENDINGS[format] ?? format, FILM_FORMATS),
    pace,
    hasMotion: !values["no-motion"],
    hasStops: !values["no-stops"],
    hasCards: !values["no-cards"],
  };
}

/** @throws UsageError if the text is none of those. */
function pickOne<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new UsageError(`${option} "${text}" is none of ${names.join(", ")}`);
  return found;
}
