import "../../../styles/page/tour.css";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { TourStop } from "../../words/later-words.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { tourInvitation } from "../state/answer.ts";
import { useAtlas, useDashboard, useWords } from "../state/dashboard.ts";
import { type Box, placeCard } from "./place-card.ts";
import { findInSight, findThing, listStops } from "./stops.ts";

/**
 * What is where on the page, a thing at a time: it is outlined, and a card tells of it, to which the focus goes. All of the page
 * stays as it is and in reach.
 */
export function Tour() {
  const { dataset } = useAtlas();
  const { session } = useDashboard();
  const words = useWords();
  const { tour } = laterWordsOf(words);
  const [stops] = useState(() => listStops(dataset, findInSight));
  const [at, setAt] = useState(0);
  const stop = stops[at] ?? "map";
  const isLast = at >= stops.length - 1;
  const { card, outline, corner } = usePlaces(stop, words.direction);
  useReturn();

  function end() {
    tourInvitation.answer();
    session.setState({ isTouring: false });
  }
  useEscape(end);

  return (
    <>
      {outline && <div className="tour-outline" style={outline} />}
      <aside className="tour-card" aria-label={words.chrome.tour} ref={card} style={corner}>
        <StopText key={stop} position={tour.position(at + 1, stops.length)} {...tour.stops[stop]} />
        <div className="tour-ways">
          <button type="button" className="button primary" onClick={() => (isLast ? end() : setAt(at + 1))}>
            {isLast ? tour.finish : tour.next}
          </button>
          {at > 0 && (
            <button type="button" className="button" onClick={() => setAt(at - 1)}>
              {tour.back}
            </button>
          )}
          {!isLast && (
            <button type="button" className="text-button tour-skip" onClick={end}>
              {tour.skip}
            </button>
          )}
        </div>
      </aside>
    </>
  );
}

interface TextProps {
  readonly position: string;
  readonly name: string;
  readonly text: string;
}

/** Takes the focus, so that it is read out. */
function StopText({ position, name, text }: TextProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.focus({ preventScroll: true }), []);
  return (
    <fieldset
      className="tour-text"
      tabIndex={-1}
      ref={group}
      aria-labelledby="tour-name"
      aria-describedby="tour-sentence"
    >
      <p className="quiet">{position}</p>
      <h2 id="tour-name">{name}</h2>
      <p id="tour-sentence">{text}</p>
    </fieldset>
  );
}

/** Gives the focus back in the end to where it was, or to the menu that has the tour. */
function useReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
      (isThere ? before : findInSight(".more-menu > button"))?.focus();
    },
    [before],
  );
}

/** Where something else is open, Escape shuts that first. */
const OPEN = ".popover-panel, dialog[open]";

function useEscape(end: () => void): void {
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(OPEN)) return;
      event.preventDefault();
      end();
    }
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  });
}

interface Places {
  /** `undefined` where the thing is not in sight any more. */
  readonly outline: Box | undefined;
  readonly corner: Pick<Box, "left" | "top"> | undefined;
}

/** Where the thing lies and the card stands, whatever becomes of the window and the page meanwhile. */
function usePlaces(stop: TourStop, direction: "ltr" | "rtl") {
  const card = useRef<HTMLElement>(null);
  const [places, setPlaces] = useState<Places>({ outline: undefined, corner: undefined });
  useLayoutEffect(() => {
    const thing = findThing(stop, findInSight);
    function measure() {
      if (!card.current) return;
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const outline = thing?.isConnected ? frame(thing, width, height) : undefined;
      const middle = { left: 0, top: 0, width, height };
      const size = { width: card.current.offsetWidth, height: card.current.offsetHeight };
      setPlaces({ outline, corner: placeCard(outline ?? middle, size, { width, height }, direction) });
    }
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [thing, card.current, document.documentElement])
      if (element) observer.observe(element);
    window.addEventListener("scroll", measure, true);
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", measure, true);
    };
  }, [stop, direction]);
  return { card, ...places };
}

/** How far the outline stands off the thing, in CSS pixels. */
const OFF = 4;

/** The box around a thing, within the window. */
function frame(thing: HTMLElement, width: number, height: number): Box {
  const box = thing.getBoundingClientRect();
  const left = Math.max(0, box.left - OFF);
  const top = Math.max(0, box.top - OFF);
  return {
    left,
    top,
    width: Math.min(width, box.right + OFF) - left,
    height: Math.min(height, box.bottom + OFF) - top,
  };
}
