import { type Language, type Named, pickLanguage } from "../../core/names.ts";
import { useWords } from "../state/dashboard.ts";

interface NameIn {
  readonly text: string;
  readonly language: Language;
}

/** The names of a place, each in its language and none twice: that which the interface's reader reads first. */
export function orderNames(place: Pick<Named, "names">, language: Language): NameIn[] {
  const first = pickLanguage(place.names, language);
  const names = Object.entries(place.names)
    .flatMap(([code, text = ""]) => (text === "" ? [] : [{ text, language: code }]))
    .toSorted((a, b) => Number(b.language === first) - Number(a.language === first));
  return names.filter(({ text }, index) => names.findIndex((other) => other.text === text) === index);
}

export function PlaceName({ place }: { readonly place: Pick<Named, "names"> }) {
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
