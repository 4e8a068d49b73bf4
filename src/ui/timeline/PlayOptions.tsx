import { Popover } from "../parts/Popover.tsx";
import { useSession, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";

export const laterPlayFields = createLater(() => import("./PlayFields.tsx"));

/** How days follow each other while playing; on its button stands the speed. */
export function PlayOptions() {
  const { timeline, charts } = useWords();
  const speed = useSession((state) => state.speed);
  const isLooping = useSession((state) => state.isLooping);
  const isStoppingAtChangesOnly = useSession((state) => state.isStoppingAtChangesOnly);
  const isActive = isLooping || isStoppingAtChangesOnly;
  return (
    <Popover
      label={`${charts.play.options}: ${timeline.speedOption(speed)}`}
      text={timeline.speedOption(speed)}
      icon={isLooping ? "loop" : undefined}
      className={isActive ? "date-popover play-options is-active" : "date-popover play-options"}
    >
      <LaterFields />
    </Popover>
  );
}

function LaterFields() {
  const part = useLater(laterPlayFields, true);
  return part && <part.PlayFields />;
}
