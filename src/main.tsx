import { createRoot } from "react-dom/client";
import { createStore } from "zustand/vanilla";
import { linkTo, writeAddress } from "./address.ts";
import { type Atlas, buildAtlas } from "./core/atlas.ts";
import { parseView, type View } from "./core/view.ts";
import { checkAgreement } from "./data/check-agreement.ts";
import { loadDataset } from "./data/load-dataset.ts";
import type { Problem } from "./data/problem.ts";
import type { BaseMap } from "./map/base.ts";
import { loadBaseMap, readStoryFile } from "./story.ts";
import { App } from "./ui/App.tsx";
import { FailurePage } from "./ui/FailurePage.tsx";
import type { MountMap } from "./ui/MapSlot.tsx";
import { findPalette, watchScheme } from "./ui/theme.ts";

const root = createRoot(document.querySelector("#root") ?? document.body);
// The map is by far the largest part of the program: it loads beside the data, not before it.
const mapPart = import("./map/MapView.ts");
const [loaded, base] = await Promise.all([loadDataset(readStoryFile), loadBaseMap()]);

if (loaded.dataset) {
  const atlas = buildAtlas(loaded.dataset);
  start(atlas, base, [...loaded.problems, ...checkAgreement(atlas, loaded)]);
} else root.render(<FailurePage problems={loaded.problems} />);

/** Asks how large the map is on the screen at this moment, in CSS pixels. */
type MapSize = () => { readonly width: number; readonly height: number };

function start(atlas: Atlas, base: BaseMap, problems: readonly Problem[]): void {
  const { firstDay, lastDay, defaultDay } = atlas.dataset;
  const hasPlace = (id: string) => atlas.settlementById.has(id);
  const context = { firstDay, lastDay, defaultDay, hasPlace };
  const { view, problems: viewProblems } = parseView(location.search, context);
  const store = createStore<View>(() => view);
  writeAddress(store);

  let screen: MapSize | undefined;
  const mountMap: MountMap = (container, report) => {
    screen = () => ({ width: container.clientWidth, height: container.clientHeight });
    let isGone = false;
    let unmount = () => {};
    void mapPart.then(({ createMap }) => {
      if (isGone) return;
      const map = createMap({
        container,
        atlas,
        base,
        view: store.getState(),
        palette: findPalette(store.getState().theme),
        onSelect: (place) => store.setState({ place }),
        onMove: (camera) => store.setState({ camera }),
        onError: report,
      });
      const apply = () => map.apply(store.getState(), findPalette(store.getState().theme));
      const stops = [store.subscribe(apply), watchScheme(apply), map.destroy];
      unmount = () => stops.forEach((stop) => stop());
    });
    return () => {
      isGone = true;
      unmount();
    };
  };

  async function exportImage(shown: View): Promise<void> {
    const { saveSnapshot } = await import("./save-snapshot.ts");
    const palette = findPalette(shown.theme);
    await saveSnapshot({ atlas, base, view: shown, palette, url: linkTo(shown), screen: screen?.() });
  }

  root.render(
    <App
      atlas={atlas}
      store={store}
      problems={problems}
      viewProblems={viewProblems}
      mountMap={mountMap}
      exportImage={exportImage}
    />,
  );
}
