import { describe, expect, it } from "vitest";
import type { ImportReply, ImportRequest } from "../../src/open/import-protocol.ts";
import { createImporting } from "../../src/open/importing.ts";

function begin(name: string) {
  const asked: ImportRequest[] = [];
  let hear: (reply: ImportReply) => void = () => {};
  const files = [{ path: name, file: new File(["a"], name, { lastModified: 0 }) }];
  const importing = createImporting(files, (onReply) => {
    hear = onReply;
    return { ask: (request) => asked.push(request), end: () => {} };
  });
  return { importing, asked, reply: (reply: ImportReply) => hear(reply) };
}

describe("an import under way", () => {
  it("looks at the files at once, and again for each thing that is said, but not for going to a step", () => {
    const { importing, asked } = begin("a.csv");
    importing.act({ kind: "went", step: "meaning" });
    importing.act({ kind: "answered", path: "title", value: "One" });
    expect(asked).toMatchObject([
      { kind: "look", revision: 0, answers: {} },
      { kind: "look", revision: 1, answers: { title: "One" } },
    ]);
  });

  it("remembers what was said of the same files after it was left, and of no others", () => {
    begin("b.csv").importing.act({ kind: "answered", path: "title", value: "One" });
    expect(begin("b.csv").asked).toMatchObject([{ answers: { title: "One" } }]);
    expect(begin("c.csv").asked).toMatchObject([{ answers: {} }]);
  });

  it("gives what was compiled, or says why it could not be", async () => {
    const { importing, reply } = begin("d.csv");
    const made = importing.compile();
    reply({ kind: "progress", progress: { stage: "compiling", done: 0, total: 1, problems: 0 } });
    reply({ kind: "compiled", bytes: Uint8Array.of(1) });
    expect(await made).toEqual(Uint8Array.of(1));
    const failing = importing.pack();
    reply({ kind: "failed", reason: "no memory" });
    await expect(failing).rejects.toThrow("no memory");
    expect(importing.store.getState().failure).toBe("no memory");
  });
});
