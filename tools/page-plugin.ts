import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** What stands on the page before its own script has come. */
interface FirstPaint {
  readonly markup: string;
  readonly style: string;
  readonly script: string;
}

/**
 * Completes index.html: what is on the page before any script, in development too, and in the build a policy by which a
 * browser runs and shows nothing on the page but its own files and what it makes itself.
 */
export function pagePlugin(makeFirstPaint: () => Promise<FirstPaint>): Plugin {
  return {
    name: "frontline-page",
    transformIndexHtml: {
      order: "post",
      async handler(page, { server }) {
        const { markup, style, script } = await makeFirstPaint();
        const filled = replaceOnce(
          replaceOnce(page, '<div id="root"></div>', `<div id="root">\n${markup}\n</div>`),
          "</head>",
          `  <style>${style}</style>\n    <script>${script}</script>\n  </head>`,
        );
        if (server) return filled;
        const policy = `<meta http-equiv="Content-Security-Policy" content="${makePolicy(style, script)}" />`;
        const charset = '<meta charset="utf-8" />';
        return moveStyles(replaceOnce(filled, charset, `${charset}\n    ${policy}`));
      },
    },
  };
}

/** By hash, the one inline style and script are allowed and no others. */
function makePolicy(style: string, script: string): string {
  const rules = {
    "default-src": "'none'",
    "script-src": `'self' ${hash(script)}`,
    "style-src": `'self' ${hash(style)}`,
    "font-src": "'self'",
    // The icon and the buttons of the map are written into page and style; pictures are made on the page.
    "img-src": "'self' data: blob:",
    // Besides its own files the page asks for nothing but a base map that the reader gives the address of (0023).
    "connect-src": "'self' https: http://localhost:* http://127.0.0.1:*",
    // A page in a sandboxed frame has no origin of its own: there MapLibre starts its worker from the text of it.
    "worker-src": "'self' data:",
    // Export shows the page as it will stand within another one.
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Style sheets to the end of the body: a browser shows nothing of what follows one until it is there. */
function moveStyles(page: string): string {
  const sheet = /^ *<link rel="stylesheet"[^>]*>\n/gm;
  const sheets = page.match(sheet) ?? [];
  return replaceOnce(page.replaceAll(sheet, ""), "  </body>", `${sheets.join("")}  </body>`);
}

/** @throws Error if there is none: index.html was changed, and this has to follow. */
function replaceOnce(page: string, part: string, by: string): string {
  if (!page.includes(part)) throw new Error(`index.html has no ${part}`);
  return page.replace(part, () => by);
}
