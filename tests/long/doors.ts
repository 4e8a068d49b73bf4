import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

/** A part of the page, and how a reader comes to it. */
export interface Door {
  readonly name: string;
  /** Behind the day in the address. */
  readonly query?: string;
  /** What is done on the page, one thing after the other. Any of it may not be possible where a file is lacking. */
  readonly steps?: readonly ((page: Page) => Promise<unknown>)[];
}

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));
const DAY = "2020-02-06";

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const pause = (page: Page) => page.waitForTimeout(700);
const pick = (button: string, files: string) => async (page: Page) => {
  await page.getByRole("button", { name: "Open data" }).first().click();
  // As in browsers that hand over no folders of the disk.
  await page.evaluate(() => Object.assign(window, { showDirectoryPicker: undefined }));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(files);
};
const exportAs = (number: number): Door => ({
  name: `export, kind ${number + 1}`,
  steps: [press("e"), (page) => page.locator(".export-kind").nth(number).click(), pause],
});

export const DOORS: readonly Door[] = [
  { name: "the story" },
  { name: "Arabic", query: "&lang=ar" },
  { name: "French", query: "&lang=fr" },
  { name: "Ukrainian", query: "&lang=uk" },
  { name: "a settlement", query: "&place=saraqib" },
  { name: "two days", query: "&with=2020-01-20" },
  { name: "two maps", query: "&with=2020-01-20&compare=swipe" },
  { name: "charts", query: "&drawer=open" },
  { name: "a chart in the strip", query: "&chart=area" },
  { name: "playing", steps: [press(" "), pause, press(" ")] },
  { name: "a story", query: "&story=prelude" },
  { name: "a wall", query: "&wall=1" },
  { name: "embedded", query: "&embed" },
  { name: "an odd address", query: "&place=nowhere&data=12345678" },
  { name: "the table", steps: [press("t"), pause] },
  { name: "the filter", steps: [press("f"), pause] },
  { name: "layers", steps: [press("l"), pause] },
  { name: "search", steps: [press("/"), (page) => page.keyboard.type("sar"), pause] },
  {
    name: "a data set of one's own",
    steps: [
      pick("Open folder…", MINI),
      (page) => page.locator(".title-card h1", { hasText: "Mini" }).waitFor(),
      pause,
    ],
  },
  {
    name: "files of any kind",
    steps: [
      pick("Open zip or files…", `${MINI}/towns.geojson`),
      (page) => page.locator(".assistant").waitFor(),
      pause,
    ],
  },
  {
    name: "saving data for GIS",
    steps: [
      press("e"),
      click(".export-kind >> nth=3"),
      (page) => page.getByLabel("GeoPackage").check(),
      click(".export-save"),
      pause,
    ],
  },
  ...Array.from({ length: 7 }, (_, number) => exportAs(number)),
];

export interface Visit {
  /** Paths of the files of the page that were asked for. */
  readonly asked: ReadonlySet<string>;
  readonly uncaught: readonly string[];
  readonly text: string;
  /** What the page says of what has gone wrong, wherever one sees it. */
  readonly told: readonly string[];
  /** Whether the reader came to the next day. */
  readonly goesOn: boolean;
}

/** Opens the page at a door without one of its files, tries what is there, and goes a day on. */
export async function visit(
  browser: Browser,
  address: string,
  { query = "", steps = [] }: Door,
  lacking?: string,
): Promise<Visit> {
  const pathOf = (url: string) =>
    url.startsWith(address) ? new URL(url).pathname.slice(1) || "index.html" : undefined;
  const context = await browser.newContext({
    viewport: { width: 1100, height: 720 },
    deviceScaleFactor: 0.5,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const asked = new Set<string>();
  const uncaught: string[] = [];
  context.on("request", (request) => asked.add(pathOf(request.url()) ?? ""));
  const page = await context.newPage();
  page.on("pageerror", (error) => uncaught.push(String(error)));
  await page.route(
    (url) => lacking !== undefined && pathOf(url.href) === lacking,
    (route) => route.fulfill({ status: 404, body: "" }),
  );
  try {
    await page.goto(`${address}?day=${DAY}${query}`);
    // The map, or what is told in its place.
    await page
      .locator("[data-day], [role=alert], .first-stuck .first-late")
      .first()
      .waitFor({ state: "attached", timeout: 60_000 });
    page.setDefaultTimeout(8000);
    for (const step of steps) await step(page).catch(() => {});
    // What comes after the first picture comes when the page is idle, and a style sheet is asked for once more.
    await page.waitForTimeout(3500);
    await page.waitForLoadState("networkidle");
    const told = await listTold(page);
    const text = await page.locator("body").innerText();
    return { asked, uncaught, told, text, goesOn: await goOn(page) };
  } finally {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

async function goOn(page: Page): Promise<boolean> {
  await page.keyboard.press("Escape");
  const before = await page.evaluate(() => location.search);
  const slider = page.locator(".day-slider").first();
  await slider.press("ArrowRight").catch(() => {});
  await page.waitForTimeout(400);
  return (await page.evaluate(() => location.search)) !== before;
}

async function listTold(page: Page): Promise<string[]> {
  return page
    .locator(
      "[role=alert], .notice[data-tone=failed], .failure, .failure-page, .first-late, [role=dialog] .quiet",
    )
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => element.textContent ?? ""),
    );
}
