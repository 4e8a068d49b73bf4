import { readdir, readFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import { readTranslation } from "../../src/data/translation-part.ts";
import { openFiles } from "../../src/open/open-files.ts";
import type { NamedFile, OpeningOutcome } from "../../src/open/worker-protocol.ts";
import { addColumns } from "../fixtures/mini.ts";

const MINI = new URL("../fixtures/mini/", import.meta.url);

async function readMini(): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const names = await readdir(MINI);
  const contents = await Promise.all(
    names.map(async (name) => new Uint8Array(await readFile(new URL(name, MINI)))),
  );
  return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? new Uint8Array()]));
}

function toFiles(contents: Record<string, Uint8Array<ArrayBuffer>>, folder = ""): NamedFile[] {
  return Object.entries(contents).map(([name, bytes]) => ({
    path: folder + name,
    file: new File([bytes], name),
  }));
}

async function titleOf(outcome: OpeningOutcome): Promise<string | undefined> {
  if (outcome.kind !== "compiled") return JSON.stringify(outcome);
  return (await readCompiled(outcome.bytes)).dataset?.title.en;
}

describe("opening files", () => {
  it.each(["", "mini/", "work/2024/mini/"])("finds the data set dropped at %j", async (folder) => {
    const outcome = await openFiles(toFiles(await readMini(), folder));
    expect(await titleOf(outcome)).toBe("Mini story");
  });

  it.each(["", "mini/"])("finds the data set in a zip archive at %j", async (folder) => {
    const contents = Object.entries(await readMini()).map(([name, bytes]) => [folder + name, bytes]);
    const file = new File([zipSync(Object.fromEntries(contents))], "mini.zip");
    expect(await titleOf(await openFiles([{ path: "mini.zip", file }]))).toBe("Mini story");
  });

  it("keeps texts in other languages for those who ask for them, in what this browser remembers too", async () => {
    const [[name, text] = ["", ""]] = Object.entries(
      addColumns("events.csv", { title_fr: { e1: "Une trêve" } }),
    );
    const outcome = await openFiles(toFiles({ ...(await readMini()), [name]: strToU8(text ?? "") }));
    if (outcome.kind !== "compiled") throw new Error(outcome.kind);
    // What is remembered is these bytes, and a file that “frontline build” wrote is taken as it is.
    const file = new File([outcome.bytes], "mini.frontline");
    const again = await openFiles([{ path: "mini.frontline", file }]);
    if (again.kind !== "compiled") throw new Error(again.kind);
    const { later } = await readCompiled(again.bytes);
    const french = readTranslation(await later.load("translations-fr"));
    expect(french.events.get("e1")).toEqual({ title: "Une trêve" });
  });

  it("takes the data set that lies least deep", async () => {
    const files = [...toFiles(await readMini()), ...toFiles({ "dataset.json": strToU8("{") }, "old/")];
    expect(await titleOf(await openFiles(files))).toBe("Mini story");
  });

  it("asks for one of two data sets that lie side by side", async () => {
    const mini = await readMini();
    const outcome = await openFiles([...toFiles(mini, "all/a/"), ...toFiles(mini, "all/b/")]);
    expect(outcome).toMatchObject({ kind: "refused", problems: [{ severity: "error", file: "all/a/" }] });
  });

  it("tells if none of the files is a dataset.json", async () => {
    const contents = { "areas.geojson": strToU8("{}"), "places.csv": strToU8(""), ".DS_Store": strToU8("") };
    expect(await openFiles(toFiles(contents))).toEqual({ kind: "undeclared" });
  });

  it("refuses with problems what cannot be shown at all", async () => {
    const outcome = await openFiles(toFiles({ "dataset.json": strToU8('{"format": ') }));
    expect(outcome).toMatchObject({ kind: "refused", problems: [{ file: "dataset.json" }] });
  });

  it("refuses a file that is only called an archive", async () => {
    const outcome = await openFiles([{ path: "x.ZIP", file: new File(["hello"], "x.ZIP") }]);
    expect(outcome).toMatchObject({ kind: "refused", problems: [{ file: "x.ZIP" }] });
  });
});
