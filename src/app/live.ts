import { createTurns } from "../core/turns.ts";
import { type Atlas, buildAtlas } from "../core/atlas.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import type { GroundedData } from "./load-base.ts";
import type { LiveStory, LiveUpdate } from "../open/live.ts";
import type { Opening } from "../open/opening.ts";
import type { Stage } from "./stage.tsx";

/**
 * Keeps the page at the state of a live data set, except while the reader looks at data of their own. Returns what
 * shows it: at first, with the address that asks for a view, and whenever the reader comes back to it.
 */
export function followLiveStory(
  live: LiveStory,
  stage: Stage,
  opening: Opening,
  layGround: (atlas: Atlas, hash: string) => Promise<GroundedData>,
): (query?: string) => Promise<void> {
  let hash: string | undefined;
  let told = "";
  let latest: LiveUpdate | undefined;

  async function read() {
    const loaded = await live.read();
    const atlas = buildAtlas(loaded.dataset, loaded.trace);
    const problems = [...loaded.problems, ...checkAgreement(atlas, loaded)];
    hash = loaded.hash;
    told = JSON.stringify(problems);
    const { settlementTiles } = live;
    const { later } = loaded;
    return { ...(await layGround(atlas, hash)), hash, later, problems, localId: undefined, settlementTiles };
  }

  /** Brings the page from whatever it shows to what the server has said last. */
  async function follow(update: LiveUpdate): Promise<void> {
    if (hash === undefined || stage.localId() !== undefined) return;
    if (update.hash !== hash) {
      await stage.swap(await read(), opening);
      if (!update.isHeld) opening.store.setState({ message: { kind: "followed" } });
    }
    if (JSON.stringify(update.problems) !== told) {
      told = JSON.stringify(update.problems);
      stage.report(update.problems);
    }
    if (update.isHeld) opening.store.setState({ message: { kind: "held" } });
  }

  /** A state must not be overtaken by one that was read before it. */
  const inTurn = createTurns();

  const catchUp = () =>
    inTurn(async () => {
      const update = latest;
      if (update) await follow(update);
    }).catch(() => opening.store.setState({ message: { kind: "held" } }));

  live.watch({
    onUpdate(update) {
      latest = update;
      void catchUp();
    },
    onReach(isReached) {
      opening.store.setState({ message: { kind: isReached ? "reached" : "lost" } });
      // A state that was to be read just when the server ended is read now.
      if (isReached) void catchUp();
    },
  });

  return async (query) => {
    await inTurn(async () => stage.show(await read(), opening, query));
    // What the server has said meanwhile, of which the page now shows a part.
    await catchUp();
  };
}
