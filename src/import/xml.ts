import { SaxesParser } from "saxes";
import { reportOn, toOneLine } from "../data/problem.ts";
import { decodeText } from "./decode.ts";
import type { Reading } from "./reading.ts";

/** Told of what stands in an XML text, in order. Names are those without their prefix: `Track` for `gx:Track`. */
export interface XmlHandler {
  /** Attributes by their names without prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** May come in several parts. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Why reading stops before the end. */
class Stop extends Error {}

const CHUNK = 1 << 16;

/**
 * Reads XML from the beginning to the end, or to its first fault, which is reported with its place; what came before is then read.
 * Texts that bring in others (entities of their own) are refused, and none is ever fetched. Elements nested too deeply end it too.
 * `false` if it did not come to the end.
 */
export async function readXml(reading: Reading, handler: XmlHandler): Promise<boolean> {
  const text = decodeText(reading, findDeclaredEncoding(reading.bytes));
  return text !== undefined && readXmlText(text, reading, handler);
}

async function readXmlText(text: string, reading: Reading, handler: XmlHandler): Promise<boolean> {
  const { file, limits, pacer, problems } = reading;
  const parser = new SaxesParser({ xmlns: false });
  const reporter = reportOn(problems, file);
  const here = () => ({ line: parser.line, column: parser.columnIndex + 1 });
  let depth = 0;
  parser.on("doctype", (doctype) => {
    if (!/<!ENTITY/i.test(doctype)) return;
    const remedy = "take the declarations of entities out: nothing is ever brought in by them";
    reporter.error(
      "entities-in-xml",
      "entities that the file declares itself",
      "text that stands for itself",
      remedy,
      here(),
    );
    throw new Stop();
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.nesting) {
      const remedy = "export the data again: no format of data is nested like this";
      reporter.error(
        "nested-too-deeply",
        `elements within ${limits.nesting} others`,
        "a few at most",
        remedy,
        here(),
      );
      throw new Stop();
    }
    handler.open(dropPrefix(name), dropPrefixes(attributes as Record<string, string>));
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handler.close(dropPrefix(name));
  });
  parser.on("error", (error) => {
    // A text that is typed by hand has "&nbsp;" in it: that stays as it stands.
    if (/undefined entity/.test(error.message)) return;
    const reason = toOneLine(error.message.replace(/^[\d:]+\s*/, "").replace(/\.$/, ""), 80);
    const remedy = "mend it there, or export the data again; what stands before is read";
    reporter.error("damaged-file", `XML that is not sound: ${reason}`, "sound XML", remedy, here());
    throw new Stop();
  });
  try {
    for (let at = 0; at < text.length; at += CHUNK) {
      await pacer.pace("reading", at, text.length);
      parser.write(text.slice(at, at + CHUNK));
    }
    parser.close();
    return true;
  } catch (error) {
    if (error instanceof Stop) return false;
    throw error;
  }
}

/** What the first line of an XML text says of its encoding. */
function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function dropPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function dropPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let isPlain = true;
  for (const name in attributes) if (name.includes(":")) isPlain = false;
  if (isPlain) return attributes;
  const plain: Record<string, string> = {};
  for (const name in attributes) plain[dropPrefix(name)] = attributes[name] ?? "";
  return plain;
}
