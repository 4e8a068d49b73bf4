import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { locateOffset } from "./json.ts";
import type { Place } from "../problem.ts";

/**
 * Tells where a member of a JSON text stands, by its path: where its name begins, or the place of what is closest
 * around it if it is missing. The text is parsed when the first member is asked for, and then once.
 */
export function createMemberLocator(text: string): (path: readonly (string | number)[]) => Place | undefined {
  let tree: { readonly root: Node | undefined } | undefined;
  return (path) => {
    tree ??= { root: tryToParse(text) };
    const { root } = tree;
    if (!root) return undefined;
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      const named = node?.parent?.type === "property" ? node.parent : node;
      if (named) return locateOffset(text, named.offset);
    }
    return undefined;
  };
}

/** Parsing descends: text nested deeply enough exhausts the stack, and then no place can be told. */
function tryToParse(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}
