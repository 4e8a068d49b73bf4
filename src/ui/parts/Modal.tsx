import "../../../styles/page/modal.css";
import { type ReactNode, useEffect, useRef } from "react";
import { useDashboard, useSession, useWords } from "../state/dashboard.ts";
import type { DialogName } from "../state/session.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly name: DialogName;
  readonly title: string;
  readonly children: ReactNode;
}

/** The browser's own modal dialog, open while the session says so; its content exists only then. */
export function Modal({ name, title, children }: Props) {
  const { session } = useDashboard();
  const { chrome } = useWords();
  const isOpen = useSession((state) => state.dialog === name);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  // The browser tells of the end a little later, when another dialog may have taken the place of this one.
  const close = () => session.setState(({ dialog: shown }) => (shown === name ? { dialog: undefined } : {}));
  return (
    <dialog ref={dialog} className={`modal modal-${name}`} aria-label={title} onClose={close}>
      {isOpen && (
        <>
          <header className="modal-head">
            <h2>{title}</h2>
            <button type="button" className="button icon-button" aria-label={chrome.close} onClick={close}>
              <Icon name="close" />
            </button>
          </header>
          <div className="modal-body">{children}</div>
        </>
      )}
    </dialog>
  );
}
