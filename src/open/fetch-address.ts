import type { AddressFault } from "../core/own-data.ts";
import { DECLARATION_FILE } from "../data/declaration/declaration-file.ts";
import { parseDeclaration } from "../data/declaration/parse-declaration.ts";
import { ZIP_LIMITS } from "../data/zip/zip-folder.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** Data that an address of the page asks for, before anything is fetched. */
export interface AskedAddress {
  /** Whole, as it would be asked for. */
  readonly url: string;
  /** With its port, in the letters that browsers ask for it by. */
  readonly host: string;
  /** It names further files, which lie beside it. */
  readonly isDeclaration: boolean;
  /** The SHA-256 that the content must have, in small hexadecimal digits; `undefined`: any. */
  readonly sha256: string | undefined;
}

/** Why nothing was opened. */
export class AddressError extends Error {
  readonly fault: AddressFault;
  readonly detail: string;
  constructor(fault: AddressFault, detail = "") {
    super(`${fault} ${detail}`.trim());
    this.fault = fault;
    this.detail = detail;
  }
}

export interface Fetched {
  readonly name: string;
  readonly files: readonly NamedFile[];
  /**
   * SHA-256 of the file; of a declaration with its files that of the list `sha256sum` makes of them in the order of their paths.
   * `undefined` where the browser gives pages like this no way to make it.
   */
  readonly sha256: string | undefined;
}

/** `query`: of the page's address, with `data` and perhaps `sha256`. @throws AddressError for what is no address of the web. */
export function readAsked(query: string, page: string): AskedAddress {
  const asked = new URLSearchParams(query);
  const data = asked.get("data") ?? "";
  const url = URL.canParse(data, page) ? new URL(data, page) : undefined;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw new AddressError("not-http", data);
  url.hash = "";
  return {
    url: url.href,
    host: url.host,
    isDeclaration: url.pathname.endsWith(".json"),
    sha256: asked.get("sha256")?.toLowerCase(),
  };
}

interface Watching {
  readonly signal: AbortSignal;
  /** How many bytes have come. */
  readonly onProgress: (bytes: number) => void;
  readonly mostBytes?: number;
}

/**
 * Asks for the file of an address, and for those beside it that a declaration names, and for nothing else: no other address is
 * followed, and neither cookies nor where the reader comes from are sent. @throws AddressError
 */
export async function fetchAddress(asked: AskedAddress, watching: Watching): Promise<Fetched> {
  const { url, isDeclaration } = asked;
  const bytes = await fetchFile(url, watching);
  const last = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "") || "data";
  const listed = isDeclaration
    ? await fetchBeside(url, bytes, watching)
    : [{ path: nameByContent(last, bytes), bytes }];
  const sha256 = await makeHash(listed, isDeclaration);
  if (asked.sha256 !== undefined && sha256 === undefined) throw new AddressError("no-hash");
  if (asked.sha256 !== undefined && sha256 !== asked.sha256) throw new AddressError("other-hash", sha256);
  return {
    name: isDeclaration ? new URL(url).host : last,
    sha256,
    files: listed.map(({ path, bytes }) => ({ path, file: new File([bytes], path) })),
  };
}

interface Came {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An archive without its ending, as services give it, is known by its first bytes. */
function nameByContent(name: string, [first, second]: Uint8Array): string {
  const isZip = first === 0x50 && second === 0x4b;
  return isZip && !/\.zip$/i.test(name) ? `${name}.zip` : name;
}

async function fetchBeside(
  url: string,
  declaration: Uint8Array<ArrayBuffer>,
  watching: Watching,
): Promise<readonly Came[]> {
  const folder = new URL(".", url).href;
  const declared = parseDeclaration(new TextDecoder().decode(declaration), []);
  const paths = Object.values(declared?.files ?? {}).flatMap((file) =>
    file === undefined ? [] : [typeof file === "string" ? file : file.path],
  );
  const addresses = [...new Set(paths)].map((path) => {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const beside = new URL(encoded, folder).href;
    if (!beside.startsWith(folder)) throw new AddressError("outside", path);
    return { path, beside };
  });
  const came: Came[] = [{ path: DECLARATION_FILE, bytes: declaration }];
  await Promise.all(
    addresses.map(async ({ path, beside }) => {
      const bytes = await fetchFile(beside, watching).catch((error: unknown) => {
        // What is missing is told by who reads the data set, with what to do about it.
        if (error instanceof AddressError && error.fault === "refused") return undefined;
        throw error;
      });
      if (bytes) came.push({ path, bytes });
    }),
  );
  return came;
}

async function fetchFile(
  url: string,
  { signal, onProgress, mostBytes = ZIP_LIMITS.fileBytes }: Watching,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "manual",
    cache: "no-cache",
    signal,
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AddressError("unreachable", String(error));
  });
  if (response.type === "opaqueredirect") throw new AddressError("redirected");
  if (!response.ok) throw new AddressError("refused", String(response.status));
  const tooLarge = () => new AddressError("too-large", `${Math.round(mostBytes / 2 ** 20)} MB`);
  if (Number(response.headers.get("Content-Length") ?? 0) > mostBytes) throw tooLarge();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      signal.throwIfAborted();
      throw new AddressError("unreachable");
    });
    if (!part || part.done) break;
    length += part.value.length;
    if (length > mostBytes) {
      void reader?.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
    onProgress(part.value.length);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function makeHash(files: readonly Came[], isDeclaration: boolean): Promise<string | undefined> {
  // Browsers have it for pages from https and from this machine only.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return undefined;
  const hash = async (bytes: Uint8Array<ArrayBuffer>) =>
    Array.from(new Uint8Array(await subtle.digest("SHA-256", bytes)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
  const [only] = files;
  if (!isDeclaration && only) return hash(only.bytes);
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const lines: string[] = [];
  for (const { path, bytes } of sorted) lines.push(`${await hash(bytes)}  ${path}\n`);
  return hash(new TextEncoder().encode(lines.join("")));
}
