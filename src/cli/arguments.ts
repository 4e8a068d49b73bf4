import { parseArgs } from "node:util";
import { type Day, parseDay } from "../core/day.ts";
import { OWN_MACHINE } from "../data/web-address.ts";
import type { DaySpan } from "../export/span.ts";
import {
  DATA_FORMATS,
  DATA_KINDS,
  type DataFormat,
  type DataKind,
  isDataKind,
  isInFormat,
} from "../export/data/kinds.ts";
import { UsageError } from "./io.ts";
import {
  PICTURES_COMMANDS,
  PICTURES_OPTIONS,
  PICTURES_VALUES,
  type PicturesWish,
  readPicturesWish,
} from "./picture-arguments.ts";

export type OutputFormat = "table" | "json" | "csv";

interface Common {
  readonly folder: string;
  readonly format: OutputFormat;
  /** Whether a data set with errors is refused, and for `validate` one with warnings, too. */
  readonly isStrict: boolean;
}

/** A call of the command line, understood. */
export type Call =
  | { readonly command: "help" }
  | { readonly command: "new"; readonly folder: string }
  | {
      readonly command: "import";
      readonly files: readonly string[];
      /** A new folder; `undefined`: nothing is written. */
      readonly out: string | undefined;
      /** What is said of them, by path: `side.Occupied`. */
      readonly answers: Readonly<Record<string, string>>;
      readonly isJson: boolean;
    }
  | { readonly command: "inspect"; readonly picture: string; readonly isJson: boolean }
  | (Common & {
      readonly command: "build";
      readonly out: string | undefined;
      readonly site: string | undefined;
      readonly singleFile: string | undefined;
      /** Where the site will be found by everybody, without query. */
      readonly url: string | undefined;
      /** Origins of the pages that may steer the site when it stands in them. */
      readonly origins: readonly string[];
      /** Whether links to the site are to show what they lead to. */
      readonly hasCards: boolean;
      /** Of the cards. */
      readonly language: string | undefined;
    })
  | (Common & PicturesWish)
  | (Common & DaySpan & ExportWish & { readonly command: "export" })
  | (Common &
      DaySpan & {
        readonly command: "export-parquet";
        /** The folder that is written. */
        readonly parquet: string;
        /** Whether a folder that an export wrote is replaced. */
        readonly isReplacing: boolean;
      })
  | (Common & { readonly command: "serve"; readonly port: number; readonly host: string })
  | (Common & { readonly command: "validate" })
  | (Common & DaySpan & { readonly command: "changes" | "events" | "figures" | "measure" })
  | (Common & { readonly command: "history"; readonly place: string })
  | (Common & { readonly command: "status"; readonly day: Day });

/** What is to be exported, and where to. */
interface ExportWish {
  readonly kind: DataKind;
  readonly dataFormat: DataFormat;
  /** Of a history: the place as it was named. */
  readonly place: string | undefined;
  readonly out: string | undefined;
  /** Whether a file that is there is replaced. */
  readonly isReplacing: boolean;
}

/** A question to a data set. */
export type DataCall = Exclude<
  Call,
  {
    command:
      | "help"
      | "new"
      | "import"
      | "inspect"
      | "build"
      | "serve"
      | "export"
      | "export-parquet"
      | (typeof PICTURES_COMMANDS)[number];
  }
>;

const DEFAULT_FOLDER = "geodata";
const DEFAULT_PORT = 4173;
const COMMON_OPTIONS = ["json", "csv", "strict"];
const SPAN_OPTIONS = [...COMMON_OPTIONS, "from", "to"];
/** The options each command takes, besides --help. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["new", []],
  ["import", ["json", "out", "set"]],
  ["inspect", ["json"]],
  ["build", ["json", "strict", "out", "site", "single-file", "url", "embed-origins", "cards", "language"]],
  ["export", ["json", "strict", "what", "format", "day", "from", "to", "place", "out", "replace", "parquet"]],
  ...PICTURES_COMMANDS.map((name) => [name, PICTURES_OPTIONS[name]] as const),
  ["serve", ["strict", "port", "host"]],
  ["validate", COMMON_OPTIONS],
  ["changes", SPAN_OPTIONS],
  ["events", SPAN_OPTIONS],
  ["figures", SPAN_OPTIONS],
  ["history", COMMON_OPTIONS],
  ["measure", SPAN_OPTIONS],
  ["status", [...COMMON_OPTIONS, "day"]],
]);

/**
 * The call that `args` (without program and script) make.
 *
 * @throws UsageError if there is no command, or anything in them is unknown, missing, surplus or impossible.
 */
