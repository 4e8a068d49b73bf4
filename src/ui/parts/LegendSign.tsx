import { useLayoutEffect, useRef } from "react";
import { drawSign, SIGN_HEIGHT, SIGN_WIDTH } from "../../../styles/map/legend-sign.ts";
import type { LegendItem } from "../../core/measure/legend.ts";
import { useAtlas, useView } from "../state/dashboard.ts";
import { usePalette } from "../state/theme.ts";

/** A little smaller than in the exported picture, as the text beside it is. */
const SCALE = 0.8;

/** The sign of a mark, drawn by the same hand as in the exported picture. */
export function LegendSign({ item }: { readonly item: LegendItem }) {
  const { sides } = useAtlas().dataset;
  const palette = usePalette(useView((view) => view.theme));
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = JSON.stringify(item);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // Sharp on any screen, and still so when the page is enlarged a little.
    const scale = SCALE * Math.max(2, window.devicePixelRatio);
    context.canvas.width = SIGN_WIDTH * scale;
    context.canvas.height = SIGN_HEIGHT * scale;
    const sign = JSON.parse(key) as LegendItem;
    drawSign(context, sign, { x: 0, y: (SIGN_HEIGHT * scale) / 2, scale }, { palette, sides });
  }, [key, palette, sides]);
  return <canvas ref={canvas} className="sign" aria-hidden="true" data-sign={item.kind} />;
}
