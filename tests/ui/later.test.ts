import { describe, expect, it, vi } from "vitest";
import { awaitPart, createLater } from "../../src/ui/state/later.ts";

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe("a part that comes later", () => {
  it("is told of to all who want it", async () => {
    const later = createLater(async () => "part");
    const [one, other, missing] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    awaitPart(later, later.get(), one, missing);
    awaitPart(later, later.get(), other, missing);
    await settle();
    expect([one, other, missing].map((told) => told.mock.calls.length)).toEqual([1, 1, 0]);
  });

  it("is told of where it has come between the drawing and its effect", async () => {
    const later = createLater(async () => "part");
    const seen = later.get();
    await later.load();
    const come = vi.fn<() => void>();
    awaitPart(later, seen, come, vi.fn<() => void>());
    await settle();
    expect(come).toHaveBeenCalledOnce();
  });

  it("is not drawn again where it was there", async () => {
    const later = createLater(async () => "part");
    await later.load();
    const come = vi.fn<() => void>();
    awaitPart(later, later.get(), come, vi.fn<() => void>());
    await settle();
    expect(come).not.toHaveBeenCalled();
  });

  it("is told to be missing, and asked for again", async () => {
    const load = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error("no network"))
      .mockResolvedValueOnce("part");
    const later = createLater<string>(load);
    const [come, missing] = [vi.fn<() => void>(), vi.fn<() => void>()];
    awaitPart(later, later.get(), come, missing);
    await settle();
    awaitPart(later, later.get(), come, missing);
    await settle();
    expect([come, missing].map((told) => told.mock.calls.length)).toEqual([1, 1]);
  });
});
