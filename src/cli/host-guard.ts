import { isIP } from "node:net";
import { hostname } from "node:os";

/** Where a server listens. */
export interface Listening {
  /** The address that the system has bound, such as "127.0.0.1" or "::". */
  readonly address: string;
  /** The host that was asked for, by name or address. */
  readonly host: string;
}

/**
 * Whether a request may be answered, by its `Host`. A page of another site can make a name of its own resolve to this
 * machine and would then read whatever is answered under that name; the names and addresses of the machine it cannot
 * take. What counts is the address that is bound, however it was spelled.
 */
export function isOwnHost(header: string | undefined, { address, host }: Listening): boolean {
  const name = readHost(header ?? "");
  if (name === undefined) return false;
  if (name === "localhost" || isLoopback(name) || name === readHost(bracket(host))) return true;
  if (isLoopback(address)) return false;
  const own = hostname().toLowerCase();
  return isIP(name) > 0 || name === own || name === `${own}.local`;
}

/** The address of a page that is served there. For every address of the machine it is the one that this machine has for itself. */
export function toAddress({ address, host }: Listening, port: number): string {
  return `http://${isEverywhere(address) ? "localhost" : bracket(host)}:${port}/`;
}

export function isEverywhere(address: string): boolean {
  return address === "0.0.0.0" || address === "::";
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, "");
  return plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
}

/** The name or address in a `Host`, in the one spelling that browsers give it; `undefined` if it is none. */
function readHost(header: string): string | undefined {
  if (!URL.canParse(`http://${header}`)) return undefined;
  return new URL(`http://${header}`).hostname.replace(/^\[(.*)\]$/, "$1");
}

function bracket(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
