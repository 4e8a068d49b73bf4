import type { Settlement } from "../../core/records.ts";
import type { Language } from "../../core/view.ts";
import { useWords } from "../state/dashboard.ts";

/** The two names of a place: that of the interface's language first. Not every place has an Arabic name. */
export function orderNames(
  { name, nameAr }: Pick<Settlement, "name" | "nameAr">,
  language: Language,
): { readonly first: string; readonly firstLanguage: Language; readonly second: string } {
  if (nameAr === "") return { first: name, firstLanguage: "en", second: "" };
  return language === "ar"
    ? { first: nameAr, firstLanguage: "ar", second: name }
    : { first: name, firstLanguage: "en", second: nameAr };
}

export function PlaceName({ place }: { readonly place: Pick<Settlement, "name" | "nameAr"> }) {
  const { language } = useWords();
  const { first, firstLanguage, second } = orderNames(place, language);
  const secondLanguage = firstLanguage === "ar" ? "en" : "ar";
  return (
    <span className="place-name">
      <bdi lang={firstLanguage} className="place-name-first">
        {first}
      </bdi>
      {second !== "" && (
        <>
          {" "}
          <bdi lang={secondLanguage} className="place-name-second">
            {second}
          </bdi>
        </>
      )}
    </span>
  );
}
