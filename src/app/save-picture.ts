import { pickName } from "../core/names.ts";
import type { Palette } from "../../styles/palette.ts";
import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";
import type { ReaderBase } from "../layers/reader-base.ts";
import type { BaseMap } from "../map/base/base.ts";
import type { OpenCharts } from "../ui/state/dashboard.ts";
import { drawCharts } from "./picture-charts.ts";
import { finishAdvance } from "./work-out-advance.ts";
import { renderSnapshot } from "../map/page/snapshot.ts";

interface SnapshotRequest {
  readonly atlas: Atlas;
  readonly base: BaseMap;
  readonly readerBase: ReaderBase | undefined;
  readonly settlementTiles: URL | undefined;
  readonly view: View;
  readonly palette: Palette;
  readonly url: string;
  /** The charts that are open, which are drawn below the map. */
  readonly charts: OpenCharts | undefined;
  /** Size of the map on the screen in CSS pixels: the picture holds at least what it shows. */
  readonly screen: { readonly width: number; readonly height: number } | undefined;
}

/** Draws the view as a picture and hands it to the reader as a file named after the story and the day. */
export async function saveSnapshot(request: SnapshotRequest): Promise<void> {
  const { screen, charts, ...picture } = request;
  await finishAdvance(request.atlas, request.view);
  const below = charts && (await drawCharts(request.atlas, request, charts));
  const size = { widthPx: 1600, heightPx: 1000, pixelRatio: 2 };
  const blob = await renderSnapshot({ ...picture, ...size, below, ...(screen && { screen }) });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  const title = pickName(request.atlas.dataset.title, "en")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  link.download = `${title}-${request.view.day}.png`;
  link.click();
  // The browser reads the address after the click returns; a minute is plenty for any disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
