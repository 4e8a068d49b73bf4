import { type ReactNode, useState } from "react";
import type { ExportWords } from "../../words/export-words.ts";
import { useDashboard } from "../state/dashboard.ts";
import type { ExportPages } from "../state/export-pages.ts";
import { ExportAction } from "./ExportAction.tsx";
import { ExportLayout } from "./ExportLayout.tsx";
import type { ExportJob, JobResult, JobTools } from "./job.ts";
import { sharePages } from "./one-renderer.ts";
import type { ChosenPage } from "./page-wish.ts";
import { PagePreview } from "./PagePreview.tsx";
import { RowSettings } from "./RowSettings.tsx";
import type { Row } from "./use-row.ts";

/** What many days are made with. */
export interface RowTools extends JobTools {
  /** Not those of the preview, which may be drawn anew meanwhile. */
  readonly pages: ExportPages;
  /** The page of one of the days. */
  readonly page: ChosenPage;
}

interface Props {
  readonly job: ExportJob;
  /** Key of the kind. */
  readonly of: string;
  readonly words: ExportWords;
  readonly row: Row;
  /** Below the preview. */
  readonly caption: string;
  /** What only this kind has to be chosen. */
  readonly fields: ReactNode;
  /** Pictures have a format of their own among the looks. */
  readonly hasFormat: boolean;
  readonly label: string;
  readonly make: (tools: RowTools) => Promise<JobResult>;
}

/** The form of what is made of many days: it gives `make` a renderer of its own, and takes that away in the end. */
export function RowForm({ job, of, words, row, caption, fields, hasFormat, label, make }: Props) {
  const { openPages } = useDashboard();
  const [shared] = useState(() => sharePages(openPages));
  const { page } = row;

  async function makeRow(tools: JobTools): Promise<JobResult> {
    // The button is not to be pressed without one.
    if (!page) throw new Error(words.film.noChanges);
    const pages = await openPages();
    try {
      return await make({ ...tools, pages, page });
    } finally {
      pages.remove();
    }
  }

  return (
    <ExportLayout
      words={words}
      preview={page && <PagePreview shared={shared} page={page} label={words.preview} caption={caption} />}
      settings={
        <RowSettings words={words} row={row} hasFormat={hasFormat}>
          {fields}
        </RowSettings>
      }
      action={
        <ExportAction job={job} of={of} words={words} label={label} isImpossible={!page} make={makeRow} />
      }
    />
  );
}
