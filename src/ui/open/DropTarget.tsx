import { useEffect, useRef } from "react";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";

/** Takes files dropped anywhere on the page, and says so while they hang over it. */
export function DropTarget() {
  const { opening, session } = useDashboard();
  const { open } = useWords();
  const overlay = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    // A popover stands above an open dialog, which no z-index does.
    const show = (isShown: boolean) => overlay.current?.togglePopover(isShown);
    function handleOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      show(true);
    }
    function handleLeave(event: DragEvent) {
      if (event.relatedTarget === null) show(false);
    }
    function handleDrop(event: DragEvent) {
      show(false);
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      opening.openDropped(event.dataTransfer);
      session.setState({ dialog: "open" });
    }
    window.addEventListener("dragenter", handleOver);
    window.addEventListener("dragover", handleOver);
    window.addEventListener("dragleave", handleLeave);
    window.addEventListener("drop", handleDrop);
    return () => {
      window.removeEventListener("dragenter", handleOver);
      window.removeEventListener("dragover", handleOver);
      window.removeEventListener("dragleave", handleLeave);
      window.removeEventListener("drop", handleDrop);
    };
  }, [opening, session]);
  return (
    <div className="drop-overlay" popover="manual" ref={overlay}>
      <div className="drop-card">
        <Icon name="folder" />
        <p className="drop-title">{open.dropHere}</p>
        <p className="quiet">{open.dropHint}</p>
        <p className="quiet">{open.privacy}</p>
      </div>
    </div>
  );
}
