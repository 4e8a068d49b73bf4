/** JSON that would take more memory than there is, told before any of it is read. */
export interface JsonExcess {
  readonly what: "nested too deeply" | "too many lists and objects";
  /** Of the bracket with which it is too much, in characters or bytes. */
  readonly offset: number;
}

export interface JsonLimits {
  readonly depth: number;
  /** Lists and objects in all: an empty one takes two letters of a file, and some fifty bytes of memory. */
  readonly brackets: number;
}

/** Half a gigabyte of coordinates, which is as large as a file may be, has a little more than half of these brackets. */
export const JSON_LIMITS: JsonLimits = { depth: 100_000, brackets: 40_000_000 };

/** Where JSON, as text or as the bytes of UTF-8, has more than is read; `undefined` if nowhere. What stands in quotes does not count. */
export function findJsonExcess(
  json: string | Uint8Array,
  { depth: deepest, brackets: most }: JsonLimits = JSON_LIMITS,
): JsonExcess | undefined {
  const codeAt = typeof json === "string" ? (at: number) => json.charCodeAt(at) : (at: number) => json[at];
  let depth = 0;
  let brackets = 0;
  let isQuoted = false;
  for (let offset = 0; offset < json.length; offset++) {
    const code = codeAt(offset);
    if (code === 0x22) isQuoted = !isQuoted;
    else if (code === 0x5c && isQuoted) offset += 1;
    else if (isQuoted) continue;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      brackets += 1;
      if (depth > deepest) return { what: "nested too deeply", offset };
      if (brackets > most) return { what: "too many lists and objects", offset };
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return undefined;
}
