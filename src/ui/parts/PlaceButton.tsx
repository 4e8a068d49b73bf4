import type { Settlement } from "../../core/records.ts";
import { useActions } from "../state/dashboard.ts";
import { PlaceName } from "./PlaceName.tsx";

/** A place's name that selects it. */
export function PlaceButton({ place }: { readonly place: Settlement }) {
  const { select } = useActions();
  return (
    <button type="button" className="place-button" onClick={() => select(place.id)}>
      <PlaceName place={place} />
    </button>
  );
}
