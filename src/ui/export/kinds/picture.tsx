import { pickName } from "../../../core/names.ts";
import { saveFile } from "../../../open/save.ts";
import { useDashboard, useView } from "../../state/dashboard.ts";
import { findPalette } from "../../state/theme.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import type { ExportKind, KindProps } from "./kind.ts";

/** One day as a picture. */
export const picture: ExportKind = {
  key: "picture",
  icon: "picture",
  nameIn: (words) => words.picture.name,
  hintIn: (words) => words.picture.hint,
  Form: PictureForm,
};

function PictureForm({ job, words }: KindProps) {
  const { atlas, store, session, openPages } = useDashboard();
  const day = useView((view) => view.day);
  return (
    <ExportLayout
      words={words}
      preview={null}
      settings={null}
      action={
        <ExportAction
          job={job}
          of={picture.key}
          words={words}
          label={words.save}
          make={async ({ signal, tell }) => {
            const view = store.getState();
            const { chartsInSight: keys, axis } = session.getState();
            const pages = await openPages();
            try {
              const { canvas } = await pages.draw(view, {
                widthPx: 1600,
                heightPx: 1000,
                pixelRatio: 2,
                palette: findPalette(view.theme),
                charts: view.hasDrawer ? { keys, axis } : undefined,
                signal,
                onProgress: tell,
              });
              const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
              if (!blob) throw new Error("no picture");
              const title = pickName(atlas.dataset.title, "en")
                .toLowerCase()
                .replaceAll(/[^a-z0-9]+/g, "-");
              const file = `${title}-${day}.png`;
              saveFile(blob, file);
              return { file };
            } finally {
              pages.remove();
            }
          }}
        />
      }
    />
  );
}
