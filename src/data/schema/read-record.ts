import * as v from "valibot";
import type { ProblemCode } from "../problem-codes.ts";
import { describeValue, type Place, type Reporter, toOneLine } from "../problem.ts";
import { isBlank, isRecord, type RawRecord } from "../text/record.ts";
import { findMeaning, listWords } from "./walk.ts";

type Definition = v.ObjectSchema<v.ObjectEntries, undefined>;
type Key = string | number;

/** Where in the file a member stands, by its path. */
export type Locate = (path: readonly Key[]) => Place | undefined;

/** A record as far as it is sound. */
export interface Reading<Output> {
  /** The members that are as defined, so that what they refer to can be checked though others are at fault. */
  readonly members: Partial<Output>;
  /** All of it; `undefined` if anything is wrong, which has then been reported. */
  readonly whole: Output | undefined;
}

export interface ReadingOptions {
  /** What to call a member where the file has another name for it than the definition. */
  readonly nameOf?: (member: string) => string;
  /** By the path in the record. Without it, problems lie where the record begins. */
  readonly locate?: Locate;
}

/** Reads a record as its definition says, and reports one problem for each member that is not as defined. */
export function readRecord<const Shape extends Definition>(
  definition: Shape,
  record: RawRecord,
  reporter: Reporter,
  { nameOf = (member) => member, locate }: ReadingOptions = {},
): Reading<v.InferOutput<Shape>> {
  const quick = readQuickly(definition, record);
  if (quick) return { members: quick as v.InferOutput<Shape>, whole: quick as v.InferOutput<Shape> };
  const result = v.safeParse(definition, record, { abortEarly: false });
  if (result.success) return { members: result.output, whole: result.output };
  const members: Record<string, unknown> = { ...(result.output as object) };
  const reported = new Set<string>();
  for (const found of result.issues.flatMap(listPaths)) {
    const path = cutAtList(record, found);
    const [first, ...rest] = path;
    delete members[String(first)];
    const fault = describeFault(definition, record, path, [nameOf(String(first)), ...rest]);
    if (reported.has(fault.found)) continue;
    reported.add(fault.found);
    reporter.about(fault.member).error(fault.code, fault.found, fault.expected, fault.remedy, locate?.(path));
  }
  // The members left are those that valibot found nothing wrong with, so they have the type it says.
  return { members: members as Partial<v.InferOutput<Shape>>, whole: undefined };
}

/** What stands for members that a record does not have, and the values of each member that were read before. */
interface Known {
  readonly missing: Readonly<Record<string, unknown>>;
  /** Members that a record must have. */
  readonly needed: readonly string[];
  readonly read: ReadonlyMap<string, Map<string, unknown>>;
}

const knownOf = new WeakMap<Definition, Known>();
/** Texts are kept up to this length, and so many of a member: words and days stand in a table again and again. */
const [LONGEST_KEPT, MOST_KEPT] = [40, 2000];

/**
 * A sound record, member by member: what it does not have costs nothing, and a text that was read before is not read again.
 * `undefined` for one with any fault, which is then read with care.
 */
function readQuickly(
  definition: Definition,
  record: RawRecord,
): Readonly<Record<string, unknown>> | undefined {
  const { missing, needed, read } = findKnown(definition);
  for (const word of needed) if (record[word] === undefined) return undefined;
  const output: Record<string, unknown> = { ...missing };
  for (const word in record) {
    const kept = read.get(word);
    const value = record[word];
    if (!kept || value === undefined) continue;
    if (typeof value === "string" && kept.has(value)) {
      output[word] = kept.get(value);
      continue;
    }
    const result = v.safeParse(definition.entries[word] as v.GenericSchema, value);
    if (!result.success) return undefined;
    output[word] = result.output;
    if (typeof value === "string" && value.length <= LONGEST_KEPT && kept.size < MOST_KEPT)
      kept.set(value, result.output);
  }
  return output;
}

