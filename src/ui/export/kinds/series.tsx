import { useState } from "react";
import { summariseDay } from "../../../core/measure/day-summary.ts";
import { nameFile } from "../../../core/file-name.ts";
import type { SeriesPicture } from "../../../export/series/zip-series.ts";
import { saveFile } from "../../../open/save.ts";
import { describeDay } from "../../../words/day-sentence.ts";
import { wordsOf } from "../../../words/index.ts";
import { useDashboard } from "../../state/dashboard.ts";
import { encodePage, FORMAT_ENDINGS, FORMAT_NAMES, type PictureFormat } from "../encode.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { createClock, findFilmSize, tellFault, titleOf, viewOn } from "../many-pages.ts";
import { PagePreview } from "../PagePreview.tsx";
import { Check, RowSettings } from "../RowSettings.tsx";
import { sharePages } from "../one-renderer.ts";
import { useRow } from "../use-row.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** A picture for each of many days, in one archive. */
export const series: ExportKind = {
  key: "series",
  icon: "calendar",
  nameIn: (words) => words.film.series.name,
  hintIn: (words) => words.film.series.hint,
  Form: SeriesForm,
};

/** Bytes a pixel takes in a picture of a map, as measured on pages of the story. */
const BYTES_PER_PIXEL: Readonly<Record<PictureFormat, number>> = {
  png: 0.46,
  jpeg: 0.2,
  webp: 0.1,
  pdf: 0.5,
};

/** What writes archives comes with the first of them. */
const loadSeriesPart = () =>
  Promise.all([
    import("../../../export/series/zip-series.ts"),
    import("../../../export/files/scratch-file.ts"),
  ]);

function SeriesForm({ job, words }: KindProps) {
  const { atlas, openPages } = useDashboard();
  const [shared] = useState(() => sharePages(openPages));
  const row = useRow(true);
  const { choice, change, days, page, range, looks } = row;
  const { format } = looks.choice;
  const { widthPx, heightPx } = findFilmSize(choice.size);
  const megabytes = Math.max(
    1,
    Math.round((days.length * widthPx * heightPx * BYTES_PER_PIXEL[format]) / 1e6),
  );
  const make: Parameters<typeof job.start>[1] = async ({ signal, tell }) => {
    if (!page) throw new Error(words.film.noChanges);
    const { view, wish } = page;
    const [{ zipSeries }, { openScratchFile }] = await loadSeriesPart();
    // Not those of the preview, which may be drawn anew meanwhile.
    const pages = await openPages();
    const clock = createClock(words.film);
    const title = titleOf(atlas, page);
    let written = format;
    async function* draw(): AsyncGenerator<SeriesPicture> {
      for (const [index, day] of days.entries()) {
        const share = index / days.length;
        tell(share, [words.film.atPicture(index + 1, days.length), clock(share)].filter(Boolean).join(" · "));
        const shown = viewOn(view, day);
        const drawn = await pages.draw(shown, { ...wish, notesTexts: format === "pdf", signal });
        const encoded = await encodePage(drawn, format);
        if (!encoded) throw new Error(words.notEncoded);
        written = encoded.format;
        yield {
          name: nameFile([day, title], FORMAT_ENDINGS[encoded.format]),
          day,
          sentence: describeDay(summariseDay(atlas, day), atlas.dataset, wordsOf(view.language)),
          content: encoded.blob,
        };
      }
    }
    try {
      const content = await zipSeries({ pictures: draw, openFile: openScratchFile, signal });
      const file = nameFile([title, range.first, range.last], "zip");
      saveFile(content, file);
      const note = words.otherFormat(FORMAT_NAMES[format], FORMAT_NAMES[written]);
      return { file, ...(written !== format && { note }) };
    } catch (error) {
      throw tellFault(error, words.film);
    } finally {
      pages.remove();
    }
  };
  return (
    <ExportLayout
      words={words}
      preview={
        page && (
          <PagePreview
            shared={shared}
            page={page}
            label={words.preview}
            caption={[
              words.film.pictures(days.length),
              words.pixels(widthPx, heightPx),
              words.film.megabytes(megabytes),
            ].join(" · ")}
          />
        )
      }
      settings={
        <RowSettings words={words} row={row} hasFormat>
          <Check
            label={words.film.onlyChanges}
            isOn={choice.onlyChanges}
            onChange={(onlyChanges) => change({ onlyChanges })}
            note={!page && range.first <= range.last ? words.film.noChanges : undefined}
          />
        </RowSettings>
      }
      action={
        <ExportAction
          job={job}
          of={series.key}
          words={words}
          label={words.film.saveSeries}
          isImpossible={!page}
          make={make}
        />
      }
    />
  );
}
