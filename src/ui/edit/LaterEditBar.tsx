import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { useDashboard } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";

const laterBar = createLater(() => import("./EditBar.tsx"));

/** The bar of changes over the map, fetched with the first of them. */
export function LaterEditBar() {
  const { opening } = useDashboard();
  const isEditing = useStore(opening.store, ({ editing }) => editing !== undefined);
  const part = useLater(laterBar, isEditing);
  const place = document.querySelector(".map-area");
  return isEditing && part && place && createPortal(<part.EditBar />, place);
}
