import type { CitationWords } from "../../words/share-words.ts";
import { type Citation } from "./citation.ts";

export const CITATION_FORMS = ["text", "bibtex", "csl"] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** How files of each form end, and what they are. */
export const FORM_FILES: Readonly<Record<CitationForm, { readonly ending: string; readonly type: string }>> =
  {
    text: { ending: "txt", type: "text/plain" },
    bibtex: { ending: "bib", type: "application/x-bibtex" },
    csl: { ending: "json", type: "application/vnd.citationstyles.csl+json" },
  };

/** A citation as it is pasted into a text or a program for references; it ends with a line break. */
export function writeCitation(citation: Citation, form: CitationForm, words: CitationWords): string {
  if (form === "text") return writeText(citation, words);
  const plain = { ...citation, title: stripMarks(citation.title), notes: citation.notes.map(stripMarks) };
  return form === "csl" ? writeCsl(plain) : writeBibtex(plain);
}

/** Without the marks that keep Latin text in order on a page that runs from right to left: programs show them as boxes. */
function stripMarks(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, "");
}

function writeText(citation: Citation, words: CitationWords): string {
  const { title, makers, state, url, accessed, tool, notes } = citation;
  const data = state === undefined ? words.dataset : words.state(state);
  const sentences = [
    makers.join("; "),
    `${title} [${data}, ${tool}]`,
    ...notes,
    url,
    words.accessed(accessed),
  ];
  const said = sentences.filter((text) => text !== undefined && text !== "");
  // An address takes no full stop, which would be read as part of it.
  return `${said.map((text) => (text === url ? text : endSentence(text ?? ""))).join(" ")}\n`;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** One entry for BibTeX and BibLaTeX, in UTF-8: what stands for itself in TeX is written as its name. */
function writeBibtex({ key, title, makers, state, url, accessed, tool, notes }: Citation): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    // In braces of their own, names and titles stay as they are: no part of them is a first name, a list or a small letter.
    ["author", makers.length > 0 ? makers.map((maker) => `{${escapeTex(maker)}}`).join(" and ") : undefined],
    ["title", `{${escapeTex(title)}}`],
    ["version", state],
    // Addresses are taken letter by letter, and have no braces: those are %7B and %7D.
    ["url", url],
    ["urldate", accessed],
    ["note", escapeTex([...notes, tool].map(endSentence).join(" "))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@misc{${key},`, ...lines, "}", ""].join("\n");
}

/** Braces are written by name, as BibTeX counts them wherever they stand. */
const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  $: "\\$",
  _: "\\_",
};

function escapeTex(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\{}~^%&#$_]/g, (mark) => TEX[mark] ?? mark);
}

/** A list of one item, as CSL-JSON is: an item has no member that its schema does not know. */
function writeCsl({ key, title, makers, state, url, accessed, language, tool, notes }: Citation): string {
  const [year = 0, month = 1, date = 1] = accessed.split("-").map(Number);
  const item = {
    id: key,
    type: "dataset",
    title,
    ...(makers.length > 0 && { author: makers.map((literal) => ({ literal })) }),
    ...(state !== undefined && { version: state }),
    ...(url !== undefined && { URL: url }),
    accessed: { "date-parts": [[year, month, date]] },
    language,
    source: tool,
    note: notes.map(endSentence).join(" "),
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
