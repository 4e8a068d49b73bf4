/** Something that takes long, and is therefore worked out a little at a time. */
export interface Work {
  readonly isDone: () => boolean;
  /** Does a little more; nothing is left to do once {@link isDone}. */
  readonly workOn: () => void;
}

/** How long it may go on at a time, in milliseconds: a frame is missed at most. */
const WORK_MS = 20;
/** Half a frame. */
const BEGIN_MS = 8;
/** How often those who wait are told how far it is, in milliseconds. */
const TELL_MS = 250;

/** Does as much as fits into half a frame: what is little is done before anybody has waited. */
export function begin(work: Work): void {
  const begun = performance.now();
  while (!work.isDone() && performance.now() - begun < BEGIN_MS) work.workOn();
}

/** Works on in idle time and tells now and then, and at the end. Returns what ends that. */
export function workOut(work: Work, tell: () => void): () => void {
  let told = performance.now();
  let stopWaiting = () => {};
  function go(): void {
    const begun = performance.now();
    while (!work.isDone() && performance.now() - begun < WORK_MS) work.workOn();
    if (work.isDone() || performance.now() - told > TELL_MS) {
      told = performance.now();
      tell();
    }
    if (!work.isDone()) stopWaiting = whenIdle(go);
  }
  if (!work.isDone()) stopWaiting = whenIdle(go);
  return () => stopWaiting();
}

/** Safari has no idle callbacks; a pause leaves it time to answer the reader in between. */
function whenIdle(work: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: 500 });
  return () => cancelIdleCallback(asked);
}
/** The same for somebody who waits for the end and does nothing else. */
export async function finish(work: Work): Promise<void> {
  while (!work.isDone()) {
    const begun = performance.now();
    while (!work.isDone() && performance.now() - begun < WORK_MS) work.workOn();
    // The page answers in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
