import { useEffect } from "react";

/** Tells the style sheet of print how large the map is on the screen: another size would have to be drawn before it is printed. */
export function usePrintSize(): void {
  useEffect(() => {
    const tell = () => {
      const area = document.querySelector<HTMLElement>(".map-area");
      area?.style.setProperty("--map-width", `${area.clientWidth}px`);
      area?.style.setProperty("--map-height", `${area.clientHeight}px`);
    };
    window.addEventListener("beforeprint", tell);
    return () => window.removeEventListener("beforeprint", tell);
  }, []);
}
