import { useEffect, useState, useSyncExternalStore } from "react";
import { wordsOf } from "../../words/index.ts";
import type { ShortcutName } from "../../words/keys.ts";
import { useDashboard, useView } from "../state/dashboard.ts";
import { readShortcut } from "../state/keyboard.ts";
import { useMedia } from "../state/media.ts";
import { leaveWall } from "../state/wall.ts";
import { paceWall } from "./pace.ts";

/** Plays in a loop for as long as the wall is there; after it the page stands still, and loops if it did before. */
export function useWallPlaying(): void {
  const { atlas, session } = useDashboard();
  const range = useView((view) => view.range);
  useEffect(() => {
    const { isLooping } = session.getState();
    return () => session.setState({ isLooping, isPlaying: false, findStay: undefined });
  }, [session]);
  // Also when a live data set has come to more days, as playing stops where there is but one.
  useEffect(() => {
    session.setState({
      isPlaying: true,
      isLooping: true,
      dialog: undefined,
      isTouring: false,
      findStay: paceWall(atlas, range),
    });
  }, [atlas, range, session]);
}

/** What keys do to a wall beside ending it. */
const KEPT: ReadonlySet<ShortcutName> = new Set([
  "toggle-play",
  "previous-day",
  "next-day",
  "previous-change",
  "next-change",
  "first-day",
  "last-day",
]);

/** Escape leaves, and keys for what is not there do nothing. */
export function useWallKeys(): void {
  const dashboard = useDashboard();
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { direction } = wordsOf(dashboard.store.getState().language);
      const shortcut = readShortcut(event, direction);
      if (shortcut === undefined || KEPT.has(shortcut)) return;
      event.preventDefault();
      if (shortcut === "escape") leaveWall(dashboard);
    }
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, [dashboard]);
}

/** For so long after the last movement the way out is in sight. */
const SIGHT_MS = 4000;

/** Whether somebody has moved the pointer, touched the screen or pressed a key a moment ago. */
export function useHasCompany(): boolean {
  const [hasCompany, setCompany] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function notice() {
      clearTimeout(timer);
      timer = setTimeout(() => setCompany(false), SIGHT_MS);
      setCompany(true);
    }
    notice();
    const signs = ["pointermove", "pointerdown", "keydown"] as const;
    for (const sign of signs) window.addEventListener(sign, notice);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, notice);
    };
  }, []);
  return hasCompany;
}

function watchFullScreen(onChange: () => void): () => void {
  document.addEventListener("fullscreenchange", onChange);
  return () => document.removeEventListener("fullscreenchange", onChange);
}

/**
 * Whether the page has all of the screen. Browsers answer Escape themselves while it has, so the end of that ends the wall too, and the
 * other way round.
 */
export function useFullScreen(): boolean {
  const dashboard = useDashboard();
  const isGiven = useSyncExternalStore(watchFullScreen, () => document.fullscreenElement !== null);
  const isFull = useMedia("(display-mode: fullscreen)");
  useEffect(() => {
    if (!isGiven) return;
    const stop = watchFullScreen(() => {
      if (document.fullscreenElement === null) leaveWall(dashboard);
    });
    return () => {
      stop();
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    };
  }, [isGiven, dashboard]);
  return isGiven || isFull;
}

/** Keeps the screen from going dark, as far as the browser lets a page do so; says whether it does, `undefined` before it has said. */
export function useWakeLock(): boolean | undefined {
  const [isHeld, setHeld] = useState<boolean>();
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isGone = false;
    // Browsers take it away from a page out of sight.
    async function ask() {
      if (document.visibilityState !== "visible") return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (isGone) return void given.release();
        lock = given;
        setHeld(true);
      } catch {
        // Refused, as with a low battery, or not known to this browser or to a page without https.
        if (!isGone) setHeld(false);
      }
    }
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
  return isHeld;
}
