import type { RawRecord } from "../data/text/record.ts";
import type { Cell } from "./sheet.ts";

const DEEPEST = 3;
const LONGEST_TEXT = 100_000;

/**
 * The members of an object as cells: those of an object within it by names such as `name.en`, up to three levels; lists, and
 * what lies deeper, as JSON text.
 */
export function flattenProperties(properties: RawRecord): (readonly [column: string, value: Cell])[] {
  const cells: (readonly [string, Cell])[] = [];
  function walk(record: RawRecord, prefix: string, depth: number): void {
    for (const [key, value] of Object.entries(record)) {
      const name = prefix + key;
      if (typeof value !== "object" || value === null) cells.push([name, toCell(value)]);
      else if (Array.isArray(value) || depth >= DEEPEST) cells.push([name, toText(value)]);
      else walk(value as RawRecord, `${name}.`, depth + 1);
    }
  }
  walk(properties, "", 1);
  return cells;
}

function toCell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "boolean") return value === "" ? undefined : value;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Texts alone are put one after the other. */
function toText(value: object): Cell {
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.join("; ") || undefined;
  try {
    return JSON.stringify(value).slice(0, LONGEST_TEXT);
  } catch {
    // Nested more deeply than the engine can write.
    return undefined;
  }
}
