import { asciiBytes, findBytes } from "../bytes.ts";
import { PictureError } from "./picture-error.ts";
import { LONGEST_XMP } from "./xmp.ts";

const SIGNATURE = asciiBytes("%PDF-");
/** Within these bytes readers of PDF look for its signature. */
const HEAD = 1024;
const [PACKET_START, PACKET_END] = [asciiBytes("<?xpacket begin="), asciiBytes("<?xpacket end=")];
const PACKET_TAIL = 6;

export function isPdf(bytes: Uint8Array): boolean {
  return findBytes(bytes, SIGNATURE, 0, HEAD) >= 0;
}

/**
 * The packets of XMP in a PDF, those of pictures in it too: they are made to be found without knowing the file around them. None
 * in one that is encrypted, or whose objects another program has compressed. @throws PictureError if one has no end.
 */
export function* listXmpInPdf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = findBytes(bytes, PACKET_START); at >= 0; at = findBytes(bytes, PACKET_START, at)) {
    const end = findBytes(bytes, PACKET_END, at, at + LONGEST_XMP);
    if (end < 0) throw new PictureError("damaged-picture", "a PDF whose description has no end");
    yield bytes.subarray(at, end + PACKET_END.length + PACKET_TAIL - 1);
    at = end;
  }
}
