import type { HistoryChange } from "../../core/history/control.ts";
import { Icon } from "./icons.tsx";
import { SideName } from "./SideName.tsx";

/** "Opposition → Government". */
export function ChangeLine({ change }: { readonly change: Pick<HistoryChange, "from" | "to"> }) {
  return (
    <span className="change-line">
      <SideName side={change.from} /> <Icon name="arrow" /> <SideName side={change.to} />
    </span>
  );
}
