/*
 * Makes a dashboard run out of one file: its scripts become modules, and what they fetch or start as workers comes from the
 * file too. Runs before everything else on the page, and once more in front of each worker, which gets handed what it may
 * ask for. A page opened from disk has no origin, so scripts are run from blobs, and workers as classic ones, which
 * Chromium starts from a blob there, while it refuses modules.
 */
import { type Loader, MARK, PART_NAME, PARTS } from "./form.ts";

/** A part as it is packed. */
interface Part {
  readonly isGzipped: boolean;
  readonly base64: string;
}

/** What the page hands to a worker: the parts that it may ask for, since from disk a worker cannot fetch what the page has. */
interface Handed {
  readonly base: string;
  readonly parts: Readonly<Record<string, Part>>;
}

declare global {
  var frontlineFile: Loader;
  var frontlineHanded: Handed | undefined;
}

const ask = globalThis.fetch;
const handed = globalThis.frontlineHanded;
const base = handed?.base ?? `${location.href.replace(/[?#].*$/, "")}/`;
const elements = handed ? new Map<string, HTMLScriptElement>() : listElements();

function listElements(): ReadonlyMap<string, HTMLScriptElement> {
  const found = [...document.querySelectorAll<HTMLScriptElement>(PARTS.selector)];
  return new Map(found.map((element) => [element.dataset["part"] ?? "", element]));
}

function findPart(name: string): Part | undefined {
  const element = elements.get(name);
  return element ? { isGzipped: "gzip" in element.dataset, base64: element.text } : handed?.parts[name];
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Rejects if there is no such part. */
async function open(name: string): Promise<Blob> {
  const part = findPart(name);
  if (!part) throw new Error(`The file has no part ${name}`);
  const packed = new Blob([decode(part.base64)]);
  if (!part.isGzipped) return packed;
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

/** Addresses of scripts that were asked for. */
const addresses = new Map<string, Promise<string>>();

/** The address of a script as a module, once all that it imports have theirs. */
function findAddress(name: string): Promise<string> {
  const known = addresses.get(name);
  if (known) return known;
  const made = makeModule(name);
  addresses.set(name, made);
  return made;
}

async function makeModule(name: string): Promise<string> {
  const text = await (await open(name)).text();
  const marks = new RegExp(`${MARK}(${PART_NAME.source})`, "g");
  const imported = new Set([...text.matchAll(marks)].map(([, other = ""]) => other));
  const found = new Map<string, string>();
  for (const other of imported) void findAddress(other).catch(() => {});
  for (const other of imported) found.set(other, await findAddress(other));
  const linked = text.replaceAll(marks, (_, other: string) => found.get(other) ?? "");
  return toAddress(linked);
}

function toAddress(...script: readonly string[]): string {
  return URL.createObjectURL(new Blob([...script], { type: "text/javascript" }));
}

globalThis.frontlineFile = {
  base,
  load: async (name) => {
    const address = await findAddress(name);
    return import(/* @vite-ignore */ address);
  },
};

/** The name of the part at an address; `undefined` for addresses that do not lead into the file. */
function nameOf(address: string): string | undefined {
  return address.startsWith(base) ? decodeURI(address.slice(base.length).replace(/[?#].*$/, "")) : undefined;
}

/** Parts that are read in ranges, which is again and again. */
const kept = new Map<string, Promise<Blob>>();

globalThis.fetch = async (input, init) => {
  const request = input instanceof Request ? input : undefined;
  const name = nameOf(request?.url ?? String(input));
  if (name === undefined) return ask(input, init);
  init?.signal?.throwIfAborted();
  if (!findPart(name)) return new Response(undefined, { status: 404 });
  const range = new Headers(init?.headers ?? request?.headers).get("Range");
  if (range === null) return new Response(await open(name), { headers: { "Content-Type": typeOf(name) } });
  const content = kept.get(name) ?? open(name);
  kept.set(name, content);
  return answerRange(await content, range);
};

/** Of what is asked for by type: WebAssembly is run from nothing else. */
function typeOf(name: string): string {
  if (name.endsWith(".wasm")) return "application/wasm";
  return name.endsWith(".js") ? "text/javascript" : "application/octet-stream";
}

/** As a server answers that has ranges: `bytes=first-last`, both included. */
function answerRange(content: Blob, range: string): Response {
  const [, first = "0", last = ""] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const start = Number(first);
  const end = last === "" ? content.size : Math.min(Number(last) + 1, content.size);
  if (start >= end)
    return new Response(undefined, { status: 416, headers: { "Content-Range": `bytes */${content.size}` } });
  const headers = {
    "Content-Range": `bytes ${start}-${end - 1}/${content.size}`,
    "Content-Length": String(end - start),
  };
  return new Response(content.slice(start, end), { status: 206, headers });
}

/** Unpacked ahead: a worker is started at once or not at all. */
const workerTexts = new Map<string, string>();
const workerAddresses = new Map<string, string>();

function findWorker(name: string, loader: string): string {
  const known = workerAddresses.get(name);
  if (known !== undefined) return known;
  const needed = (elements.get(name)?.dataset["needs"] ?? "").split(" ").flatMap((need) => {
    const part = findPart(need);
    return part ? [[need, part] as const] : [];
  });
  const hand: Handed = { base, parts: Object.fromEntries(needed) };
  const script = workerTexts.get(name);
  if (script === undefined) throw new Error(`The file has no worker ${name}`);
  const address = toAddress(
    `"use strict";globalThis.frontlineHanded=${JSON.stringify(hand)};\n`,
    loader,
    "\n(()=>{",
    script,
    "\n})()",
  );
  workerAddresses.set(name, address);
  return address;
}

async function startPage(script: HTMLScriptElement): Promise<void> {
  const loader = script.text;
  const StartedByAddress = globalThis.Worker;
  globalThis.Worker = class extends StartedByAddress {
    constructor(address: string | URL, options?: WorkerOptions) {
      const name = nameOf(String(address));
      if (name === undefined) super(address, options);
      else super(findWorker(name, loader), { ...options, type: "classic" });
    }
  };
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[data-in-file]"))
    meta.content = base + meta.content;
  const workers = [...elements].filter(([, { dataset }]) => "worker" in dataset);
  await Promise.all([
    findAddress(script.dataset["entry"] ?? ""),
    ...workers.map(async ([name]) => workerTexts.set(name, await (await open(name)).text())),
  ]);
  await globalThis.frontlineFile.load(script.dataset["entry"] ?? "");
}

if (!handed && document.currentScript instanceof HTMLScriptElement) {
  // What the page says where a script cannot be had is put into words by the page itself, before any script.
  startPage(document.currentScript).catch((error: unknown) => {
    document.documentElement.classList.add("first-stuck");
    throw error;
  });
}
