import type { Settlement } from "../../core/records.ts";
import { PlaceName } from "./PlaceName.tsx";
import { SelectButton } from "./SelectButton.tsx";

/** A place's name that selects it. */
export function PlaceButton({ place }: { readonly place: Settlement }) {
  return (
    <SelectButton selection={{ kind: "place", id: place.id }}>
      <PlaceName place={place} />
    </SelectButton>
  );
}
