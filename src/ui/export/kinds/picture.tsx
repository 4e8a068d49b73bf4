import { useState } from "react";
import { pickName } from "../../../core/names.ts";
import { nameFile } from "../../../core/file-name.ts";
import { saveFile } from "../../../open/save.ts";
import { useDashboard } from "../../state/dashboard.ts";
import { encodePage, FORMAT_ENDINGS, FORMAT_NAMES } from "../encode.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { PagePreview } from "../PagePreview.tsx";
import { PageSettings } from "../PageSettings.tsx";
import { findSize, isPossible } from "../presets.ts";
import { sharePages } from "../one-renderer.ts";
import { usePage } from "../use-page.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** One day as a picture. */
export const picture: ExportKind = {
  key: "picture",
  icon: "M4 5.5h16v13H4zM4 16l4.5-5 4 4.5 2.5-2.5 5 5M15.5 9.5h.01",
  nameIn: (words) => words.picture.name,
  hintIn: (words) => words.picture.hint,
  Form: PictureForm,
};

function PictureForm({ job, words }: KindProps) {
  const { atlas, openPages } = useDashboard();
  const { choice, setChoice, draft, setDraft, hasCharts, page } = usePage();
  const [shared] = useState(() => sharePages(openPages));
  const size = findSize(choice.preset, choice.own);
  const canBe = isPossible(size);
  const make: Parameters<typeof job.start>[1] = async ({ signal, tell }) => {
    const { view, wish } = page;
    // The last hundredth is for making a file of it.
    const onProgress = (share: number) => tell(0.99 * share);
    const encoded = await shared.run(async (pages) => {
      const notesTexts = choice.format === "pdf";
      const drawn = await pages.draw(view, { ...wish, notesTexts, signal, onProgress });
      return encodePage(drawn, choice.format);
    });
    signal.throwIfAborted();
    if (!encoded) throw new Error(words.notEncoded);
    const { blob, format } = encoded;
    const title = wish.parts.title ?? pickName(atlas.dataset.title, view.language);
    const days = [view.day, view.compared].filter((day) => day !== undefined).toSorted();
    const file = nameFile([title, ...days], FORMAT_ENDINGS[format]);
    saveFile(blob, file);
    const isOther = format !== choice.format;
    const note = words.otherFormat(FORMAT_NAMES[choice.format], FORMAT_NAMES[format]);
    return { file, ...(isOther && { note }) };
  };
  return (
    <ExportLayout
      words={words}
      preview={
        canBe && (
          <PagePreview
            shared={shared}
            page={page}
            label={words.preview}
            caption={`${words.pixels(size.widthPx, size.heightPx)} · ${FORMAT_NAMES[choice.format]}`}
          />
        )
      }
      settings={
        <PageSettings
          words={words}
          choice={choice}
          onChoose={setChoice}
          draft={draft}
          onDraft={setDraft}
          hasCharts={hasCharts}
        />
      }
      action={
        <ExportAction
          job={job}
          of={picture.key}
          words={words}
          label={words.save}
          isImpossible={!canBe}
          make={make}
        />
      }
    />
  );
}
