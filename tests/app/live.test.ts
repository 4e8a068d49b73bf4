import { describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { followLiveStory } from "../../src/app/live.ts";
import { type GroundedData, NO_BASE } from "../../src/app/load-base.ts";
import type { ShownData } from "../../src/app/stage.tsx";
import type { Atlas } from "../../src/core/atlas.ts";
import { type CompiledDataset, readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import type { LiveStory, LiveUpdate } from "../../src/open/live.ts";
import type { Opening } from "../../src/open/opening.ts";
import type { OpeningState } from "../../src/open/opening-state.ts";
import { loadMini, readMini } from "../fixtures/mini.ts";

/** What lies under the data is another matter, and large. */
async function layNothing(atlas: Atlas): Promise<GroundedData> {
  return { atlas, base: NO_BASE, isBaseLacking: false };
}

async function compile(claims: string): Promise<CompiledDataset> {
  const { dataset, ...report } = await loadMini({ "claims.csv": claims });
  if (!dataset) throw new Error("The mini data set cannot be read");
  return readCompiled(await writeCompiled({ ...report, dataset }));
}

/** A page that follows a server whose every word is the test's. */
function setUp() {
  const asked: ((loaded: CompiledDataset) => void)[] = [];
  let say: (update: LiveUpdate) => void = () => {};
  let shown: ShownData | undefined;
  let localId: string | undefined;
  const reported: unknown[] = [];
  const store = createStore<OpeningState>(() => ({
    status: { kind: "idle" },
    recents: [],
    message: undefined,
    source: undefined,
    editing: undefined,
  }));
  const live: LiveStory = {
    read: () => new Promise((resolve) => asked.push(resolve)),
    settlementTiles: undefined,
    watch: ({ onUpdate }) => (say = onUpdate),
  };
  const put = async (data: ShownData) => {
    shown = data;
    localId = data.localId;
  };
  const show = followLiveStory(
    live,
    {
      show: put,
      swap: put,
      report: (problems) => reported.push(problems),
      showPicture: async () => ({ match: "other", problems: [] }),
      isEmpty: () => !shown,
      isStanding: () => true,
      localId: () => localId,
    },
    { store } as unknown as Opening,
    layNothing,
  );
  const answer = async (loaded: CompiledDataset) => {
    await vi.waitFor(() => expect(asked).not.toHaveLength(0));
    asked.shift()?.(loaded);
  };
  return {
    show,
    answer,
    say: (update: LiveUpdate) => say(update),
    reported,
    message: () => store.getState().message?.kind,
    countClaims: () => shown?.atlas.dataset.claims.length,
    openOwn: (data: ShownData) => put({ ...data, localId: "own" }),
    shown: () => shown,
  };
}

const whole = readMini("claims.csv");
const fewer = whole.trimEnd().split("\n").slice(0, -1).join("\n");

describe("a page that follows a server", () => {
  it("does not miss a change that is told while the first state is still being read", async () => {
    const [first, second] = [await compile(whole), await compile(fewer)];
    const page = setUp();
    const showing = page.show("");
    page.say({ hash: second.hash, isHeld: false, problems: second.problems });
    await page.answer(first);
    await page.answer(second);
    await showing;
    expect(page.countClaims()).toBe(second.dataset.claims.length);
    expect(page.message()).toBe("followed");
  });

  it("catches up with what was told while the reader looked at other data", async () => {
    const [first, second] = [await compile(whole), await compile(fewer)];
    const page = setUp();
    const showing = page.show("");
    await page.answer(first);
    await showing;
    await page.openOwn(page.shown() as ShownData);
    const problems = [...second.problems];
    page.say({ hash: first.hash, isHeld: true, problems });
    const back = page.show();
    await page.answer(first);
    await back;
    expect(page.countClaims()).toBe(first.dataset.claims.length);
    expect(page.message()).toBe("held");
  });

  it("lists what the server lists, also of a state that it does not show", async () => {
    const first = await compile(whole);
    const broken = await compile(whole.replace("captured", "conquered"));
    expect(broken.problems).not.toHaveLength(0);
    const page = setUp();
    const showing = page.show("");
    await page.answer(first);
    await showing;
    page.say({ hash: first.hash, isHeld: true, problems: broken.problems });
    await vi.waitFor(() => expect(page.reported).toEqual([broken.problems]));
    page.say({ hash: first.hash, isHeld: false, problems: first.problems });
    await vi.waitFor(() => expect(page.reported).toHaveLength(2));
  });
});
