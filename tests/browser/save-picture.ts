import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";

/** What a reader of these tests chose the last time: a page as small as will do, for drawing is what takes the time here. */
export const SMALL_PAGE = { preset: "own", own: { widthPx: 900, heightPx: 600, density: 1 } } as const;

/** Makes the page's own memory of the last export say this; to be called before the dialog opens. */
export async function chooseBefore(page: Page, choice: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(
    (text) => localStorage.setItem("frontline-export", text),
    JSON.stringify({ page: { ...SMALL_PAGE, ...choice } }),
  );
}

/** Opens Export, in any language, and waits until the preview stands. */
export async function openExport(page: Page): Promise<void> {
  await page.locator(".export-button").click();
  await page.locator(".page-preview canvas[data-stands]").waitFor({ timeout: 60_000 });
}

/** Presses the button of the open dialog and waits for the file. */
export async function pressSave(page: Page, timeout = 80_000): Promise<Download> {
  const download = page.waitForEvent("download", { timeout });
  await page.locator(".export-save").click();
  return download;
}

/** Saves a picture of the view, as small as will do unless something else is asked for. */
export async function savePicture(
  page: Page,
  choice: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await chooseBefore(page, choice);
  await page.locator(".export-button").click();
  const file = await pressSave(page);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
