import { afterEach, describe, expect, it, vi } from "vitest";
import { keepChoice, keepKind, readChoice, readKind } from "../../src/ui/export/choice.ts";
import { EXPORT_GROUPS, findKind } from "../../src/ui/export/kinds/kinds.ts";
import { keepForm, keepFrameSize, readForm, readFrameSize } from "../../src/ui/export/share-choice.ts";
import { createExportJob, type JobStatus } from "../../src/ui/export/job.ts";
import { isPossible, toCss } from "../../src/export/pages/page-sizes.ts";
import { findSize } from "../../src/ui/export/presets.ts";
import { sharePages } from "../../src/ui/export/one-renderer.ts";
import { loadExportWords, PAGE_PRESETS } from "../../src/words/export-words.ts";

afterEach(() => vi.unstubAllGlobals());

describe("what is being made", () => {
  it("is one thing at a time: a second is refused, and both the first and what comes later are finished", async () => {
    const job = createExportJob();
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const first = job.start("picture", async ({ tell }) => {
      tell(0.5, "half");
      await waiting;
      return { file: "a.png" };
    });
    expect([first, job.start("film", async () => ({ file: "b.mp4" }))]).toEqual([true, false]);
    expect(job.store.getState()).toEqual({ kind: "working", of: "picture", share: 0.5, note: "half" });
    finish();
    await vi.waitFor(() =>
      expect(job.store.getState()).toEqual({ kind: "saved", of: "picture", file: "a.png" }),
    );
    expect(job.start("film", async () => ({ file: "b.mp4" }))).toBe(true);
    await vi.waitFor(() =>
      expect(job.store.getState()).toEqual({ kind: "saved", of: "film", file: "b.mp4" }),
    );
  });

  it("that is cancelled is told as cancelled, whatever it throws then, and not as a fault", async () => {
    const job = createExportJob();
    const states: JobStatus["kind"][] = [];
    job.store.subscribe(({ kind }) => states.push(kind));
    job.start("picture", async ({ signal }) => {
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("broken"))));
      return { file: "never.png" };
    });
    job.cancel();
    await vi.waitFor(() => expect(job.store.getState()).toEqual({ kind: "cancelled", of: "picture" }));
    expect(states).toEqual(["working", "cancelled"]);
  });

  it("that fails says why, and another may begin", async () => {
    const job = createExportJob();
    job.start("picture", () => Promise.reject(new Error("The disk is full.")));
    await vi.waitFor(() =>
      expect(job.store.getState()).toEqual({ kind: "failed", of: "picture", reason: "The disk is full." }),
    );
    expect(job.start("picture", async () => ({ file: "a.png" }))).toBe(true);
  });
});

describe("the renderer that preview and picture share", () => {
  it("is opened once, given up after the last use, and asked for anew where it did not come", async () => {
    const removed: number[] = [];
    let count = 0;
    const open = vi.fn<() => Promise<unknown>>(async () => {
      const number = ++count;
      if (number === 1) throw new Error("no network");
      return { number, remove: () => removed.push(number) };
    });
    const shared = sharePages(open as never);
    const read = () => shared.run(async (pages) => (pages as unknown as { number: number }).number);
    shared.hold();
    await expect(read()).rejects.toThrow("no network");
    expect(await Promise.all([read(), read()])).toEqual([2, 2]);
    expect(removed).toEqual([]);
    shared.release();
    await vi.waitFor(() => expect(removed).toEqual([2]));
    expect(await read()).toBe(3);
    await vi.waitFor(() => expect(removed).toEqual([2, 3]));
  });

  it("belongs to one task until that is done with what it has drawn", async () => {
    let canvas = "";
    const pages = { draw: async (text: string) => (canvas = text), remove: () => {} };
    const shared = sharePages(async () => pages as never);
    const use = (text: string) =>
      shared.run(async (given) => {
        await given.draw(text as never, undefined as never);
        // A file takes its time.
        await new Promise((resolve) => setTimeout(resolve, 5));
        return canvas;
      });
    const failing = shared.run(() => Promise.reject(new Error("broken")));
    const used = Promise.all([use("picture"), use("preview"), use("other")]);
    await expect(failing).rejects.toThrow("broken");
    expect(await used).toEqual(["picture", "preview", "other"]);
  });
});

