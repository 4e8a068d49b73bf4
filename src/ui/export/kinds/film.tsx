import { useEffect, useState } from "react";
import { FILM_FORMATS, type FilmFormat } from "../../../export/film/film-formats.ts";
import { countFrames, type FilmShot } from "../../../export/film/timeline.ts";
import { FILM_PAGE_SIZES, type PageSize } from "../../../export/pages/page-sizes.ts";
import { saveFile } from "../../../open/save.ts";
import type { FilmWords } from "../../../words/film-words.ts";
import { wordsOf } from "../../../words/index.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { useDashboard } from "../../state/dashboard.ts";
import type { JobResult } from "../job.ts";
import {
  canMove,
  FILM_FORMAT_NAMES,
  FRAMES_PER_SECOND,
  loadFilmPart,
  makeFilm,
  planShots,
} from "../make-film.ts";
import { Field } from "../PageSettings.tsx";
import { PACES, type RowChoice } from "../row-choice.ts";
import { RowForm, type RowTools } from "../RowForm.tsx";
import { Check } from "../RowSettings.tsx";
import { useRow } from "../use-row.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** Many days as a film. */
export const film: ExportKind = {
  key: "film",
  // A strip of film.
  icon: "M4 5h16v14H4zM8.5 5v14M15.5 5v14M4 9.7h4.5M4 14.3h4.5M15.5 9.7H20M15.5 14.3H20",
  nameIn: (words) => words.film.film.name,
  hintIn: (words) => words.film.film.hint,
  Form: FilmForm,
};

function FilmForm({ job, words }: KindProps) {
  const { atlas, readerBase } = useDashboard();
  const row = useRow(false);
  const { choice, change, days, page } = row;
  const size = FILM_PAGE_SIZES[choice.size];
  const missing = useMissingFormats(size);
  const hasMotion = choice.hasMotion && page !== undefined && canMove(page);
  const shots = planShots(atlas, days, { ...choice, hasMotion });

  async function make({ pages, page, ...tools }: RowTools): Promise<JobResult> {
    const opened = readerBase.store.getState().opened;
    const { map } = wordsOf(page.view.language);
    const credits = opened ? [map.baseFrom(opened.host), ...opened.credits] : [];
    const wanted = { atlas, page, size, days, film: choice, credits, words: words.film };
    const { content, ...made } = await makeFilm(pages, wanted, tools);
    saveFile(content, made.file);
    return made;
  }

  return (
    <RowForm
      job={job}
      of={film.key}
      words={words}
      row={row}
      caption={tellEstimate(shots, size, choice.format, words.film)}
      fields={
        <FilmFields
          words={words.film}
          choice={choice}
          change={change}
          missing={missing}
          isCompared={page !== undefined && !canMove(page)}
        />
      }
      hasFormat={false}
      label={words.film.saveFilm}
      make={make}
    />
  );
}

interface FieldsProps {
  readonly words: FilmWords;
  readonly choice: RowChoice;
  readonly change: (part: Partial<RowChoice>) => void;
  readonly missing: ReadonlySet<FilmFormat>;
  readonly isCompared: boolean;
}

function FilmFields({ words, choice, change, missing, isCompared }: FieldsProps) {
  return (
    <>
      <Field label={words.format}>
        <select
          className="button"
          value={choice.format}
          onChange={({ currentTarget: { value } }) => {
            const format = FILM_FORMATS.find((known) => known === value);
            if (format) change({ format });
          }}
        >
          {FILM_FORMATS.map((format) => (
            <option key={format} value={format} disabled={missing.has(format)}>
              {missing.has(format) ? words.missing(FILM_FORMAT_NAMES[format]) : FILM_FORMAT_NAMES[format]}
            </option>
          ))}
        </select>
      </Field>
      <Segmented
        legend={words.pace}
        value={String(choice.pace)}
        options={PACES.map((pace) => ({ value: String(pace), label: words.paceOption(pace) }))}
        onChange={(value) => {
          const pace = PACES.find((known) => String(known) === value);
          if (pace) change({ pace });
        }}
      />
      <div>
        <Check
          label={words.motion}
          isOn={choice.hasMotion}
          isImpossible={isCompared}
          note={isCompared ? words.motionCompared : words.motionNote}
          onChange={(hasMotion) => change({ hasMotion })}
        />
        <Check label={words.stops} isOn={choice.hasStops} onChange={(hasStops) => change({ hasStops })} />
        <Check label={words.cards} isOn={choice.hasCards} onChange={(hasCards) => change({ hasCards })} />
      </div>
    </>
  );
}

/** The formats that this browser says it cannot make at a size; none while it has not said so. */
function useMissingFormats({ widthPx, heightPx }: PageSize): ReadonlySet<FilmFormat> {
  const [missing, setMissing] = useState<ReadonlySet<FilmFormat>>(new Set());
  useEffect(() => {
    let isGone = false;
    void (async () => {
      const [, { claimsVideo }] = await loadFilmPart();
      const found = new Set<FilmFormat>();
      for (const format of FILM_FORMATS) {
        if (format !== "gif" && !(await claimsVideo(format, { widthPx, heightPx }))) found.add(format);
      }
      if (!isGone) setMissing(found);
      // Whatever goes wrong here is told once a film is asked for.
    })().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [widthPx, heightPx]);
  return missing;
}

/** Bytes that a pixel takes in a picture that stands anew and in one of ground on its way, as measured on the story. */
const BYTES_PER_PIXEL: Readonly<Record<FilmFormat, { readonly still: number; readonly moving: number }>> = {
  mp4: { still: 0.06, moving: 0.008 },
  "webm-vp9": { still: 0.06, moving: 0.008 },
  "webm-av1": { still: 0.05, moving: 0.006 },
  gif: { still: 0.1, moving: 0.03 },
};

function tellEstimate(
  shots: readonly FilmShot[],
  { widthPx, heightPx }: PageSize,
  format: FilmFormat,
  words: FilmWords,
): string {
  const frames = countFrames(shots);
  const moving = shots.filter(({ scene }) => scene.kind === "between").length;
  const perPixel = BYTES_PER_PIXEL[format];
  const bytes = widthPx * heightPx * (perPixel.still * (shots.length - moving) + perPixel.moving * moving);
  return [
    words.seconds(Math.round(frames / FRAMES_PER_SECOND)),
    words.frames(frames),
    words.megabytes(Math.max(1, Math.round(bytes / 1e6))),
  ].join(" · ");
}
