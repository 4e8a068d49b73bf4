/** The readers in their worker, alone in a page that is forbidden as much as the built one. */
import { readSheetsInWorker } from "./sheets.ts";
import type { SheetsRead } from "../../../src/import/read-sheets.ts";

declare global {
  interface Window {
    /** Reads files given by name, their bytes as Base64. */
    readFiles: (files: readonly (readonly [name: string, bytes: string])[]) => Promise<SheetsRead>;
  }
}

window.readFiles = (files) =>
  readSheetsInWorker(
    {
      files: files.map(([path, bytes]) => ({
        path,
        file: new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], path),
      })),
      choices: {},
    },
    { signal: new AbortController().signal },
  );
