import { palettes } from "../../styles/palette.ts";
import { LANGUAGES, loadWords } from "../words/index.ts";
import type { Words } from "../words/types.ts";

/** What is on the page before any script runs, to be put into index.html. */
export interface FirstPaint {
  /** Content of the element that the page is drawn in, which takes it away. */
  readonly markup: string;
  readonly style: string;
  /** Takes away what is not in the language asked for. All is readable without it. */
  readonly script: string;
}

/** Longer than the first load takes on a slow line. */
const PATIENCE_S = 12;

/**
 * Says in every language that the page is loading, some seconds later what to do if nothing comes, and where scripts are
 * turned off that they are needed. The waiting is done by the style, since scripts are what may not come.
 */
export async function makeFirstPaint(): Promise<FirstPaint> {
  const codes = Object.keys(LANGUAGES);
  const all = await Promise.all(codes.map((code) => loadWords(code)));
  return {
    markup: ['<main class="first">', ...all.map(writeLanguage), "</main>"].join("\n"),
    style: makeStyle(all),
    script: makeScript(codes),
  };
}

function writeLanguage({ language, direction, chrome, notices }: Words): string {
  const title = `<h1>${escapeText(chrome.title)}</h1>`;
  const wait = `<p class="first-wait">${escapeText(notices.loading)}</p>`;
  const late = `<p class="first-late">${escapeText(notices.loadingLong)} <a href="">${escapeText(notices.reload)}</a></p>`;
  const none = `<noscript><p>${escapeText(notices.needsScripts)}</p></noscript>`;
  return `<section lang="${language}" dir="${direction}">${title}${wait}${late}${none}</section>`;
}

function makeStyle(all: readonly Words[]): string {
  const { light, dark, contrast } = palettes;
  const others = all.map(({ language }) => `[data-first=${language}] .first>:not([lang=${language}])`);
  return [
    ".first{position:fixed;inset:0;overflow:auto;padding:18vh max(1.5rem,50vw - 17rem) 1.5rem;font:1rem/1.5 system-ui,sans-serif}",
    `.first{background:${light.paper};color:${light.ink}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-paint=light]) .first{background:${dark.paper};color:${dark.ink}}}`,
    `:root[data-paint=dark] .first{background:${dark.paper};color:${dark.ink}}`,
    `:root[data-paint=contrast] .first{background:${contrast.paper};color:${contrast.ink}}`,
    `@media(prefers-contrast:more){:root[data-paint=""] .first{background:${contrast.paper};color:${contrast.ink}}}`,
    ".first h1{font-size:1.5rem}",
    ".first p{margin:.5rem 0}",
    ".first a{color:inherit}",
    // Not a motion but a moment: who wants none still has to be told.
    `.first .first-late{visibility:hidden;animation:first-late 0s ${PATIENCE_S}s forwards!important}`,
    ".first-stuck .first .first-late{visibility:visible}",
    "@keyframes first-late{to{visibility:visible}}",
    "@media(scripting:none){.first .first-wait,.first .first-late{display:none}}",
    `${others.join(",")}{display:none}`,
  ].join("");
}

/**
 * Also tells at once what the style tells after a while, if a file of the page cannot be had or fails; a style sheet is asked for
 * once more, also one of a part that comes later: nothing else would.
 */
function makeScript(codes: readonly string[]): string {
  return `{
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const languages = ${JSON.stringify(codes)};
root.dataset.first = languages.includes(asked.get("lang")) ? asked.get("lang") : languages[0];
root.dataset.paint = asked.get("theme") || "";
addEventListener("error", ({ target }) => {
root.classList.add("first-stuck");
if (target.rel !== "stylesheet" || target.id) return;
root.classList.add("first-bare");
const again = target.cloneNode();
again.id = "again";
setTimeout(() => target.replaceWith(again), 3000);
}, true);
}`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