export function parseCall(args: readonly string[]): Call {
  const { values, positionals } = parseWords(args);
  refuseBlanks(values, positionals);
  const [command, ...rest] = positionals;
  if (values.help || command === "help") return { command: "help" };
  if (command === undefined) throw new UsageError("no command is given");
  const allowed = COMMANDS.get(command);
  if (!allowed) throw new UsageError(`unknown command "${command}"`);
  const surplus = Object.keys(values).find((option) => !allowed.includes(option));
  if (surplus !== undefined) throw new UsageError(`${command} takes no option --${surplus}`);
  const common = { format: readFormat(values), isStrict: values.strict ?? false };
  switch (command) {
    case "new": {
      const [folder, ...others] = rest;
      if (folder === undefined) throw new UsageError("new needs the name of a folder");
      return { command, folder: readFolder([folder, ...others]) };
    }
    case "import": {
      if (rest.length === 0) throw new UsageError("import needs the names of files or folders");
      const answers = readAnswers(values.set);
      return { command, files: rest, out: values.out, answers, isJson: values.json ?? false };
    }
    case "inspect": {
      const [picture, ...others] = rest;
      if (picture === undefined) throw new UsageError("inspect needs the name of a picture or PDF");
      return { command, picture: readFolder([picture, ...others]), isJson: values.json ?? false };
    }
    case "build": {
      const { out, site, "single-file": singleFile } = values;
      if ([out, site, singleFile].filter((place) => place !== undefined).length > 1)
        throw new UsageError("--out, --site and --single-file exclude each other");
      const url = readPublicAddress(values.url);
      if (url !== undefined && site === undefined && singleFile === undefined)
        throw new UsageError("--url goes with --site and --single-file: it says where readers find the site");
      const origins = readOrigins(values["embed-origins"]);
      if (origins.length > 0 && site === undefined)
        throw new UsageError("--embed-origins goes with --site: it says which pages may steer the site");
      const { cards: hasCards = false, language } = values;
      if (hasCards && site === undefined)
        throw new UsageError("--cards goes with --site: it makes pictures for links to the site");
      if (language !== undefined && !hasCards)
        throw new UsageError("--language goes with --cards: the page itself speaks all languages");
      const wish = { out, site, singleFile, url, origins, hasCards, language };
      return { command, ...wish, ...common, folder: readFolder(rest) };
    }
    case "snapshot":
    case "series":
    case "film":
    case "cards": {
      const read = {
        day: readDay(values.day, "--day"),
        compared: readDay(values.compare, "--compare"),
        span: readSpan(values),
        url: readPublicAddress(values.url),
        ending: findEnding(values.out),
      };
      return { ...common, ...readPicturesWish(command, values, read), folder: readFolder(rest) };
    }
    case "export": {
      const asked = { ...readExportDays(values), ...common, folder: readFolder(rest) };
      const { parquet, replace: isReplacing = false } = values;
      if (parquet === undefined) return { command, ...readExportWish(values), ...asked };
      const other = (["what", "format", "place", "out"] as const).find((name) => values[name] !== undefined);
      if (other !== undefined)
        throw new UsageError(`--parquet excludes --${other}: it writes a folder of all tables`);
      return { command: "export-parquet", parquet, isReplacing, ...asked };
    }
    case "serve": {
      const { host = "localhost" } = values;
      return { command, port: readPort(values.port), host, ...common, folder: readFolder(rest) };
    }
    case "changes":
    case "events":
    case "figures":
    case "measure":
      return { command, ...readSpan(values), ...common, folder: readFolder(rest) };
    case "history": {
      const [place, ...others] = rest;
      if (place === undefined) throw new UsageError("history needs a place: its id, or its name in quotes");
      return { command, place, ...common, folder: readFolder(others) };
    }
    case "status": {
      const day = readDay(values.day, "--day");
      if (!day) throw new UsageError("status needs a day: --day YYYY-MM-DD");
      return { command, day, ...common, folder: readFolder(rest) };
    }
    default:
      return { command: "validate", ...common, folder: readFolder(rest) };
  }
}

