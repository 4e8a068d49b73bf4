import { locateOffset } from "./json.ts";
import type { Place } from "../problem.ts";

/**
 * Tells where each record of a list in a JSON text begins; `member` is the list's name in the outermost object, and
 * without it the text is the list itself. The text is scanned when the first record is asked for, and then once.
 */
export function createRecordLocator(text: string, member?: string): (index: number) => Place | undefined {
  let offsets: readonly number[] | undefined;
  let known = { index: -1, line: 1, start: 0 };
  return (index) => {
    offsets ??= scanRecords(text, member);
    const offset = offsets[index];
    if (offset === undefined) return undefined;
    // Records are mostly asked for in order: lines are counted on from the one before.
    if (index < known.index) known = { index: -1, line: 1, start: 0 };
    const { line, column } = locateOffset(text.slice(known.start, offset), offset - known.start);
    const place = { line: known.line + line - 1, column: column };
    if (line === 1) place.column += known.start - text.lastIndexOf("\n", known.start - 1) - 1;
    known = { index, line: place.line, start: offset };
    return place;
  };
}

/** Where a record of such a list begins in its text, in characters. */
export function findRecordOffset(text: string, index: number, member?: string): number | undefined {
  return scanRecords(text, member)[index];
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Offsets of the records of sound JSON. One pass over the characters that counts brackets: some hundred megabytes a
 * second, and deeply nested text cannot exhaust the program's stack.
 */
function scanRecords(text: string, member: string | undefined): number[] {
  const listDepth = member === undefined ? 1 : 2;
  let offsets: number[] = [];
  let depth = 0;
  let key: string | undefined;
  let isInList = false;
  let isRecordNext = false;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code <= 0x20) continue;
    const isClosing = code === CLOSE_LIST || code === CLOSE_OBJECT;
    if (isInList && isRecordNext && depth === listDepth && !isClosing) {
      offsets.push(offset);
      isRecordNext = false;
    }
    if (code === QUOTE) {
      const start = offset;
      for (offset++; text.charCodeAt(offset) !== QUOTE && offset < text.length; offset++) {
        if (text.charCodeAt(offset) === BACKSLASH) offset++;
      }
      if (depth === 1) key = text.slice(start + 1, offset);
    } else if (code === COMMA) {
      if (depth === 1) key = undefined;
      if (isInList && depth === listDepth) isRecordNext = true;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (depth === listDepth - 1 && code === OPEN_LIST && key === member) {
        // Where a member stands twice, JSON takes the last.
        offsets = [];
        isInList = true;
        isRecordNext = true;
      }
      depth += 1;
    } else if (isClosing) {
      depth -= 1;
      if (depth < listDepth) isInList = false;
    }
  }
  return offsets;
}
