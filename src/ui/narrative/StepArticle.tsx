import { useId, useMemo, useState } from "react";
import {
  findToldRecord,
  listMarked,
  type NarrativeStep,
  readPassage,
  type ToldRecord,
} from "../../core/narrative.ts";
import { directionOf, type Language, pickLanguage } from "../../core/names.ts";
import { TextIn } from "../parts/TextIn.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { RecordCard } from "./RecordCard.tsx";
import { StepChart } from "./StepChart.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly step: NarrativeStep;
  readonly number: number;
  readonly total: number;
  readonly isCurrent: boolean;
}

/** A record with the number of its mark, from 1 in the order of the step's text. */
interface Marked {
  readonly id: string;
  readonly number: number;
  readonly told: ToldRecord;
}

/** One step: its date, its heading, the sentence that stands out, the text with its marks, and the record that is open. */
export function StepArticle({ step, number, total, isCurrent }: Props) {
  const words = useWords();
  const { dates, language } = words;
  const { story } = laterWordsOf(words);
  const marked = useMarked(step, language);
  const [openId, setOpenId] = useState<string>();
  const cardId = useId();
  const open = marked.find(({ id }) => id === openId);
  const toggle = (id: string) => setOpenId(id === openId ? undefined : id);
  const text = { marked, openId, cardId, onMark: toggle };
  return (
    <article className="step" data-step={step.id} aria-current={isCurrent ? "step" : undefined}>
      <p className="quiet step-position">{story.position(number, total)}</p>
      <h3 className="step-heading" id={`step-${step.id}`} tabIndex={-1}>
        <time className="step-date" dateTime={step.day}>
          {dates.long(step.day)}
        </time>
        <span className="step-title">
          <TextIn names={step.heading} />
        </span>
      </h3>
      <p className="step-lead">
        <MarkedText names={step.lead} {...text} />
      </p>
      <p className="step-text">
        <MarkedText names={step.text} {...text} />
      </p>
      {open && (
        <RecordCard
          key={open.id}
          id={cardId}
          told={open.told}
          number={open.number}
          onClose={() => setOpenId(undefined)}
        />
      )}
      {step.chart !== undefined && <StepChart chart={step.chart} day={step.day} />}
    </article>
  );
}

/** Marks of records that the data set does not have are left out. */
function useMarked({ lead, text }: NarrativeStep, language: Language): readonly Marked[] {
  const atlas = useAtlas();
  return useMemo(() => {
    const texts = [lead, text].map((names) => names[pickLanguage(names, language) ?? ""] ?? "");
    const found = listMarked(...texts).flatMap((id) => {
      const told = findToldRecord(atlas, id);
      return told ? [{ id, told }] : [];
    });
    return found.map((record, index) => ({ ...record, number: index + 1 }));
  }, [atlas, lead, text, language]);
}

interface TextProps {
  readonly names: NarrativeStep["lead"];
  readonly marked: readonly Marked[];
  readonly openId: string | undefined;
  readonly cardId: string;
  readonly onMark: (id: string) => void;
}

function MarkedText({ names, marked, openId, cardId, onMark }: TextProps) {
  const words = useWords();
  const language = pickLanguage(names, words.language);
  if (language === undefined) return null;
  return (
    <span lang={language} dir={directionOf(language)}>
      {readPassage(names[language] ?? "").map((passage, index) => {
        const [head, last] = cutLastWord(passage.text);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a text is what it is
          <span key={index}>
            {head}
            <span className="marked">
              {last}
              {marked
                .filter(({ id }) => passage.records.includes(id))
                .map(({ id, number }) => (
                  <sup key={id}>
                    <button
                      type="button"
                      className="mark"
                      aria-label={laterWordsOf(words).story.mark(number)}
                      aria-expanded={id === openId}
                      aria-controls={id === openId ? cardId : undefined}
                      data-record={id}
                      onClick={() => onMark(id)}
                    >
                      {number}
                    </button>
                  </sup>
                ))}
            </span>
          </span>
        );
      })}
    </span>
  );
}

/** The word that marks follow stays on one line with them. */
function cutLastWord(text: string): [string, string] {
  const at = text.trimEnd().lastIndexOf(" ") + 1;
  return [text.slice(0, at), text.slice(at)];
}
