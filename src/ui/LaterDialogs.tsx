import { useDashboard, useSession } from "./state/dashboard.ts";
import { createLater, useLater } from "./state/later.ts";

export const laterDialogs = createLater(() => import("./Dialogs.tsx"));

/** The dialogs, which are fetched after the first picture or as soon as one is asked for. */
export function LaterDialogs() {
  const { session } = useDashboard();
  const isAsked = useSession(({ dialog }) => dialog !== undefined);
  const part = useLater(laterDialogs, isAsked, () => session.setState({ dialog: undefined }));
  return part && <part.Dialogs />;
}
