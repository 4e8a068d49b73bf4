import "../../../../styles/page/export-share.css";
import { useEffect, useId, useRef, useState } from "react";
import { type Language, pickName } from "../../../core/names.ts";
import { type Theme, THEMES } from "../../../core/view.ts";
import { writeFrameCode } from "../../../export/frame-code.ts";
import { findExportWords, loadExportWords } from "../../../words/export-words.ts";
import { LANGUAGES } from "../../../words/index.ts";
import type { ShareWords } from "../../../words/share-words.ts";
import { laterWordsOf } from "../../../words/words-of-later.ts";
import { useAtlas, useView, useWords } from "../../state/dashboard.ts";
import { CopyAction, useTold } from "../CopyAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { Field } from "../PageSettings.tsx";
import { ReachNote } from "../ReachNote.tsx";
import { FRAME_LIMITS, type FrameSize, isLength, keepFrameSize, readFrameSize } from "../share-choice.ts";
import { TextField } from "../TextField.tsx";
import { useSharing } from "../use-sharing.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** The page within an article. */
export const embed: ExportKind = {
  key: "embed",
  icon: "M8.5 8L4.5 12l4 4M15.5 8l4 4-4 4M13.5 5.5l-3 13",
  nameIn: (words) => words.share.embed.name,
  hintIn: (words) => words.share.embed.hint,
  Form: EmbedForm,
};

function EmbedForm({ words }: KindProps) {
  const { share } = words;
  const { dataset } = useAtlas();
  const shown = useView((view) => view);
  const sharing = useSharing();
  const [size, setSize] = useState(readFrameSize);
  const [language, setLanguage] = useState(shown.language);
  const [theme, setTheme] = useState(shown.theme);
  const field = useRef<HTMLTextAreaElement>(null);
  const view = { ...shown, language, theme };
  const title = useTextsIn(language, share).embed.title(pickName(dataset.title, language), shown.day);
  const isPossible = isLength(size.height) && (size.width === undefined || isLength(size.width));
  const src = sharing?.frameOf?.(view);
  const code = src !== undefined && isPossible ? writeFrameCode({ ...size, src, title }) : "";
  const told = useTold(code);
  const copy = (
    <CopyAction words={share} label={share.embed.copy} field={field} told={told} isImpossible={code === ""} />
  );
  if (sharing && !sharing.frameOf) {
    const reason = <p className="export-reason">{share.embed.oneFile}</p>;
    return <ExportLayout words={words} preview={reason} settings={undefined} action={copy} />;
  }
  return (
    <ExportLayout
      words={words}
      preview={
        sharing?.previewOf &&
        isPossible && <FramePreview src={sharing.previewOf(view)} title={title} size={size} />
      }
      settings={
        <>
          <TextField label={share.embed.code} text={code} rows={6} field={field} />
          {sharing && <ReachNote words={share} reach={sharing.reach} />}
          <SizeFields
            words={share}
            size={size}
            onSize={(chosen) => {
              keepFrameSize(chosen);
              setSize(chosen);
            }}
          />
          <Looks
            words={share}
            language={language}
            theme={theme}
            labels={[words.language, words.theme]}
            onLanguage={setLanguage}
            onTheme={setTheme}
          />
          <p className="quiet export-data-note">{share.embed.what}</p>
          {sharing?.oembed !== undefined && <OembedField words={share} address={sharing.oembed} />}
        </>
      }
      action={copy}
    />
  );
}

/** The texts of another language than the page's, once they have come; those of the page until then. */
function useTextsIn(language: Language, texts: ShareWords): ShareWords {
  const [, setCome] = useState(0);
  const words = findExportWords(language);
  useEffect(() => {
    if (words) return;
    loadExportWords(language)
      .then(() => setCome((count) => count + 1))
      // Then the title is in the language of the page.
      .catch(() => {});
  }, [language, words]);
  return words?.share ?? texts;
}

interface SizeProps {
  readonly words: ShareWords;
  readonly size: FrameSize;
  readonly onSize: (size: FrameSize) => void;
}

function SizeFields({ words: { embed }, size, onSize }: SizeProps) {
  const note = useId();
  const isFaulty = (value: number | undefined) => value !== undefined && !isLength(value);
  const number = (name: keyof FrameSize, label: string, placeholder?: string) => (
    <Field label={label}>
      <input
        type="number"
        inputMode="numeric"
        placeholder={placeholder}
        aria-invalid={isFaulty(size[name])}
        aria-describedby={isFaulty(size[name]) ? note : undefined}
        defaultValue={size[name]}
        onChange={({ currentTarget: { value, valueAsNumber } }) =>
          onSize({ ...size, [name]: value === "" && name === "width" ? undefined : valueAsNumber })
        }
      />
    </Field>
  );
  return (
    <div className="export-days">
      {number("width", embed.width, embed.fullWidth)}
      {number("height", embed.height)}
      {(isFaulty(size.width) || isFaulty(size.height)) && (
        <p className="export-fault" id={note} role="alert">
          {embed.sizeLimits(FRAME_LIMITS.least, FRAME_LIMITS.most)}
        </p>
      )}
    </div>
  );
}

interface LooksProps {
  readonly words: ShareWords;
  readonly language: Language;
  readonly theme: Theme | undefined;
  readonly labels: readonly [language: string, theme: string];
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: Theme | undefined) => void;
}

function Looks({ words, language, theme, labels, onLanguage, onTheme }: LooksProps) {
  const { looks } = laterWordsOf(useWords());
  const names: Readonly<Record<Theme, string>> = {
    light: looks.themeLight,
    dark: looks.themeDark,
    contrast: looks.themeContrast,
  };
  return (
    <div className="export-days">
      <Field label={labels[0]}>
        <select
          className="button"
          value={language}
          onChange={({ currentTarget }) => onLanguage(currentTarget.value)}
        >
          {Object.entries(LANGUAGES).map(([code, { label }]) => (
            <option key={code} value={code} lang={code}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label={labels[1]}>
        <select
          className="button"
          value={theme ?? ""}
          onChange={({ currentTarget: { value } }) => onTheme(THEMES.find((known) => known === value))}
        >
          <option value="">{words.embed.asReader}</option>
          {THEMES.map((known) => (
            <option key={known} value={known}>
              {names[known]}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}

function OembedField({ words, address }: { readonly words: ShareWords; readonly address: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return <TextField label={words.embed.oembed} text={address} rows={2} field={field} />;
}

/** How long choosing may rest before the preview follows: it is a whole page. */
const QUIET_MS = 400;

interface PreviewProps {
  readonly src: string;
  readonly title: string;
  readonly size: FrameSize;
}

/** The page as it will stand in an article, as far as there is room. */
function FramePreview({ src, title, size: { width, height } }: PreviewProps) {
  const [opened, setOpened] = useState(src);
  useEffect(() => {
    const timer = setTimeout(() => setOpened(src), QUIET_MS);
    return () => clearTimeout(timer);
  }, [src]);
  return (
    <div className="export-frame">
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- It is this page itself. */}
      <iframe
        key={opened}
        src={opened}
        title={title}
        style={{ inlineSize: width === undefined ? "100%" : `${width}px`, blockSize: `${height}px` }}
      />
    </div>
  );
}
