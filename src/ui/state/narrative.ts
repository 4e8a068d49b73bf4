import type { StoreApi } from "zustand/vanilla";
import type { StepView } from "../../core/narrative.ts";
import { FIRST_CHART, type View } from "../../core/view.ts";
import { keepAnswer } from "./answer.ts";
import type { Dashboard } from "./dashboard.ts";

type Reading = Pick<Dashboard, "atlas" | "store">;

/** What was shown before story mode began, by the store of the view. */
const earlierViews = new WeakMap<StoreApi<View>, View>();

/** Begins story mode at its first step, or ends it. */
export function toggleNarrative(reading: Reading): void {
  if (reading.store.getState().step === undefined) openNarrative(reading);
  else leaveNarrative(reading);
}

/** Begins story mode; nothing happens in a data set without a narrative. */
export function openNarrative({ atlas, store }: Reading): void {
  const [first] = atlas.dataset.narrative?.steps ?? [];
  if (first === undefined) return;
  earlierViews.set(store, store.getState());
  storyInvitation.answer();
  // One map for all steps: the charts would lie over it.
  store.setState({ step: first, hasDrawer: false });
}

/** Ends story mode and shows what was shown before it; what is shown now where a link began it. */
export function leaveNarrative({ store }: Reading): void {
  const earlier = earlierViews.get(store);
  store.setState({ ...(earlier && pickStepView(earlier)), step: undefined });
}

/** Ends story mode where it is: of the step only what it put away comes back. */
export function exploreFromHere({ store }: Reading): void {
  const { hidden = [], chart = FIRST_CHART } = earlierViews.get(store) ?? {};
  store.setState({ hidden, chart, step: undefined });
}

/** The step before or after the one that is read; at either end nothing happens. */
export function moveStep({ atlas, store }: Reading, by: 1 | -1): void {
  const steps = atlas.dataset.narrative?.steps ?? [];
  const { step } = store.getState();
  const other = step === undefined ? undefined : steps[steps.indexOf(step) + by];
  if (other !== undefined) store.setState({ step: other });
}

function pickStepView(view: View): StepView {
  const { day, compared, compare, ground, since, chart, hidden, camera } = view;
  const { place, post, highway, source } = view;
  return { day, compared, compare, ground, since, chart, hidden, camera, place, post, highway, source };
}

let toldIn: StoreApi<View> | undefined;

/** Shows what a step shows. Meanwhile {@link isTold} is true for whoever listens to the store. */
export function tell(store: StoreApi<View>, view: Partial<StepView>): void {
  toldIn = store;
  try {
    store.setState(view);
  } finally {
    toldIn = undefined;
  }
}

/** Whether a change of the view is that of a step, and not the reader's. */
export function isTold(store: StoreApi<View>): boolean {
  return toldIn === store;
}

/** Whether the reader has read the story or put away the invitation to it. */
export const storyInvitation = keepAnswer("frontline-atlas-story-seen");
