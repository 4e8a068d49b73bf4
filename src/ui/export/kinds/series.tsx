import { summariseDay } from "../../../core/measure/day-summary.ts";
import { nameFile } from "../../../core/file-name.ts";
import type { SeriesPicture } from "../../../export/series/zip-series.ts";
import { saveFile } from "../../../open/save.ts";
import { describeDay } from "../../../words/day-sentence.ts";
import { wordsOf } from "../../../words/index.ts";
import { useAtlas } from "../../state/dashboard.ts";
import { encodePage, FORMAT_ENDINGS, FORMAT_NAMES, type PictureFormat } from "../encode.ts";
import type { JobResult } from "../job.ts";
import { findFilmSize, viewOn } from "../many-pages.ts";
import { RowForm, type RowTools } from "../RowForm.tsx";
import { Check } from "../RowSettings.tsx";
import { useRow } from "../use-row.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** A picture for each of many days, in one archive. */
export const series: ExportKind = {
  key: "series",
  // Pictures behind each other.
  icon: "M8 8.5h12v11H8zM4.5 15.5V5H16M8 17l3.5-3.5 3 2.5 2-1.5 3.5 3",
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
  const atlas = useAtlas();
  const row = useRow(true);
  const { choice, change, days, page, range, looks } = row;
  const { format } = looks.choice;
  const { widthPx, heightPx } = findFilmSize(choice.size);
  const megabytes = Math.max(
    1,
    Math.round((days.length * widthPx * heightPx * BYTES_PER_PIXEL[format]) / 1e6),
  );

  async function make({ signal, tell, pages, page, title, timeLeft }: RowTools): Promise<JobResult> {
    const { view, wish } = page;
    const [{ zipSeries }, { openScratchFile }] = await loadSeriesPart();
    let written = format;
    async function* draw(): AsyncGenerator<SeriesPicture> {
      for (const [index, day] of days.entries()) {
        const share = index / days.length;
        const picture = words.film.atPicture(index + 1, days.length);
        tell(share, [picture, timeLeft(share)].filter(Boolean).join(" · "));
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
    const content = await zipSeries({ pictures: draw, openFile: openScratchFile, signal });
    const file = nameFile([title, range.first, range.last], "zip");
    saveFile(content, file);
    const note = words.otherFormat(FORMAT_NAMES[format], FORMAT_NAMES[written]);
    return { file, ...(written !== format && { note }) };
  }

  return (
    <RowForm
      job={job}
      of={series.key}
      words={words}
      row={row}
      caption={[
        words.film.pictures(days.length),
        words.pixels(widthPx, heightPx),
        words.film.megabytes(megabytes),
      ].join(" · ")}
      fields={
        <Check
          label={words.film.onlyChanges}
          isOn={choice.onlyChanges}
          onChange={(onlyChanges) => change({ onlyChanges })}
          note={!page && range.first <= range.last ? words.film.noChanges : undefined}
        />
      }
      hasFormat
      label={words.film.saveSeries}
      make={make}
    />
  );
}
