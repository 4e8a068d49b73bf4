import { createLater } from "../state/later.ts";

/** The chart in the strip and all charts above it, which are fetched after the first picture or as soon as one is asked for. */
export const laterCharts = createLater(async () => ({
  ...(await import("../charts/ChartDrawer.tsx")),
  ...(await import("../charts/StripChart.tsx")),
  ...(await import("./GroundBars.tsx")),
}));
