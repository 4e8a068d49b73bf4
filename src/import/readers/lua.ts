import { toOneLine } from "../../data/problem.ts";
import { parseAngle } from "../positions.ts";
import { nameOfFile, type Reading } from "../reading.ts";
import { decodeText } from "../decode.ts";
import { buildSheet } from "../sheet-builder.ts";
import type { Cell, Sheet } from "../sheet.ts";

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

/**
 * The marks of a map module in the language Lua: every table within it that has `lat` and `long` (or `lon`, `lng`) is a row, its other
 * members are columns. The text is not run: members that are computed come as they are written. What is in comments is left out.
 */
export async function readLua(reading: Reading): Promise<readonly Sheet[]> {
  const text = decodeText(reading);
  if (text === undefined) return [];
  const builder = buildSheet(reading, { name: nameOfFile(reading.file), format: "lua", rowWord: "record" });
  let number = 0;
  for (const members of listTables(text, reading.limits.nesting)) {
    const [lat, lng] = [members.get("lat"), members.get("long") ?? members.get("lon") ?? members.get("lng")];
    if (lat === undefined || lng === undefined) continue;
    number += 1;
    const coordinates = [toDegrees(lng), toDegrees(lat)];
    if (!builder.add(number, members, { type: "Point", coordinates })) break;
  }
  return number === 0 ? [] : [builder.finish()];
}

function toDegrees(cell: Cell): unknown {
  return parseAngle(cell)?.degrees ?? toOneLine(String(cell), 40);
}

/** The members of every table, a table within another before it. Deeper ones than `nesting` are passed over. */
function* listTables(text: string, nesting: number): Generator<ReadonlyMap<string, Cell>> {
  const open: Map<string, Cell>[] = [];
  let depth = 0;
  let key: string | undefined;
  let before: Token | undefined;
  let value: string[] = [];
  const close = () => {
    const table = open.at(-1);
    if (table && key !== undefined && value.length > 0 && !table.has(key)) table.set(key, value.join(""));
    key = undefined;
    value = [];
  };
  for (const token of listTokens(text)) {
    const sign = token.kind === "sign" ? token.text : "";
    if (sign === "{") {
      depth += 1;
      // A table as the value of a member is no value of it.
      key = undefined;
      value = [];
      if (depth <= nesting) open.push(new Map());
    } else if (sign === "}") {
      close();
      if (depth <= nesting) {
        const table = open.pop();
        if (table && table.size > 0) yield table;
      }
      depth = Math.max(0, depth - 1);
    } else if (sign === "," || sign === ";") close();
    else if (sign === "=" && key === undefined && before && before.kind !== "sign") {
      key = before.text;
      value = [];
    } else if (key !== undefined && sign !== "[" && sign !== "]") value.push(token.text);
    // `["key"] = value` names its member in brackets.
    if (sign !== "]") before = token;
  }
}

const TOKEN =
  /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\n]*|\[(=*)\[([\s\S]*?)(?:\]\2\]|$)|"((?:\\[\s\S]|[^"\\\n])*)"|'((?:\\[\s\S]|[^'\\\n])*)'|([A-Za-z_][\w.]*|-?\d[\w.]*)|([^\s])/g;

function* listTokens(text: string): Generator<Token> {
  for (const [, , , long, double, single, word, sign] of text.matchAll(TOKEN)) {
    const quoted = double ?? single;
    if (long !== undefined) yield { kind: "text", text: long };
    else if (quoted !== undefined) yield { kind: "text", text: unescape(quoted) };
    else if (word !== undefined) yield { kind: "word", text: word };
    else if (sign !== undefined) yield { kind: "sign", text: sign };
  }
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
}
