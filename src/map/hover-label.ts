import type { Settlement } from "../core/dataset.ts";

export interface HoverLabel {
  /** Shows the name of a town beside a point of the map; `undefined` puts the label away. */
  show(settlement: Settlement | undefined, point: { readonly x: number; readonly y: number }): void;
  remove(): void;
}

/** A small label for towns too minor to be named at this zoom. A help for the eye: the names are in the panels too. */
export function createHoverLabel(container: HTMLElement): HoverLabel {
  const label = document.createElement("div");
  label.className = "map-hover";
  label.hidden = true;
  label.ariaHidden = "true";
  container.append(label);
  return {
    remove: () => label.remove(),
    show(settlement, { x, y }) {
      label.hidden = settlement === undefined;
      if (!settlement) return;
      label.textContent = settlement.nameAr ? `${settlement.name} · ${settlement.nameAr}` : settlement.name;
      const isFarRight = x > container.clientWidth - label.offsetWidth - 24;
      const left = isFarRight ? x - label.offsetWidth - 12 : x + 12;
      label.style.transform = `translate(${left}px, ${Math.max(4, y - 32)}px)`;
    },
  };
}