function findKnown(definition: Definition): Known {
  const known = knownOf.get(definition);
  if (known) return known;
  const words = Object.keys(definition.entries);
  const without = words.map(
    (word) => [word, v.safeParse(definition.entries[word] as v.GenericSchema, undefined)] as const,
  );
  const found: Known = {
    missing: Object.fromEntries(
      without.flatMap(([word, result]) => (result.success ? [[word, result.output] as const] : [])),
    ),
    needed: without.flatMap(([word, { success }]) => (success ? [] : [word])),
    read: new Map(words.map((word) => [word, new Map()])),
  };
  knownOf.set(definition, found);
  return found;
}

/**
 * The ways to all parts at fault. Of a value that fits none of several definitions, those that one of them found deeper
 * inside; and a list of plain values is judged as a whole.
 */
function listPaths(issue: v.BaseIssue<unknown>): Key[][] {
  const path = (issue.path ?? []).map(({ key }) => key as Key);
  const deeper = (issue.issues ?? []).flatMap(listPaths).filter((rest) => rest.length > 0);
  if (deeper.length > 0) return deeper.map((rest) => [...path, ...rest]);
  return [typeof path.at(-1) === "number" ? path.slice(0, -1) : path];
}

/** The way as far as a list that stands where an object should: to valibot it is one, with the members of all lists. */
function cutAtList(record: RawRecord, path: readonly Key[]): readonly Key[] {
  let value: unknown = record;
  for (const [index, key] of path.entries()) {
    if (Array.isArray(value) && typeof key === "string") return path.slice(0, index);
    value = isObject(value) ? value[key] : undefined;
  }
  return path;
}

interface Fault {
  readonly code: ProblemCode;
  /** The same for the items of a list, and for all words that may not stand in one object. */
  readonly member: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}

/** The fault at `path`, which a person knows by `names`. */
function describeFault(
  definition: Definition,
  record: RawRecord,
  path: readonly Key[],
  names: readonly Key[],
): Fault {
  const { name, place } = nameMember(names);
  const words = listWords(definition, path);
  if (words) {
    const expected = `one of ${words.join(", ")}`;
    const remedy = "correct the word or take it out";
    return {
      code: "unknown-member",
      member: joinNames(names.slice(0, -1)),
      found: `${name}${place}`,
      expected,
      remedy,
    };
  }
  const meaning = findMeaning(definition, path);
  const { expected, code = "wrong-value" } = meaning;
  const value = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), record);
  const remedy = typeof meaning.remedy === "function" ? meaning.remedy(value) : meaning.remedy;
  const member = joinNames(names);
  return isBlank(value)
    ? {
        code: "missing-member",
        member,
        found: `no ${name}${place}`,
        expected,
        remedy: remedy ?? `add ${name}`,
      }
    : {
        code,
        member,
        found: `${name} ${describeShortList(value)}${place}`,
        expected,
        remedy: remedy ?? `correct ${name}`,
      };
}

/** `{name: "kind", place: ""}`, `{name: "files.control.path", place: ""}`, `{name: "day", place: " in item 2 of states"}`. */
function nameMember(names: readonly Key[]): { readonly name: string; readonly place: string } {
  const item = names.findLastIndex((key) => typeof key === "number");
  const name = toOneLine(names.slice(item + 1).join("."));
  if (item < 0) return { name, place: "" };
  return { name, place: ` in item ${Number(names[item]) + 1} of ${names.slice(0, item).join(".")}` };
}

/** `files.control.path`, `states.day`: the names without the numbers of items. */
function joinNames(names: readonly Key[]): string {
  return toOneLine(names.filter((name) => typeof name === "string").join("."));
}

function isObject(value: unknown): value is Readonly<Record<Key, unknown>> {
  return isRecord(value) || Array.isArray(value);
}

const SHOWN_ITEMS = 4;

/** Like {@link describeValue}, but a short list of plain values is shown as it is. */
function describeShortList(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0 || value.length > SHOWN_ITEMS) return describeValue(value);
  return value.some(isObject) ? describeValue(value) : `[${value.map(describeValue).join(", ")}]`;
}
