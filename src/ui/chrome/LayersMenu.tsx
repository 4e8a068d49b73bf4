import { Popover } from "../parts/Popover.tsx";
import { useWords } from "../state/dashboard.ts";
import { LAYERS_BUTTON_ID } from "../state/keyboard.ts";
import { createLater, useLater } from "../state/later.ts";

export const laterLayers = createLater(() => import("./LayersForm.tsx"));

/** The button that opens what can be chosen of the map, which is fetched after the first picture or when it is asked for. */
export function LayersMenu() {
  const { chrome } = useWords();
  return (
    <Popover label={chrome.layers} icon="layers" hasText className="layers-menu" buttonId={LAYERS_BUTTON_ID}>
      <LaterForm />
    </Popover>
  );
}

function LaterForm() {
  const part = useLater(laterLayers, true);
  return part && <part.LayersForm />;
}
