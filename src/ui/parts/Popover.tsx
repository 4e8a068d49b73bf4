import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon, type IconName } from "./icons.tsx";

interface Props {
  readonly label: string;
  /** Left out where a text stands in its stead. */
  readonly icon?: IconName | undefined;
  /** On the button, beside the icon or alone; the label still names it. */
  readonly text?: string;
  /** Show the label beside the icon where there is room. */
  readonly hasText?: boolean;
  readonly className?: string;
  /** Of the button, where something else presses it too. */
  readonly buttonId?: string | undefined;
  readonly children: ReactNode;
}

/** A button with a small panel that opens at it, and shuts on Escape or a press anywhere else. */
export function Popover({ label, icon, text, hasText = false, className = "", buttonId, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    function handlePress(event: PointerEvent) {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    }
    function handleKey(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    }
    document.addEventListener("pointerdown", handlePress, true);
    document.addEventListener("keydown", handleKey);
    return () => {
      document.removeEventListener("pointerdown", handlePress, true);
      document.removeEventListener("keydown", handleKey);
    };
  }, [isOpen]);
  return (
    <div className={`popover ${className}`.trimEnd()} ref={root}>
      <button
        type="button"
        ref={button}
        id={buttonId}
        className={hasText || text !== undefined ? "button" : "button icon-button"}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {icon && <Icon name={icon} />}
        {text}
        {hasText && <span className="button-text">{label}</span>}
      </button>
      {isOpen && (
        <fieldset className="popover-panel" id={id} aria-label={label}>
          {children}
        </fieldset>
      )}
    </div>
  );
}
