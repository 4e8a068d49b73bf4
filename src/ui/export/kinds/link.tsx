import "../../../../styles/page/export-share.css";
import { useEffect, useRef, useState } from "react";
import { nameFile } from "../../../core/file-name.ts";
import { readMarkOf } from "../../../core/data-mark.ts";
import { pickName } from "../../../core/names.ts";
import { saveFile } from "../../../open/save.ts";
import type { ShareWords } from "../../../words/share-words.ts";
import { useAtlas, useView } from "../../state/dashboard.ts";
import { CopyAction, useTold } from "../CopyAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import type { QrCode } from "../qr-code.ts";
import { ReachNote } from "../ReachNote.tsx";
import { TextField } from "../TextField.tsx";
import { useSharing } from "../use-sharing.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** The address of the view, to be copied or photographed. */
export const link: ExportKind = {
  key: "link",
  icon: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  nameIn: (words) => words.share.link.name,
  hintIn: (words) => words.share.link.hint,
  Form: LinkForm,
};

function LinkForm({ words }: KindProps) {
  const { share } = words;
  const { dataset } = useAtlas();
  const view = useView((shown) => shown);
  const sharing = useSharing();
  const field = useRef<HTMLTextAreaElement>(null);
  const address = sharing?.linkTo(view) ?? "";
  const told = useTold(address);
  const code = useQrCode(address);
  const mark = readMarkOf(address);
  const caption = share.citation.title(pickName(dataset.title, view.language), view.day, undefined);
  async function save(ending: "svg" | "png") {
    if (!code || code === "too-long") return;
    const file = nameFile([pickName(dataset.title, view.language), view.day, "qr"], ending);
    saveFile(ending === "svg" ? code.toSvg() : await code.toPng(), file);
    told.tell(words.saved(file));
  }
  return (
    <ExportLayout
      words={words}
      preview={sharing && code && <QrFigure words={share} code={code} caption={caption} />}
      settings={
        sharing && (
          <>
            <TextField label={share.link.address} text={address} rows={4} field={field} />
            <ReachNote words={share} reach={sharing.reach} />
            {code && code !== "too-long" && (
              <fieldset className="export-buttons">
                <legend>{share.link.code}</legend>
                {(["svg", "png"] as const).map((ending) => (
                  <button key={ending} type="button" className="button" onClick={() => void save(ending)}>
                    {share.link.saveCode(ending.toUpperCase())}
                  </button>
                ))}
              </fieldset>
            )}
            <p className="quiet export-data-note">{share.link.what}</p>
            {sharing.reach !== "browser" && (
              <p className="quiet export-data-note">
                {mark ? share.link.ofState(mark.state) : share.noState}
              </p>
            )}
          </>
        )
      }
      action={<CopyAction words={share} label={share.link.copy} field={field} told={told} />}
    />
  );
}

/** The code of an address; `undefined` until it has come. */
function useQrCode(address: string): QrCode | "too-long" | undefined {
  const [code, setCode] = useState<QrCode | "too-long">();
  useEffect(() => {
    if (address === "") return undefined;
    let isGone = false;
    import("../qr-code.ts")
      .then(({ makeQrCode }) => {
        if (!isGone) setCode(makeQrCode(address) ?? "too-long");
      })
      // The address is there without it.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [address]);
  return code;
}

interface FigureProps {
  readonly words: ShareWords;
  readonly code: QrCode | "too-long";
  /** What the code leads to. */
  readonly caption: string;
}

function QrFigure({ words, code, caption }: FigureProps) {
  if (code === "too-long") return <p className="export-reason">{words.link.tooLong}</p>;
  const side = code.size + 2 * code.margin;
  return (
    <figure className="export-qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.link.code}>
        <rect width={side} height={side} fill="#fff" />
        <path d={code.path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <figcaption className="quiet">{caption}</figcaption>
    </figure>
  );
}
