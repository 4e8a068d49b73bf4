import { nameByScript, type Named } from "../../core/names.ts";

export interface HoverLabel {
  readonly element: HTMLElement;
  /** Shows the name of a place beside a point of the map, with a note below; `undefined` puts the label away. */
  show(
    place: Pick<Named, "names"> | undefined,
    point: { readonly x: number; readonly y: number },
    note?: string,
  ): void;
  hide(): void;
  remove(): void;
}

/**
 * A small label for towns too minor to be named at this zoom, and for posts. A help for the eye: the names are in the
 * panels too.
 */
export function createHoverLabel(container: HTMLElement): HoverLabel {
  const label = document.createElement("div");
  label.className = "map-hover";
  label.hidden = true;
  label.ariaHidden = "true";
  const title = document.createElement("div");
  const remark = document.createElement("div");
  remark.className = "map-hover-note";
  remark.dir = "auto";
  label.append(title, remark);
  container.append(label);
  return {
    element: label,
    remove: () => label.remove(),
    hide: () => {
      label.hidden = true;
    },
    show(place, { x, y }, note = "") {
      label.hidden = place === undefined;
      if (!place) return;
      title.textContent = [...new Set(Object.values(nameByScript(place.names)))].join(" · ");
      remark.textContent = note;
      const isFarRight = x > container.clientWidth - label.offsetWidth - 24;
      const left = isFarRight ? x - label.offsetWidth - 12 : x + 12;
      label.style.transform = `translate(${left}px, ${Math.max(4, y - label.offsetHeight - 6)}px)`;
    },
  };
}
