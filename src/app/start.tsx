import { createRoot } from "react-dom/client";
import { FETCHED, readLocalId, readLook } from "./address.ts";
import { buildAtlas } from "../core/atlas.ts";
import { checkAgreement } from "../data/check-agreement.ts";
import { findLiveStory } from "../open/live.ts";
import { createOpening, type LocalData } from "../open/opening.ts";
import { loadMapPart } from "./join-map.ts";
import { createStage, type ShownData } from "./stage.tsx";
import { followLiveStory } from "./live.ts";
import { groundData, groundStory, loadStory, loadStoryGround } from "./story.ts";
import { loadWords, wordsOf } from "../words/index.ts";
import { FailurePage } from "../ui/FailurePage.tsx";

/** Puts the data set that the address asks for on the page: the bundled story, a live one, or one of the reader's own. */
export async function start(): Promise<void> {
  const root = createRoot(document.querySelector("#root") ?? document.body);
  const stage = createStage(root);
  // It is asked for again, and told of, where the map is put.
  void loadMapPart().catch(() => {});
  const live = findLiveStory();
  const opening = createOpening({
    showLocal,
    swapLocal: async (data) => stage.swap(await groundLocal(data), opening),
    showStory: () => showStory(),
    showPicture: stage.showPicture,
    now: Date.now,
    loadStoryFiles: async () => (await import("./story-files.ts")).loadStoryFiles(),
    isServed: live !== undefined,
  });
  const showLive = live && followLiveStory(live, stage, opening, groundData);

  const query = location.search;
  const localId = readLocalId(query);
  try {
    if (localId === undefined) await showStory(query);
    else if (localId.startsWith(FETCHED)) {
      await showStory(query);
      (await opening.load()).askAbout(localId, query);
    } else if (!(await opening.openRecent(localId))) {
      const { status } = opening.store.getState();
      await showStory();
      opening.store.setState({
        status: { kind: "idle" },
        message: status.kind === "failed" ? { ...status, kind: "not-shown" } : { kind: "not-here" },
      });
    }
  } catch (error) {
    if (!stage.isEmpty()) throw error;
    const { language, theme } = readLook(query);
    await loadWords(language).catch(() => {});
    root.render(
      <FailurePage
        language={language}
        theme={theme}
        what={wordsOf(language).notices.nothingToShow}
        reason={error instanceof Error ? error.message : String(error)}
      />,
    );
  }

  /** Rejects if the story cannot be read while something else is shown. */
  async function showStory(query?: string): Promise<void> {
    if (showLive) return showLive(query);
    // Both are on their way at once.
    const ground = loadStoryGround();
    const loaded = await loadStory();
    const grounded = groundStory(buildAtlas(loaded.dataset, loaded.trace), await ground);
    const problems = [...loaded.problems, ...checkAgreement(grounded.atlas, loaded)];
    const { later, hash } = loaded;
    await stage.show({ ...grounded, hash, later, problems, localId: undefined }, opening, query);
  }

  /** Resolves to whether it stands. */
  async function showLocal(data: LocalData, asked = stage.isEmpty() ? query : undefined): Promise<boolean> {
    await stage.show(await groundLocal(data), opening, asked);
    return stage.isStanding();
  }
}

async function groundLocal({ id, atlas, hash, later, problems }: LocalData): Promise<ShownData> {
  return { ...(await groundData(atlas, hash)), hash, later, problems, localId: id };
}
