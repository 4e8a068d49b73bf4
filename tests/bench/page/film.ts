/** What `npm run bench` measures of films: frames of ground on its way, drawn alone or made a film of. */
import { groundInWorld } from "../../../src/app/load-base.ts";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { addDays } from "../../../src/core/day.ts";
import { defaultView } from "../../../src/core/view.ts";
import { readCompiled } from "../../../src/data/compiled/compiled.ts";
import { encodeFilm, type FilmFrame } from "../../../src/export/film/encode-film.ts";
import { openScratchFile } from "../../../src/export/files/scratch-file.ts";
import { createPageRenderer } from "../../../src/map/page/page-renderer.ts";
import { palettes } from "../../../styles/palette.ts";

interface FilmWish {
  readonly compiled: string;
  readonly frames: number;
  /** Else the frames are drawn and no more. */
  readonly isFilm: boolean;
}

declare global {
  interface Window {
    /** In milliseconds, from the first frame on. */
    measureFilm: (wish: FilmWish) => Promise<number>;
  }
}

const SIZE = { widthPx: 1280, heightPx: 720 } as const;
const FRAMES_PER_DAY = 15;

window.measureFilm = async ({ compiled, frames, isFilm }) => {
  const bytes = new Uint8Array(await (await fetch(compiled)).arrayBuffer());
  const { dataset, trace } = await readCompiled(bytes);
  const { atlas, base } = await groundInWorld(buildAtlas(dataset, trace));
  const days = atlas.days.slice(0, -1);
  const view = defaultView({
    ...dataset,
    has: () => false,
    languages: ["en"],
    layers: [],
    charts: [],
    sides: dataset.sides.map(({ id }) => id),
    isSaidBy: () => false,
    steps: [],
  });
  const pages = await createPageRenderer({ atlas, base });
  const options = { ...SIZE, pixelRatio: 1, palette: palettes.light };

  async function draw(frame: number) {
    // A story of few days is gone through again from its start.
    const day = days[Math.floor(frame / FRAMES_PER_DAY) % days.length] ?? dataset.firstDay;
    const share = (frame % FRAMES_PER_DAY) / FRAMES_PER_DAY;
    const way = share > 0 ? { next: addDays(day, 1), share } : undefined;
    return (await pages.draw({ ...view, day }, { ...options, way })).canvas;
  }
  async function* listFrames(): AsyncGenerator<FilmFrame> {
    for (let frame = 0; frame < frames; frame++)
      yield { image: await draw(frame), frames: 1, isKey: frame % FRAMES_PER_DAY === 0 };
  }

  // The first page pays for fonts and shaders, whatever becomes of it.
  await draw(0);
  const start = performance.now();
  if (isFilm) {
    await encodeFilm({
      ...SIZE,
      frames: listFrames,
      frameCount: frames,
      samples: async function* () {
        yield await draw(0);
      },
      framesPerSecond: 24,
      format: "mp4",
      tags: { title: "Bench", comment: "" },
      openFile: openScratchFile,
    });
  } else {
    // The graphics processor is made to be done with each.
    for await (const { image } of listFrames()) image.getContext("2d")?.getImageData(0, 0, 1, 1);
  }
  return performance.now() - start;
};
