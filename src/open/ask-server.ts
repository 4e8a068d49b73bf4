/** Soon enough for somebody who has just saved a file. */
const ASK_MS = 1000;
/** A server that is busy with another request may take its time. */
const PATIENCE_MS = 10_000;
/** One failure may be a server that is started anew. */
const FAILURES = 2;

interface Asking {
  /** While nobody looks at the page, nothing is asked. */
  readonly isAsleep: () => boolean;
  /** The first answer and every other one. */
  readonly onAnswer: (text: string) => void;
  /** Whether the server can be reached, when that changes. At first it is taken to be. */
  readonly onReach: (isReached: boolean) => void;
}

/**
 * Asks an address each second and tells of each answer that is another than the one before. One short request at a time,
 * rather than a connection that stays: browsers allow six of these to a server, for all their tabs together.
 */
export function askAgainAndAgain(
  address: string,
  { isAsleep, onAnswer, onReach }: Asking,
): { readonly now: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tag: string | undefined;
  let failures = 0;
  let isAsking = false;
  let isOver = false;

  async function ask(): Promise<void> {
    const response = await fetch(address, {
      cache: "no-store",
      headers: tag === undefined ? {} : { "If-None-Match": tag },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status !== 304) {
      if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
      const text = await response.text();
      tag = response.headers.get("ETag") ?? undefined;
      if (!isOver) onAnswer(text);
    }
    if (failures >= FAILURES && !isOver) onReach(true);
    failures = 0;
  }

  async function look(): Promise<void> {
    if (isAsking || isOver) return;
    clearTimeout(timer);
    isAsking = true;
    try {
      if (!isAsleep()) await ask();
    } catch {
      failures += 1;
      if (failures === FAILURES && !isOver) onReach(false);
    }
    isAsking = false;
    if (!isOver) timer = setTimeout(look, ASK_MS);
  }

  void look();
  return {
    now: () => void look(),
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
