import { type ReactNode, useId, useState } from "react";
import { pickName } from "../../core/names.ts";
import { isPossible, type PageSize, SIZE_LIMITS } from "../../export/pages/page-sizes.ts";
import { PICTURE_FORMATS } from "../../export/pages/picture-formats.ts";
import { LANGUAGES, wordsOf } from "../../words/index.ts";
import { type ExportWords, PAGE_PARTS, PAGE_PRESETS, type PagePart } from "../../words/export-words.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { Segmented } from "../parts/Segmented.tsx";
import { type PageChoice, type PageDraft, PICTURE_THEMES, type PictureTheme } from "./choice.ts";
import { FORMAT_NAMES } from "./encode.ts";

interface Props {
  readonly words: ExportWords;
  readonly choice: PageChoice;
  readonly onChoose: (choice: PageChoice) => void;
  readonly draft: PageDraft;
  readonly onDraft: (draft: PageDraft) => void;
  /** Whether there are charts that could be put on the page. */
  readonly hasCharts: boolean;
  /** Files of pages have another format: a film. */
  readonly hasFormat?: boolean;
  /** Sizes are chosen elsewhere. */
  readonly hasSize?: boolean;
}

/** Size, looks, texts and parts of pages: the same for all kinds of export that draw pages. */
export function PageSettings({ hasFormat = true, hasSize = true, ...props }: Props) {
  const { words, choice, onChoose } = props;
  return (
    <>
      {hasSize && <SizeFields {...props} />}
      {hasFormat && (
        <Segmented
          legend={words.format}
          value={choice.format}
          options={PICTURE_FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
          onChange={(format) => onChoose({ ...choice, format })}
        />
      )}
      <Looks {...props} />
      <PartFields {...props} />
      <TextFields {...props} />
    </>
  );
}

export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- Its field is among the children.
    <label className="export-field">
      <span>{label}</span>
      {children}
    </label>
  );
}

