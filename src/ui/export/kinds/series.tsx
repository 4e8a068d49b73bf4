import { useState } from "react";
import { FILM_PAGE_SIZES } from "../../../export/pages/page-sizes.ts";
import type { PictureFormat } from "../../../export/pages/picture-formats.ts";
import { saveFile } from "../../../open/save.ts";
import { useDashboard } from "../../state/dashboard.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { makeSeries } from "../make-series.ts";
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

function SeriesForm({ job, words }: KindProps) {
  const { atlas, openPages } = useDashboard();
  const [shared] = useState(() => sharePages(openPages));
  const row = useRow(true);
  const { choice, change, days, page, range, looks } = row;
  const { format } = looks.choice;
  const { widthPx, heightPx } = FILM_PAGE_SIZES[choice.size];
  const megabytes = Math.max(
    1,
    Math.round((days.length * widthPx * heightPx * BYTES_PER_PIXEL[format]) / 1e6),
  );
  const make: Parameters<typeof job.start>[1] = async (tools) => {
    if (!page) throw new Error(words.film.noChanges);
    // Not those of the preview, which may be drawn anew meanwhile.
    const pages = await openPages();
    try {
      const { content, ...made } = await makeSeries(
        pages,
        { atlas, page, days, range, format, words },
        tools,
      );
      saveFile(content, made.file);
      return made;
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
