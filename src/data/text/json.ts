import { findJsonExcess, JSON_LIMITS } from "../json-size.ts";
import { describeValue, type Reporter } from "../problem.ts";

/**
 * The value that JSON text holds, or `undefined` after reporting where the text stops being JSON (null, which no
 * file of ours may be, is refused by the readers of the value). A byte order mark at the start is allowed.
 */
export function parseJson(text: string, reporter: Reporter): unknown {
  const body = stripByteOrderMark(text);
  const excess = body.length > LARGE_TEXT ? findJsonExcess(body) : undefined;
  if (excess) {
    const isDeep = excess.what === "nested too deeply";
    const most = isDeep ? JSON_LIMITS.depth : JSON_LIMITS.brackets;
    const place = locateOffset(body, excess.offset);
    if (isDeep) {
      const remedy = "export the data again: no format of data is nested like this";
      reporter.error("broken-json", `brackets within ${most} brackets`, "valid JSON", remedy, place);
    } else {
      const remedy = "split the file, or take out what is not needed";
      const found = "more lists and objects than are read";
      reporter.error("file-too-large", found, `at most ${most / 1_000_000} million`, remedy, place);
    }
    return undefined;
  }
  try {
    return JSON.parse(body);
  } catch {
    const offset = findJsonError(body);
    const rest = body.slice(offset, offset + 20);
    const found = offset >= body.length ? "the end of the file" : describeValue(rest.split(/[\r\n]/, 1)[0]);
    const remedy = "look for a missing or surplus comma, quote or bracket just before that place";
    reporter.error("broken-json", `broken JSON: ${found}`, "valid JSON", remedy, locateOffset(body, offset));
    return undefined;
  }
}

/** Only texts larger than this can hold so much that the engine runs out of memory. */
const LARGE_TEXT = 10_000_000;

export function stripByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Line and column of a character, both from 1. CRLF counts as one end of line. */
export function locateOffset(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const ends = /\r\n|\r|\n/g;
  let line = 1;
  let start = 0;
  for (let end = ends.exec(text); end && ends.lastIndex <= offset; end = ends.exec(text)) {
    line += 1;
    start = ends.lastIndex;
  }
  return { line, column: offset - start + 1 };
}

// Letters of a string: all from the blank on, but neither quote nor backslash.
const TOKEN =
  /[\t\n\r ]*(?:([{}[\],:])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/** What the scan waits for next. */
type Expectation = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

/**
 * Offset of the first character at which the text stops being JSON; the length of the text if it merely ends early.
 *
 * Own scan, because engines word their messages differently and Node 20 leaves the position out of some of them.
 * It keeps its own stack, so deeply nested text cannot exhaust the program's.
 */
export function findJsonError(text: string): number {
  const open: string[] = [];
  let waiting: Expectation = "value";
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const start = skipBlanks(text, offset);
    if (!match) return start;
    const next = advance(waiting, match[1] ?? (match[2] === undefined ? "scalar" : "string"), open);
    if (next === undefined) return start;
    waiting = next;
    offset = TOKEN.lastIndex;
  }
}

/** What to wait for after `token`, keeping `open` in step; `undefined` if the token may not stand here. */
function advance(waiting: Expectation, token: string, open: string[]): Expectation | undefined {
  const mayBeValue = waiting === "value" || waiting === "value or ]";
  const mayBeKey = waiting === "key" || waiting === "key or }";
  switch (token) {
    case "{":
    case "[":
      if (!mayBeValue) return undefined;
      open.push(token);
      return token === "{" ? "key or }" : "value or ]";
    case "}":
      return (waiting === "key or }" || waiting === ", or end") && open.pop() === "{"
        ? ", or end"
        : undefined;
    case "]":
      return (waiting === "value or ]" || waiting === ", or end") && open.pop() === "["
        ? ", or end"
        : undefined;
    case ",":
      if (waiting !== ", or end" || open.length === 0) return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    case ":":
      return waiting === ":" ? "value" : undefined;
    case "string":
      if (mayBeKey) return ":";
      return mayBeValue ? ", or end" : undefined;
    default:
      return mayBeValue ? ", or end" : undefined;
  }
}

function skipBlanks(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && "\t\n\r ".includes(text.charAt(index))) index++;
  return index;
}
