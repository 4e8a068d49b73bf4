export interface HoverLabel {
  /** Shows the name of a place beside a point of the map, with a note below; `undefined` puts the label away. */
  show(place: Named | undefined, point: { readonly x: number; readonly y: number }, note?: string): void;
  hide(): void;
  remove(): void;
}

interface Named {
  readonly name: string;
  readonly nameAr: string;
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
    remove: () => label.remove(),
    hide: () => {
      label.hidden = true;
    },
    show(place, { x, y }, note = "") {
      label.hidden = place === undefined;
      if (!place) return;
      title.textContent = place.nameAr ? `${place.name} · ${place.nameAr}` : place.name;
      remark.textContent = note;
      const isFarRight = x > container.clientWidth - label.offsetWidth - 24;
      const left = isFarRight ? x - label.offsetWidth - 12 : x + 12;
      label.style.transform = `translate(${left}px, ${Math.max(4, y - label.offsetHeight - 6)}px)`;
    },
  };
}
