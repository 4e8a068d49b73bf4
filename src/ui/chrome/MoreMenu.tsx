import { Popover } from "../parts/Popover.tsx";
import { useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";

export const laterMore = createLater(() => import("./MoreForm.tsx"));

/** The button that opens what is wanted now and then, which comes as the layers' menu does. */
export function MoreMenu() {
  const { chrome } = useWords();
  return (
    <Popover label={chrome.more} icon="more" className="more-menu">
      <LaterForm />
    </Popover>
  );
}

function LaterForm() {
  const part = useLater(laterMore, true);
  return part && <part.MoreForm />;
}
