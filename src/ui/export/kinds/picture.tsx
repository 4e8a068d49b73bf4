import { useState } from "react";
import { isPossible } from "../../../export/pages/page-sizes.ts";
import { saveFile } from "../../../open/save.ts";
import { useDashboard } from "../../state/dashboard.ts";
import { FORMAT_NAMES } from "../encode.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { makePicture } from "../make-picture.ts";
import { PagePreview } from "../PagePreview.tsx";
import { PageSettings } from "../PageSettings.tsx";
import { findSize } from "../presets.ts";
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
  const make: Parameters<typeof job.start>[1] = async (tools) => {
    const wanted = { atlas, page, format: choice.format, words };
    const { content, ...made } = await shared.run((pages) => makePicture(pages, wanted, tools));
    saveFile(content, made.file);
    return made;
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