function SizeFields({ words, choice, onChoose }: Props) {
  const { preset, own } = choice;
  const isFaulty = !isPossible(own);
  const change = (part: Partial<PageSize>) => onChoose({ ...choice, own: { ...own, ...part } });
  const note = useId();
  const number = (name: keyof PageSize, label: string, step: number) => (
    <Field label={label}>
      <input
        type="number"
        step={step}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? note : undefined}
        defaultValue={own[name]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.valueAsNumber })}
      />
    </Field>
  );
  return (
    <>
      <Field label={words.size}>
        <select
          className="button"
          value={preset}
          onChange={({ currentTarget: { value } }) => {
            const chosen = PAGE_PRESETS.find((known) => known === value);
            if (chosen) onChoose({ ...choice, preset: chosen });
          }}
        >
          {PAGE_PRESETS.map((name) => (
            <option key={name} value={name}>
              {words.preset[name]}
            </option>
          ))}
        </select>
      </Field>
      {preset === "own" && (
        <div className="export-own">
          {number("widthPx", words.width, 1)}
          {number("heightPx", words.height, 1)}
          {number("density", words.density, 0.125)}
          {isFaulty && (
            <p className="export-fault" id={note} role="alert">
              {words.sizeLimits(SIZE_LIMITS.least, SIZE_LIMITS.most)}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Looks({ words, choice, onChoose, draft, onDraft }: Props) {
  const { looks } = laterWordsOf(useWords());
  const language = useView((view) => view.language);
  const names: Readonly<Record<PictureTheme, string>> = {
    page: words.themeOfPage,
    print: words.themePrint,
    light: looks.themeLight,
    dark: looks.themeDark,
    contrast: looks.themeContrast,
  };
  return (
    <>
      <Field label={words.theme}>
        <select
          className="button"
          value={choice.theme}
          onChange={({ currentTarget: { value } }) => {
            const theme = PICTURE_THEMES.find((known) => known === value);
            if (theme) onChoose({ ...choice, theme });
          }}
        >
          {PICTURE_THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {names[theme]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.language}>
        <select
          className="button"
          value={draft.language ?? language}
          onChange={({ currentTarget }) => onDraft({ ...draft, language: currentTarget.value })}
        >
          {Object.entries(LANGUAGES).map(([code, { label }]) => (
            <option key={code} value={code} lang={code}>
              {label}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function PartFields({ words, choice, onChoose, hasCharts }: Props) {
  const { dataset } = useAtlas();
  const compared = useView((view) => view.compared);
  const { dates } = useWords();
  const isOffered = (part: PagePart) =>
    (part !== "comparison" || compared !== undefined) && (part !== "charts" || hasCharts);
  const hasSources = dataset.credits.length > 0 || dataset.licence !== "";
  const hasLineNote = Object.keys(dataset.lineNote).length > 0;
  return (
    <fieldset className="export-parts">
      <legend>{words.parts}</legend>
      {PAGE_PARTS.filter(isOffered).map((part) => (
        <label key={part} className="check">
          <input
            type="checkbox"
            checked={choice.parts[part]}
            onChange={({ currentTarget: { checked } }) =>
              onChoose({ ...choice, parts: { ...choice.parts, [part]: checked } })
            }
          />
          {part === "comparison"
            ? words.comparedWith(dates.long(compared ?? dataset.firstDay))
            : words.part[part]}
        </label>
      ))}
      <Standing
        label={words.sources}
        reason={hasSources ? words.sourcesStay : words.noSources}
        isThere={hasSources}
      />
      {hasLineNote && <Standing label={words.lineNote} reason={words.lineNoteStays} isThere />}
    </fieldset>
  );
}

/** A part that is not the reader's to choose, with the reason. */
function Standing({
  label,
  reason,
  isThere,
}: {
  readonly label: string;
  readonly reason: string;
  readonly isThere: boolean;
}) {
  const note = useId();
  return (
    <div className="export-standing">
      <label className="check">
        <input type="checkbox" checked={isThere} aria-describedby={note} disabled readOnly />
        {label}
      </label>
      <p className="quiet" id={note}>
        {reason}
      </p>
    </div>
  );
}

/** As long as a title may be that still leaves room for the rest of a page. */
const MOST_LETTERS = 140;

function TextFields({ words, draft, onDraft }: Props) {
  const { atlas } = useDashboard();
  const language = useView((view) => view.language);
  const spoken = draft.language ?? language;
  return (
    <fieldset className="export-texts">
      <legend>{words.texts}</legend>
      <Field label={words.titleField}>
        <input
          type="text"
          // An empty field begins where the page's lines do.
          dir={draft.title === "" ? undefined : "auto"}
          maxLength={MOST_LETTERS}
          value={draft.title}
          placeholder={pickName(atlas.dataset.title, wordsOf(spoken).language)}
          onChange={({ currentTarget }) => onDraft({ ...draft, title: currentTarget.value })}
        />
      </Field>
      <Field label={words.subtitle}>
        <input
          type="text"
          dir={draft.subtitle === "" ? undefined : "auto"}
          maxLength={MOST_LETTERS}
          value={draft.subtitle}
          placeholder={words.subtitleHint}
          onChange={({ currentTarget }) => onDraft({ ...draft, subtitle: currentTarget.value })}
        />
      </Field>
      <LogoField words={words} draft={draft} onDraft={onDraft} />
    </fieldset>
  );
}

function LogoField({ words, draft, onDraft }: Pick<Props, "words" | "draft" | "onDraft">) {
  const [isUnreadable, setUnreadable] = useState(false);
  async function read(file: File | undefined) {
    if (!file) return;
    try {
      const logo = await createImageBitmap(file);
      setUnreadable(false);
      onDraft({ ...draft, logo });
    } catch {
      setUnreadable(true);
    }
  }
  return (
    <div className="export-logo">
      <span className="export-logo-label">{words.logo}</span>
      {draft.logo ? (
        <button type="button" className="button" onClick={() => onDraft({ ...draft, logo: undefined })}>
          {words.removeLogo}
        </button>
      ) : (
        <label className="button">
          {words.chooseLogo}
          <input
            type="file"
            className="visually-hidden"
            accept="image/png,image/jpeg,image/webp"
            onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
          />
        </label>
      )}
      <p className={isUnreadable ? "export-fault" : "quiet"} role={isUnreadable ? "alert" : undefined}>
        {isUnreadable ? words.logoUnreadable : words.logoStays}
      </p>
    </div>
  );
}
