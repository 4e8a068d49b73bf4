/** Packed bytes that unpack to more than was allowed. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/**
 * Unpacks bytes and stops as soon as they turn out to be more than `most`, however much is still to come: a few
 * megabytes may stand for thousands of them. Rejects with a {@link TooLargeError} then, and with the engine's own error if
 * they are damaged.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  format: "gzip" | "deflate" | "deflate-raw",
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(pieces, length);
    length += value.length;
    if (length > most) {
      // Ends the unpacking; that it was ended is no news.
      reader.cancel().catch(() => {});
      throw new TooLargeError(`more than ${most} bytes when unpacked`);
    }
    pieces.push(value);
  }
}

/** Pieces one after the other, of `length` bytes in all. */
export function join(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
