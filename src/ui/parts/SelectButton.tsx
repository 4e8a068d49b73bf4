import type { ReactNode } from "react";
import type { Selection } from "../../core/selection.ts";
import { useActions } from "../state/dashboard.ts";
import { usePointing } from "../state/pointing.ts";

interface Props {
  readonly selection: Selection;
  readonly children: ReactNode;
  readonly title?: string;
}

/** The name of something that selects it, and rings it on the map while it is pointed at. */
export function SelectButton({ selection, children, title }: Props) {
  const { select } = useActions();
  const { kind, id } = selection;
  return (
    <button
      type="button"
      className="place-button"
      title={title}
      data-selects={kind}
      onClick={() => select({ kind, id })}
      {...usePointing(selection)}
    >
      {children}
    </button>
  );
}
