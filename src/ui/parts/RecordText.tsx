import { directionOf } from "../../core/names.ts";
import type { Claim, Figure, StoryEvent } from "../../core/records.ts";
import { type RecordTexts, readName, readText } from "../../core/translations.ts";
import { useAtlas, useDashboard, useSession, useTranslation, useWords } from "../state/dashboard.ts";

interface Props {
  readonly record: Claim | StoryEvent | Figure;
  readonly member?: keyof RecordTexts;
}

/** What a record says, in the reader's language if it has been translated; beside it the original, if the reader wants that. */
export function RecordText({ record, member = "summary" }: Props) {
  const { dataset } = useAtlas();
  const { text, language, original } = readText(record, member, dataset, useTranslation());
  const isOriginalShown = useSession((state) => state.areOriginalsShown);
  const written = useOriginal();
  return (
    <>
      <bdi lang={language} dir={directionOf(language)}>
        {text}
      </bdi>
      {original !== undefined && isOriginalShown && (
        <bdi className="original" {...written}>
          {original}
        </bdi>
      )}
    </>
  );
}

/** A name, or another text that records share, in the reader's language if it has been translated. */
export function NameText({ name }: { readonly name: string }) {
  const { text, language } = readName(name, useAtlas().dataset, useTranslation());
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}

/** The attributes of an element with a text as the data set has it. */
export function useOriginal(): { readonly lang: string; readonly dir: "ltr" | "rtl" } {
  const { textLanguage } = useAtlas().dataset;
  return { lang: textLanguage, dir: directionOf(textLanguage) };
}

/** Says, where texts are translations, that they are, with the way to the originals; nothing else. */
export function TranslationNote() {
  const { session } = useDashboard();
  const { textLanguage } = useAtlas().dataset;
  const { record, language } = useWords();
  const isShown = useSession((state) => state.areOriginalsShown);
  if (useTranslation() === undefined) return null;
  const original = new Intl.DisplayNames([language], { type: "language" }).of(textLanguage) ?? textLanguage;
  return (
    <p className="translation-note quiet">
      {record.translated(original)}{" "}
      <button
        type="button"
        className="text-button"
        onClick={() => session.setState({ areOriginalsShown: !isShown })}
      >
        {isShown ? record.hideOriginals : record.showOriginals}
      </button>
    </p>
  );
}
