import { asciiBytes, joinBytes } from "../bytes.ts";

/** The number of an object of a PDF, by which others refer to it. */
export type Reference = number;

/** Collects the objects of a PDF. */
export interface PdfFile {
  /** A number for an object that others refer to before it is there; {@link PdfFile.set} has to follow. */
  readonly reserve: () => Reference;
  readonly set: (reference: Reference, content: string | Uint8Array) => void;
  readonly add: (content: string | Uint8Array) => Reference;
  /** The whole file. `root` is its catalog, `info` its title and the like. */
  readonly join: (root: Reference, info: Reference) => Uint8Array<ArrayBuffer>;
}

/** The four bytes tell whoever sends the file on that it is no text. */
const HEADER = Uint8Array.of(...asciiBytes("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a);

export function startPdf(): PdfFile {
  const objects: Uint8Array[] = [];
  const reserve = () => objects.push(new Uint8Array());
  const set = (reference: Reference, content: string | Uint8Array) => {
    objects[reference - 1] = typeof content === "string" ? asciiBytes(content) : content;
  };
  return {
    reserve,
    set,
    add(content) {
      const reference = reserve();
      set(reference, content);
      return reference;
    },
    join(root, info) {
      const parts: Uint8Array[] = [HEADER];
      const places: number[] = [];
      let at = HEADER.length;
      objects.forEach((content, index) => {
        places.push(at);
        const whole = [asciiBytes(`${index + 1} 0 obj\n`), content, asciiBytes("\nendobj\n")];
        parts.push(...whole);
        at += whole.reduce((sum, { length }) => sum + length, 0);
      });
      // Each line of the table has twenty bytes.
      const lines = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
      const size = objects.length + 1;
      const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines}`;
      const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`;
      return joinBytes([...parts, asciiBytes(table), asciiBytes(trailer)]);
    },
  };
}

/** Bytes as a stream, with what its dictionary says besides its length. */
export function makeStream(dictionary: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = asciiBytes(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`);
  return joinBytes([head, bytes, asciiBytes("\nendstream")]);
}

/** A text of any script as a PDF has it outside of pages: UTF-16 with its mark. */
export function writeText(text: string): string {
  return `<FEFF${toUtf16(text)}>`;
}

/** UTF-16 in hexadecimal, without its mark. */
export function toUtf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => toHex(text.charCodeAt(index))).join("");
}

/** A number up to 65,535 as four hexadecimal digits. */
export function toHex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, "0");
}

/** A number as a PDF has it: never with an exponent. */
export function writeNumber(number: number): string {
  return String(Number(number.toFixed(4)));
}

export function refer(reference: Reference): string {
  return `${reference} 0 R`;
}
