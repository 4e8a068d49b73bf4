import { useStore } from "zustand";
import { useDashboard, useSession } from "./state/dashboard.ts";
import { createLater, useLater } from "./state/later.ts";

export const laterDialogs = createLater(() => import("./Dialogs.tsx"));

/** The dialogs, which are fetched after the first picture or as soon as one is asked for. */
export function LaterDialogs() {
  const { opening, session } = useDashboard();
  const isOpen = useSession(({ dialog }) => dialog !== undefined);
  const isEditing = useStore(opening.store, ({ editing }) => editing !== undefined);
  const isAsked = isOpen || isEditing;
  const part = useLater(laterDialogs, isAsked, () => session.setState({ dialog: undefined }));
  return part && <part.Dialogs />;
}
