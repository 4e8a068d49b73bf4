import * as v from "valibot";
import type { Meaning } from "./values.ts";

/** What the walk needs to know of any valibot schema; each kind of them has some of these. */
interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly wrapped?: Node;
  readonly value?: Node;
  readonly options?: readonly unknown[];
}

/** What the definition of the value at `path` says to people; the closest around it that says anything, if it does not. */
export function findMeaning(definition: v.GenericSchema, path: readonly (string | number)[]): Meaning {
  let nodes = spread(toNode(definition));
  let meaning = findOwnMeaning(nodes);
  for (const key of path) {
    nodes = nodes.flatMap((node) => spread(step(node, key)));
    meaning = findOwnMeaning(nodes) ?? meaning;
  }
  return meaning ?? { expected: "another value" };
}

/** The words that may stand where an unknown one, the last of `path`, was found; `undefined` if any may or it is known. */
export function listWords(
  definition: v.GenericSchema,
  path: readonly (string | number)[],
): readonly string[] | undefined {
  let nodes = spread(toNode(definition));
  for (const key of path.slice(0, -1)) nodes = nodes.flatMap((node) => spread(step(node, key)));
  const strict = nodes.find(({ type }) => type === "strict_object");
  if (!strict?.entries || Object.hasOwn(strict.entries, path.at(-1) ?? "")) return undefined;
  return Object.keys(strict.entries);
}

function toNode(schema: unknown): Node {
  return schema as Node; // Every schema has a type; the rest is optional here.
}

/** A schema with those it stands for: what it wraps, and what it offers to choose from. */
function spread(node: Node | undefined): readonly Node[] {
  if (!node) return [];
  const choices = node.type === "union" ? (node.options ?? []).map(toNode) : [];
  return [node, ...[...choices, node.wrapped].flatMap((inner) => spread(inner))];
}

function step(node: Node, key: string | number): Node | undefined {
  if (typeof key === "number") return node.item ?? node.items?.[key];
  if (node.entries) return Object.hasOwn(node.entries, key) ? node.entries[key] : undefined;
  return node.type === "record" ? node.value : undefined;
}

function findOwnMeaning(nodes: readonly Node[]): Meaning | undefined {
  for (const node of nodes) {
    const meaning: Partial<Meaning> = v.getMetadata(node as unknown as v.GenericSchema);
    if (meaning.expected !== undefined) return { ...meaning, expected: meaning.expected };
  }
  return undefined;
}
