import type { ReactNode } from "react";
import type { ExportWords } from "../../words/export-words.ts";

interface Props {
  readonly words: ExportWords;
  readonly preview: ReactNode;
  readonly settings: ReactNode;
  /** The one button below, with what has become of it: an `ExportAction`. */
  readonly action: ReactNode;
}

/** How every kind of export is laid out beside the list of kinds. */
export function ExportLayout({ words, preview, settings, action }: Props) {
  return (
    <>
      <section className="export-preview" aria-label={words.preview}>
        {preview}
      </section>
      <section className="export-settings" aria-label={words.settings}>
        {settings}
      </section>
      <footer className="export-action">{action}</footer>
    </>
  );
}
