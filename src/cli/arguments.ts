import { parseArgs } from "node:util";
import { type Day, parseDay } from "../core/day.ts";
import { UsageError } from "./io.ts";

export type OutputFormat = "table" | "json" | "csv";

interface Common {
  readonly folder: string;
  readonly format: OutputFormat;
}

/** The days asked for, both included; `undefined`: from the first, to the last. */
export interface DaySpan {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** A call of the command line, understood. */
export type Call =
  | { readonly command: "help" }
  | (Common & { readonly command: "validate" })
  | (Common & DaySpan & { readonly command: "changes" | "events" | "figures" | "measure" })
  | (Common & { readonly command: "history"; readonly place: string })
  | (Common & { readonly command: "status"; readonly day: Day });

export type DataCall = Exclude<Call, { command: "help" }>;

const DEFAULT_FOLDER = "geodata";
const FORMAT_OPTIONS = ["json", "csv"];
const SPAN_OPTIONS = [...FORMAT_OPTIONS, "from", "to"];
/** The options each command takes, besides --help. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["validate", FORMAT_OPTIONS],
  ["changes", SPAN_OPTIONS],
  ["events", SPAN_OPTIONS],
  ["figures", SPAN_OPTIONS],
  ["history", FORMAT_OPTIONS],
  ["measure", SPAN_OPTIONS],
  ["status", [...FORMAT_OPTIONS, "day"]],
]);

/**
 * The call that `args` (without program and script) make.
 *
 * @throws UsageError if there is no command, or anything in them is unknown, missing, surplus or impossible.
 */
export function parseCall(args: readonly string[]): Call {
  const { values, positionals } = parseWords(args);
  const [command, ...rest] = positionals;
  if (values.help || command === "help") return { command: "help" };
  if (command === undefined) throw new UsageError("no command is given");
  const allowed = COMMANDS.get(command);
  if (!allowed) throw new UsageError(`unknown command "${command}"`);
  const surplus = Object.keys(values).find((option) => !allowed.includes(option));
  if (surplus !== undefined) throw new UsageError(`${command} takes no option --${surplus}`);
  const format = readFormat(values);
  switch (command) {
    case "changes":
    case "events":
    case "figures":
    case "measure":
      return { command, ...readSpan(values), format, folder: readFolder(rest) };
    case "history": {
      const [place, ...others] = rest;
      if (place === undefined) throw new UsageError("history needs a place: its id, or its name in quotes");
      return { command, place, format, folder: readFolder(others) };
    }
    case "status": {
      const day = readDay(values.day, "--day");
      if (!day) throw new UsageError("status needs a day: --day YYYY-MM-DD");
      return { command, day, format, folder: readFolder(rest) };
    }
    default:
      return { command: "validate", format, folder: readFolder(rest) };
  }
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
        from: { type: "string" },
        to: { type: "string" },
        day: { type: "string" },
      },
    });
  } catch (error) {
    // Node words these well, but goes on to explain how a file of that name could be meant.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(". ", 1)[0]?.replace(/\.$/, ""), { cause: error });
  }
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

function readDay(text: string | undefined, option: string): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${option} "${text}" is not a real day written YYYY-MM-DD`);
  return day;
}

function readFolder([folder = DEFAULT_FOLDER, ...surplus]: readonly string[]): string {
  if (surplus.length > 0)
    throw new UsageError(`too many arguments (${surplus.join(" ")}); quote a name of several words`);
  return folder;
}
