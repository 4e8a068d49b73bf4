import { useEffect, useState } from "react";
import { nameFile } from "../../../core/file-name.ts";
import type { Film, FormatFault } from "../../../export/film/encode-film.ts";
import { extensionOf, FILM_FORMATS, type FilmFormat } from "../../../export/film/film-formats.ts";
import { countFrames, type FilmShot, listSampleScenes, planFilm } from "../../../export/film/timeline.ts";
import type { Provenance } from "../../../export/provenance/provenance.ts";
import { saveFile } from "../../../open/save.ts";
import type { FilmWords } from "../../../words/film-words.ts";
import { wordsOf } from "../../../words/index.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { useDashboard } from "../../state/dashboard.ts";
import { drawFrames, drawScene, writeCards } from "../film-frames.ts";
import type { JobResult } from "../job.ts";
import { findFilmSize, hasChanges, movesOn } from "../many-pages.ts";
import { Field } from "../PageSettings.tsx";
import { type PageSize } from "../presets.ts";
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

const FRAMES_PER_SECOND = 24;
/** In seconds. */
const TITLE_STAYS = 2;
const SOURCES_STAY = 3;

/** As formats are called, in every language. */
const NAMES: Readonly<Record<FilmFormat, string>> = {
  mp4: "MP4 (H.264)",
  "webm-vp9": "WebM (VP9)",
  "webm-av1": "WebM (AV1)",
  gif: "GIF",
};

/** What encodes films comes with the form, as it knows what the browser can do. */
const loadFilmPart = () =>
  Promise.all([
    import("../../../export/film/encode-film.ts"),
    import("../../../export/film/video.ts"),
    import("../../../export/files/scratch-file.ts"),
  ]);

function FilmForm({ job, words }: KindProps) {
  const { atlas, readerBase } = useDashboard();
  const row = useRow(false);
  const { choice, change, days, page, range } = row;
  const size = findFilmSize(choice.size);
  const missing = useMissingFormats(size);
  // Two maps have each a day of their own: neither is on its way to the next.
  const isCompared = page?.view.compared !== undefined;
  const hasMotion = choice.hasMotion && !isCompared;
  const shots = planShots(atlas, days, { ...choice, hasMotion });
  const frameCount = countFrames(shots);

  async function make({ signal, tell, pages, page, title, timeLeft }: RowTools): Promise<JobResult> {
    const [{ encodeFilm, NoFilmFormat }, , { openScratchFile }] = await loadFilmPart();
    const opened = readerBase.store.getState().opened;
    const { map } = wordsOf(page.view.language);
    const cards = writeCards(
      {
        atlas,
        page,
        days: [range.first, range.last],
        count: days.length,
        hasMotion,
        credits: opened ? [map.baseFrom(opened.host), ...opened.credits] : [],
      },
      words.film,
    );
    const content = { atlas, page, cards };
    try {
      const made = await encodeFilm({
        frames: () => drawFrames(pages, content, shots, signal),
        frameCount,
        samples: async function* () {
          for (const scene of listSampleScenes(shots)) yield await drawScene(pages, content, scene, signal);
        },
        widthPx: size.widthPx,
        heightPx: size.heightPx,
        framesPerSecond: FRAMES_PER_SECOND,
        format: choice.format,
        tags: { title, comment: writeComment(pages.provenanceOf(page.view)) },
        openFile: openScratchFile,
        signal,
        onProgress: (done) => {
          const share = done / frameCount;
          tell(share, [words.film.atFrame(done, frameCount), timeLeft(share)].filter(Boolean).join(" · "));
        },
      });
      const file = nameFile([title, range.first, range.last], extensionOf(made.format));
      saveFile(made.content, file);
      return { file, note: tellFormat(made, words.film) };
    } catch (error) {
      if (error instanceof NoFilmFormat) throw new Error(words.film.noFormat, { cause: error });
      throw error;
    }
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
          isCompared={isCompared}
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
              {missing.has(format) ? words.missing(NAMES[format]) : NAMES[format]}
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

type Dashboard = ReturnType<typeof useDashboard>;

function planShots(
  atlas: Dashboard["atlas"],
  days: ReturnType<typeof useRow>["days"],
  { pace, hasMotion, hasStops, hasCards }: RowChoice,
): FilmShot[] {
  const framesPerDay = Math.round(pace * FRAMES_PER_SECOND);
  return planFilm(
    days.map((day) => ({ day, hasChanges: hasChanges(atlas, day), movesOn: movesOn(atlas, day) })),
    {
      framesPerDay,
      stopFrames: hasStops ? framesPerDay : 0,
      hasMotion,
      titleFrames: hasCards ? TITLE_STAYS * FRAMES_PER_SECOND : 0,
      sourcesFrames: hasCards ? SOURCES_STAY * FRAMES_PER_SECOND : 0,
    },
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

/** What is written into a film of where it is from: the view that it was made of, the data, and whose they are. */
function writeComment({ permalink, address, datasetHash, sources, licence, version }: Provenance): string {
  const data = datasetHash === undefined ? undefined : `SHA-256 ${datasetHash}`;
  const tool = `Frontline Atlas ${version}`;
  return [permalink ?? `?${address}`, data, ...sources, licence, tool].filter(Boolean).join("\n");
}

/** Which format a film has, and why it is not another. */
function tellFormat({ format, faults }: Film, words: FilmWords): string {
  const tell = (fault: FormatFault) =>
    fault.kind === "unsupported"
      ? words.unsupported(NAMES[fault.format])
      : words.brokenFormat(NAMES[fault.format]);
  return [...faults.map(tell), words.made(NAMES[format])].join(" ");
}
