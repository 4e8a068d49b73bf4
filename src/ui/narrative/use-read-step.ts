import { type RefObject, useEffect, useRef } from "react";
import { CALM } from "../state/media.ts";
import { useDashboard, useView } from "../state/dashboard.ts";

/** The stretch of the column, from above, in which the step that is read lies. */
const READING_BAND = "-28% 0px -62% 0px";
/** A step that is only passed is not read. */
const DWELL_MS = 160;
/** Longer than any scrolling to a step takes. */
const SCROLL_MS = 1200;

/**
 * Keeps the step that is read and the scrolled column together: the step that comes to lie in the reading band is read, and
 * one that is asked for otherwise, by a key, a button or the browser's back, is scrolled to.
 */
export function useReadStep(column: RefObject<HTMLElement | null>): void {
  const { store } = useDashboard();
  const current = useView((view) => view.step);
  /** The step that scrolling has led to, or is on its way to. */
  const reached = useRef<string>(undefined);
  const isFirst = useRef(true);
  const scrollsUntil = useRef(0);

  useEffect(() => {
    const steps = listArticles(column);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const inBand = entries.findLast(({ isIntersecting }) => isIntersecting)?.target;
        const id = inBand instanceof HTMLElement ? inBand.dataset["step"] : undefined;
        if (id === undefined || performance.now() < scrollsUntil.current || isOnPaper()) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          reached.current = id;
          if (store.getState().step !== undefined) store.setState({ step: id });
        }, DWELL_MS);
      },
      { root: findScroller(column), rootMargin: READING_BAND },
    );
    for (const step of steps) observer.observe(step);
    // Whoever takes the column in hand reads where that leads.
    const take = () => (scrollsUntil.current = 0);
    const scroller = findScroller(column);
    for (const event of ["wheel", "touchmove"]) scroller?.addEventListener(event, take, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      for (const event of ["wheel", "touchmove"]) scroller?.removeEventListener(event, take);
    };
  }, [column, store]);

  useEffect(() => {
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (current === undefined || current === reached.current) return;
    const article = listArticles(column).find(({ dataset }) => dataset["step"] === current);
    // The first step stands below the head of the story, which is read before it.
    const isAtTop = article === listArticles(column)[0];
    reached.current = current;
    if (!article || (wasFirst && isAtTop)) return;
    const isCalm = wasFirst || window.matchMedia(CALM).matches;
    scrollsUntil.current = performance.now() + SCROLL_MS;
    scrollToStart(article, isCalm ? "instant" : "smooth");
  }, [column, current]);
}

function listArticles(column: RefObject<HTMLElement | null>): HTMLElement[] {
  return [...(column.current?.querySelectorAll<HTMLElement>("[data-step]") ?? [])];
}

/** Printed, all steps lie one below the other, and none is read. */
function isOnPaper(): boolean {
  return window.matchMedia("print").matches;
}

/** Scrolls the panel alone: `scrollIntoView` also moves what clips the page around it. */
function scrollToStart(article: HTMLElement, behavior: ScrollBehavior): void {
  const scroller = article.closest<HTMLElement>(".panel-page");
  if (!scroller) return;
  const margin = Number.parseFloat(getComputedStyle(article).scrollMarginBlockStart) || 0;
  const down = article.getBoundingClientRect().top - scroller.getBoundingClientRect().top - margin;
  scroller.scrollBy({ top: down, behavior });
}

/** The page of the panel, which is what is scrolled. */
function findScroller(column: RefObject<HTMLElement | null>): HTMLElement | null {
  return column.current?.closest<HTMLElement>(".panel-page") ?? null;
}
