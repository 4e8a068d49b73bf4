import { type Language, listNames, pickLanguage } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import { useWords } from "../state/dashboard.ts";

interface NameIn {
  readonly text: string;
  readonly language: Language;
}

/** The names of a place, each in its language: that which the interface's reader reads first. */
export function orderNames(place: Pick<Settlement, "name" | "nameAr">, language: Language): NameIn[] {
  const names = listNames(place);
  const first = pickLanguage(names, language);
  return Object.entries(names)
    .flatMap(([code, text = ""]) => (text === "" ? [] : [{ text, language: code }]))
    .toSorted((a, b) => Number(b.language === first) - Number(a.language === first));
}

export function PlaceName({ place }: { readonly place: Pick<Settlement, "name" | "nameAr"> }) {
  const [first, second] = orderNames(place, useWords().language);
  return (
    <span className="place-name">
      {first && (
        <bdi lang={first.language} className="place-name-first">
          {first.text}
        </bdi>
      )}
      {second && (
        <>
          {" "}
          <bdi lang={second.language} className="place-name-second">
            {second.text}
          </bdi>
        </>
      )}
    </span>
  );
}
