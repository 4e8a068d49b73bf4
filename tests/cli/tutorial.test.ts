import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import { makeFolder } from "../fixtures/run-folder.ts";

const ATLAS = fileURLToPath(new URL("../..", import.meta.url));
const DOCS = join(ATLAS, "docs");

/** A block of the document: commands to run, a file to write, a row to put into a table, what a command prints. */
interface Block {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
}

function readBlocks(): Block[] {
  const document = readFileSync(join(DOCS, "tutorial.md"), "utf8");
  return [...document.matchAll(/^```(\S+) ?(.*)\n([^]*?)^```$/gm)].map(
    ([, kind = "", file = "", text = ""]) => ({
      kind,
      file,
      text,
    }),
  );
}

/** Runs commands after the naming of the tool, as one who stays in the same terminal. */
async function runShell(naming: string, commands: string, cwd: string): Promise<string> {
  const script = `set -e\ncd "${ATLAS}"\n${naming}\ncd "${cwd}"\n${commands}`;
  const child = spawn("bash", ["-c", script], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (part) => (out += part));
  child.stderr.on("data", (part) => (err += part));
  const [code] = await once(child, "close");
  expect(code, err).toBe(0);
  return out;
}

/** Puts a row in the place of the one with the same id. */
function replaceRow(path: string, row: string): void {
  const [id] = row.split(",", 1);
  const lines = readFileSync(path, "utf8").split("\n");
  const index = lines.findIndex((line) => line.startsWith(`${id},`));
  expect(index).toBeGreaterThan(0);
  writeFileSync(path, lines.with(index, row.trim()).join("\n"));
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The server that the reader leaves running; resolves to what it has printed once it says its address. */
async function startServer(naming: string, command: string, cwd: string): Promise<() => string> {
  const script = `cd "${ATLAS}"\n${naming}\ncd "${cwd}"\n${command} --port 0`;
  const child = spawn("bash", ["-c", script], { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let printed = "";
  onTestFinished(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
  });
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (part) => (printed += part));
    child.stdout.on("data", (part) => {
      printed += part;
      if (printed.includes("Ctrl+C")) resolve();
    });
    child.on("exit", () => reject(new Error(printed)));
  });
  return () => printed;
}

/** What the reader has before them between two blocks. */
interface Desk {
  readonly naming: string;
  readonly cwd: string;
  /** By the last commands. */
  printed: string;
  readonly answers: { readonly printed: string; readonly promised: string }[];
  /** By the server since it was started. */
  readServer: () => string;
}

async function followBlock({ kind, file, text }: Block, desk: Desk): Promise<void> {
  const { naming, cwd } = desk;
  const path = join(cwd, file);
  switch (kind) {
    case "sh":
      desk.printed = "";
      for (const command of text.trim().split("\n")) {
        if (command.startsWith("frontline serve")) desk.readServer = await startServer(naming, command, cwd);
        // Where the tutorial shows an error, validate answers with 1.
        else desk.printed += await runShell(naming, `${command} || [ $? = 1 ]`, cwd);
      }
      break;
    case "csv":
    case "json":
      if (kind === "csv" && text.trim().split("\n").length === 1) replaceRow(path, text);
      else writeNew(path, text);
      break;
    case "text":
      desk.answers.push({ printed: desk.printed, promised: text });
      break;
    default:
      throw new Error(`Nobody knows how to follow a block of ${kind}`);
  }
}

describe("the tutorial", () => {
  it("works as it is written, from an empty folder to a web site", { timeout: 240_000 }, async () => {
    const cwd = makeFolder();
    const [first, ...blocks] = readBlocks();
    const desk: Desk = { naming: first?.text ?? "", cwd, printed: "", answers: [], readServer: () => "" };
    expect(desk.naming).toContain("frontline()");
    for (const block of blocks) await followBlock(block, desk);
    expect(desk.answers.map(({ printed }) => printed)).toEqual(desk.answers.map(({ promised }) => promised));

    await expect
      .poll(desk.readServer, { timeout: 20_000 })
      .toMatch(/read 5 settlements, 0 claims, areas of 3 days/);
    expect(desk.readServer()).toContain("dunwater on 2031-05-06: found the place in the area of league");

    const page = readFileSync(join(cwd, "public", "index.html"), "utf8");
    const [, name = ""] = /<meta name="frontline-data" content="(.+?)"/.exec(page) ?? [];
    const { dataset } = await readCompiled(new Uint8Array(readFileSync(join(cwd, "public", name))));
    expect(dataset.title.en).toBe("My conflict");
    expect(readdirSync(join(cwd, "public"))).toContain("assets");
    expect(readFileSync(join(cwd, "my-conflict.frontline"))).toEqual(readFileSync(join(cwd, "public", name)));
  });
});

describe("the documents about data sets", () => {
  it.each(["tutorial.md", "dataset-format.md", "compiled-form.md", "command-line.md", "glossary.md"])(
    "lead on to files and headings that exist: %s",
    (name) => {
      const text = readFileSync(join(DOCS, name), "utf8");
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
      const broken = links.filter(([, file = "", heading]) => {
        const path = join(DOCS, file || name);
        if (!existsSync(path)) return true;
        return heading !== undefined && !listHeadings(readFileSync(path, "utf8")).includes(heading);
      });
      expect(broken.map(([link]) => link)).toEqual([]);
    },
  );
});

/** As web sites name them in addresses. */
function listHeadings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}
