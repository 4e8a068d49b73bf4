import "../../../../styles/page/export-share.css";
import { useMemo, useRef, useState } from "react";
import { type Day, day as toDay } from "../../../core/day.ts";
import { nameFile } from "../../../core/file-name.ts";
import { citeView } from "../../../export/citation/citation.ts";
import {
  CITATION_FORMS,
  type CitationForm,
  FORM_FILES,
  writeCitation,
} from "../../../export/citation/forms.ts";
import { nameTool } from "../../../export/provenance/xmp.ts";
import { saveFile } from "../../../open/save.ts";
import { Segmented } from "../../parts/Segmented.tsx";
import { useAtlas, useView } from "../../state/dashboard.ts";
import { keepForm, readForm } from "../share-choice.ts";
import { CopyAction, useTold } from "../CopyAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import { TextField } from "../TextField.tsx";
import { useSharing } from "../use-sharing.ts";
import type { ExportKind, KindProps } from "./kind.ts";

/** The view as it is cited in papers and articles. */
export const citation: ExportKind = {
  key: "citation",
  icon: "M5 17c2.7-.8 4.3-3 4.5-6.5V6.5H4.5v4.5h3M14.5 17c2.7-.8 4.3-3 4.5-6.5V6.5h-5v4.5h3",
  nameIn: (words) => words.share.citation.name,
  hintIn: (words) => words.share.citation.hint,
  Form: CitationForm,
};

function CitationForm({ words }: KindProps) {
  const { share } = words;
  const texts = share.citation;
  const { dataset } = useAtlas();
  const view = useView((shown) => shown);
  const sharing = useSharing();
  const [form, setForm] = useState(readForm);
  const field = useRef<HTMLTextAreaElement>(null);
  const cited = useMemo(() => {
    if (!sharing) return undefined;
    const { datasetHash: hash = "", permalink: url, ...provenance } = sharing.provenanceOf(view);
    return citeView({ dataset, view, hash, url, accessed: today(), tool: nameTool(provenance) }, texts);
  }, [dataset, view, sharing, texts]);
  const text = cited ? writeCitation(cited, form, texts).trimEnd() : "";
  const told = useTold(text);
  const names: Readonly<Record<CitationForm, string>> = {
    text: texts.plain,
    bibtex: "BibTeX",
    csl: "CSL-JSON",
  };
  function save() {
    if (!cited) return;
    const { ending, type } = FORM_FILES[form];
    const file = nameFile([cited.key], ending);
    saveFile(new Blob([text, "\n"], { type }), file);
    told.tell(words.saved(file));
  }
  return (
    <ExportLayout
      words={words}
      preview={
        <div className="export-page" data-form={form}>
          <TextField label={texts.name} text={text} rows={14} isCode={form !== "text"} field={field} />
        </div>
      }
      settings={
        <>
          <Segmented
            legend={texts.form}
            value={form}
            options={CITATION_FORMS.map((value) => ({ value, label: names[value] }))}
            onChange={(chosen) => {
              keepForm(chosen);
              setForm(chosen);
            }}
          />
          <button type="button" className="button" onClick={save}>
            {texts.save}
          </button>
          {cited && cited.makers.length === 0 && <p className="quiet export-data-note">{texts.noMakers}</p>}
          {sharing && sharing.reach !== "everybody" && <p className="export-warning">{texts.noAddress}</p>}
        </>
      }
      action={<CopyAction words={share} label={texts.copy} field={field} told={told} />}
    />
  );
}

/** By the reader's own calendar. */
function today(): Day {
  const now = new Date();
  const digits = (number: number) => String(number).padStart(2, "0");
  return toDay(`${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`);
}
