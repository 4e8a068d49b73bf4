import { FILM_PAGE_SIZES } from "../../../export/pages/page-sizes.ts";
import type { PictureFormat } from "../../../export/pages/picture-formats.ts";
import { saveFile } from "../../../open/save.ts";
import { useAtlas } from "../../state/dashboard.ts";
import type { JobResult } from "../job.ts";
import { makeSeries } from "../make-series.ts";
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

function SeriesForm({ job, words }: KindProps) {
  const atlas = useAtlas();
  const row = useRow(true);
  const { choice, change, days, page, range, looks } = row;
  const { format } = looks.choice;
  const { widthPx, heightPx } = FILM_PAGE_SIZES[choice.size];
  const megabytes = Math.max(
    1,
    Math.round((days.length * widthPx * heightPx * BYTES_PER_PIXEL[format]) / 1e6),
  );

  async function make({ pages, page, ...tools }: RowTools): Promise<JobResult> {
    const { content, ...made } = await makeSeries(pages, { atlas, page, days, range, format, words }, tools);
    saveFile(content, made.file);
    return made;
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
