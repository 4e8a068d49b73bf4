import type { XmlHandler } from "./xml.ts";

/** An element with all that stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

/** Makes trees of the elements that `isWanted` names, each handed over once it is whole; what stands around them is not kept. */
export function collectTrees(
  isWanted: (name: string, path: readonly string[]) => boolean,
  take: (element: XmlElement, path: readonly string[]) => void,
  around?: Partial<XmlHandler>,
): XmlHandler {
  const path: string[] = [];
  const open: XmlElement[] = [];
  return {
    open(name, attributes) {
      const parent = open.at(-1);
      if (parent || isWanted(name, path)) {
        const element: XmlElement = { name, attributes, children: [], text: "" };
        parent?.children.push(element);
        open.push(element);
      } else {
        path.push(name);
        around?.open?.(name, attributes);
      }
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
    close(name) {
      const element = open.pop();
      if (!element) {
        path.pop();
        around?.close?.(name);
      } else if (open.length === 0) take(element, path);
    },
  };
}

/** The first child of a name, on the way that the names tell. */
export function findChild(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    element,
  );
}

/** The text of a child, without blanks around it; `undefined` if there is none. */
export function findText(element: XmlElement, ...names: readonly string[]): string | undefined {
  const text = findChild(element, ...names)?.text.trim();
  return text === "" ? undefined : text;
}
