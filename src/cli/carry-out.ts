import process from "node:process";
import { findBrowser, openBrowser } from "./browser.ts";
import { type CliIo, UsageError } from "./io.ts";
import { type DeskListener, type DeskWish, openOrderDesk, type OrderDesk } from "./order-desk.ts";

/** How long a browser may take until it has opened a page. */
const PATIENCE_MS = 120_000;

/**
 * Has an order carried out by the dashboard in a browser of this machine that nobody sees. Gives what the page says that one ought to
 * know.
 *
 * @throws UsageError if there is no browser or it cannot do that; what `onFile` rejects with is thrown on.
 */
export async function carryOut(
  wish: Omit<DeskWish, "dashboard">,
  onFile: DeskListener["onFile"],
  io: CliIo,
): Promise<readonly string[]> {
  const browser = (io.findBrowser ?? findBrowser)();
  const notes: string[] = [];
  const desk = await openOrderDesk(
    { ...wish, dashboard: io.findDashboard() },
    {
      onFile,
      onNews(news) {
        if (news.kind === "note") notes.push(news.text);
        else io.showProgress?.(`Drawing: ${Math.floor(100 * news.share)} %${news.note && `, ${news.note}`}`);
      },
    },
  );
  io.showProgress?.("Drawing ...");
  try {
    await show(browser, desk);
    return notes;
  } finally {
    io.showProgress?.(undefined);
    desk.close();
  }
}

/** Shows the desk's page in a browser until the order is carried out. */
async function show(path: string, desk: OrderDesk): Promise<void> {
  // The system's sandbox is closed to root, and in many containers to everybody; the page is our own.
  const ways = process.getuid?.() === 0 ? [false] : [true, false];
  let said = "";
  for (const isBoxed of ways) {
    const browser = await openBrowser(path, desk.address, isBoxed);
    try {
      const outcome = await Promise.race([
        desk.done.then(() => ({ isDone: true, said: "" })),
        browser.ended.then((words) => ({ isDone: false, said: words })),
        late(desk),
      ]);
      if (outcome.isDone) return;
      ({ said } = outcome);
    } finally {
      await browser.close();
    }
    if (desk.hasBegun()) break;
  }
  throw new UsageError(`the browser ${path} could not draw it${said === "" ? "" : ` (${said})`}`);
}

/** Resolves if nobody comes for the order in time. */
function late(desk: OrderDesk): Promise<{ readonly isDone: false; readonly said: string }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if (!desk.hasBegun()) resolve({ isDone: false, said: "it did not open the page" });
    }, PATIENCE_MS);
    timer.unref();
  });
}
