import { makeZip } from "client-zip";
import type { WrittenFile } from "./disk.ts";

/** The same for every archive of the same files. The format knows no earlier time. */
const TIME = new Date(1980, 0, 1);

/** An archive of files as they are, byte for byte. */
export async function packZip(files: readonly WrittenFile[]): Promise<Blob> {
  const entries = files.map(({ path, bytes }) => ({
    name: path,
    input: new Uint8Array(bytes),
    lastModified: TIME,
  }));
  return new Response(makeZip(entries), { headers: { "Content-Type": "application/zip" } }).blob();
}
