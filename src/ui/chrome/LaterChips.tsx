import { isFiltering } from "../../core/filter.ts";
import { laterFilter } from "../parts/FilterPopover.tsx";
import { useView } from "../state/dashboard.ts";
import { useLater } from "../state/later.ts";

/** What the filter asks, once there is any. */
export function LaterChips() {
  const isOn = useView((view) => isFiltering(view.filter));
  const part = useLater(laterFilter, isOn);
  return isOn && part && <part.FilterChips />;
}