/** @throws UsageError unless each is `path=value`. */
function readAnswers(set: readonly string[] = []): Readonly<Record<string, string>> {
  const pairs = set.map((text) => {
    // A value of the data may have a "=" too, and an answer seldom has.
    const at = text.lastIndexOf("=");
    if (at < 1)
      throw new UsageError(
        `--set needs what is meant and what it is, as in side.Occupied=red, not "${text}"`,
      );
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

/** @throws UsageError unless it is an address that somebody else can open, without query and fragment. */
function readPublicAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPublic =
    url !== undefined &&
    ["http:", "https:"].includes(url.protocol) &&
    url.search + url.hash + url.username === "" &&
    !OWN_MACHINE.test(url.hostname);
  if (!isPublic)
    throw new UsageError(
      `--url needs the address that readers open, such as https://example.org/war/, not "${text}"`,
    );
  return url.href;
}

/** @throws UsageError unless all are origins, such as `https://paper.example`, parted by commas. */
function readOrigins(text = ""): readonly string[] {
  const parts = text.split(",").map((part) => part.trim());
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const url = URL.canParse(part) ? new URL(part) : undefined;
      const isOrigin =
        /^https?:\/\/[\w.:[\]-]+\/?$/.test(part) && url && [url.origin, `${url.origin}/`].includes(part);
      if (!isOrigin)
        throw new UsageError(
          `--embed-origins needs origins between commas, such as https://paper.example, and "${part}" is none`,
        );
      return url.origin;
    });
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean" },
        json: { type: "boolean" },
        csv: { type: "boolean" },
        strict: { type: "boolean" },
        from: { type: "string" },
        to: { type: "string" },
        day: { type: "string" },
        what: { type: "string" },
        format: { type: "string" },
        place: { type: "string" },
        replace: { type: "boolean" },
        parquet: { type: "string" },
        out: { type: "string" },
        set: { type: "string", multiple: true },
        site: { type: "string" },
        "single-file": { type: "string" },
        url: { type: "string" },
        "embed-origins": { type: "string" },
        cards: { type: "boolean" },
        ...PICTURES_VALUES,
        port: { type: "string" },
        host: { type: "string" },
      },
    });
  } catch (error) {
    // Node words these well, but goes on to explain how a file of that name could be meant.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(". ", 1)[0]?.replace(/\.$/, ""), { cause: error });
  }
}

/** A blank is what is left of a variable of the shell that has no value, and would mean this folder or every address. */
function refuseBlanks(values: Readonly<Record<string, unknown>>, positionals: readonly string[]): void {
  for (const [option, value] of Object.entries(values))
    if (typeof value === "string" && value.trim() === "") throw new UsageError(`--${option} is blank`);
  if (positionals.some((word) => word.trim() === "")) throw new UsageError("an argument is blank");
}

function readFormat({ json = false, csv = false }: { json?: boolean; csv?: boolean }): OutputFormat {
  if (json && csv) throw new UsageError("--json and --csv exclude each other");
  if (json) return "json";
  return csv ? "csv" : "table";
}

function readSpan(values: { from?: string; to?: string }): DaySpan {
  const from = readDay(values.from, "--from");
  const to = readDay(values.to, "--to");
  if (from && to && from > to) throw new UsageError(`--from ${from} is later than --to ${to}`);
  return { from, to };
}

/** The days of an export: one, or all from one to another. */
function readExportDays({ day, ...span }: { day?: string; from?: string; to?: string }): DaySpan {
  if (day === undefined) return readSpan(span);
  if (span.from !== undefined || span.to !== undefined)
    throw new UsageError("--day excludes --from and --to");
  const only = readDay(day, "--day");
  return { from: only, to: only };
}

function readExportWish(values: {
  readonly what?: string;
  readonly format?: string;
  readonly place?: string;
  readonly out?: string;
  readonly replace?: boolean;
}): ExportWish {
  const { what, place, out, replace = false } = values;
  const kinds = DATA_KINDS.join(", ");
  if (what === undefined) throw new UsageError(`export needs to know what: --what, one of ${kinds}`);
  if (!isDataKind(what)) throw new UsageError(`--what "${what}" is none of ${kinds}`);
  if ((what === "history") !== (place !== undefined))
    throw new UsageError(
      place === undefined
        ? "a history needs a place: --place, its id, or its name in quotes"
        : "--place is for --what history alone",
    );
  const formats = DATA_FORMATS[what].join(", ");
  const format = values.format ?? findEnding(out);
  if (format === undefined)
    throw new UsageError(`export needs a format: --format, for ${what} one of ${formats}`);
  if (!isInFormat(what, format))
    throw new UsageError(`"${format}" is no format for ${what}, which can be had as ${formats}`);
  return { kind: what, dataFormat: format, place, out, isReplacing: replace };
}

/** The ending of a file's name in lower case; `undefined` if it has none. */
function findEnding(path: string | undefined): string | undefined {
  return /[^/\\]\.([a-z\d]+)$/i.exec(path ?? "")?.[1]?.toLowerCase();
}

function readDay(text: string | undefined, option: string): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${option} "${text}" is not a real day written YYYY-MM-DD`);
  return day;
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port "${text}" is not a whole number from 0 to 65535`);
}

function readFolder([folder = DEFAULT_FOLDER, ...surplus]: readonly string[]): string {
  if (surplus.length > 0)
    throw new UsageError(`too many arguments (${surplus.join(" ")}); quote a name of several words`);
  return folder;
}