/** A browser's storage, of which one can say that it is refused. */
function stubStorage(isRefused = false) {
  const kept = new Map<string, string>();
  const refuse = () => {
    throw new DOMException("refused", "SecurityError");
  };
  vi.stubGlobal("localStorage", {
    getItem: isRefused ? refuse : (key: string) => kept.get(key) ?? null,
    setItem: isRefused ? refuse : (key: string, value: string) => void kept.set(key, value),
  });
  return kept;
}

describe("the last choice", () => {
  it("is there the next time, and of what makes no sense as at first", () => {
    const kept = stubStorage();
    const first = readChoice();
    const chosen = { ...first, preset: "a3-landscape", theme: "print", format: "jpeg" } as const;
    keepKind("picture");
    keepChoice(chosen);
    expect([readKind(), readChoice()]).toEqual(["picture", chosen]);
    for (const text of [
      "nonsense",
      "null",
      '{"page":{"preset":"a0","format":7,"own":{"widthPx":-1},"parts":{"legend":"no"}}}',
    ]) {
      kept.set("frontline-export", text);
      expect(readChoice()).toEqual(first);
    }
  });

  it("is for the visit only where the browser keeps nothing", () => {
    const first = readChoice();
    stubStorage(true);
    keepKind("picture");
    keepChoice({ ...first, theme: "dark" });
    expect([readKind(), readChoice()]).toEqual([undefined, first]);
  });
});

describe("the last choice of what is given to others", () => {
  it("is there the next time, of what makes no sense as at first, and for the visit only where nothing is kept", () => {
    const kept = stubStorage();
    const first = [readForm(), readFrameSize()];
    expect(first).toEqual(["text", { width: undefined, height: 480 }]);
    keepForm("csl");
    keepFrameSize({ width: 640, height: 360 });
    expect([readForm(), readFrameSize()]).toEqual(["csl", { width: 640, height: 360 }]);
    keepFrameSize({ width: undefined, height: 360 });
    expect(readFrameSize()).toEqual({ width: undefined, height: 360 });
    for (const text of ["nonsense", "null", '{"form":"mla","width":1e9,"height":"tall"}']) {
      kept.set("frontline-export-share", text);
      expect([readForm(), readFrameSize()]).toEqual(first);
    }
    stubStorage(true);
    keepForm("bibtex");
    keepFrameSize({ width: 640, height: 360 });
    expect([readForm(), readFrameSize()]).toEqual(first);
  });
});

describe("the kinds of export", () => {
  it("have each a key of its own, which leads to it, and a name in every language", async () => {
    const kinds = EXPORT_GROUPS.flatMap((group) => group.kinds);
    for (const kind of kinds) expect(findKind(kind.key)).toBe(kind);
    expect(findKind("none").key).toBe("picture");
    for (const language of ["en", "ar", "fr", "uk"]) {
      const words = await loadExportWords(language);
      const names = kinds.flatMap(({ nameIn, hintIn }) => [nameIn(words), hintIn(words)]);
      expect([language, new Set(names).size]).toEqual([language, 2 * kinds.length]);
    }
  });
});

describe("the sizes that are offered", () => {
  it("can all be, in pixels of the file to the letter, with a density in eighths", () => {
    vi.stubGlobal("window", { innerWidth: 1439, innerHeight: 877, devicePixelRatio: 1.3 });
    for (const preset of PAGE_PRESETS) {
      const size = findSize(preset, { widthPx: 2401, heightPx: 999, density: 1.3 });
      const { widthPx, heightPx, pixelRatio } = toCss(size);
      expect([preset, isPossible(size)]).toEqual([preset, true]);
      expect([widthPx * pixelRatio, heightPx * pixelRatio]).toEqual([size.widthPx, size.heightPx]);
      expect(pixelRatio * 8).toBe(Math.round(pixelRatio * 8));
    }
  });

  it("have the pixels of their paper at 300 dots to the inch", () => {
    const inch = 25.4;
    const own = { widthPx: 1, heightPx: 1, density: 1 };
    const { widthPx, heightPx } = findSize("a3-landscape", own);
    expect([widthPx, heightPx]).toEqual([(420 / inch) * 300, (297 / inch) * 300].map(Math.round));
    const small = findSize("a4-portrait", own);
    expect([small.widthPx, small.heightPx]).toEqual([(210 / inch) * 300, (297 / inch) * 300].map(Math.round));
  });
});
