import { memo, useLayoutEffect, useRef } from "react";
import { drawSign, SIGN_HEIGHT, SIGN_WIDTH } from "../../../styles/map/sign.ts";
import type { LegendEntry } from "../../layers/layer.ts";
import { useAtlas, useView } from "../state/dashboard.ts";
import { usePalette } from "../state/theme.ts";

/** A little smaller than in the exported picture, as the text beside it is. */
const SCALE = 0.8;

interface Props {
  readonly entry: Pick<LegendEntry, "kind" | "key" | "sign">;
}

/** The sign of a mark, drawn by the same hand as in the exported picture; anew only for an entry of another key. */
export const LegendSign = memo(SignCanvas, (before, after) => before.entry.key === after.entry.key);

function SignCanvas({ entry }: Props) {
  const { sides } = useAtlas().dataset;
  const palette = usePalette(useView((view) => view.theme));
  const canvas = useRef<HTMLCanvasElement>(null);
  const { sign } = entry;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    // Sharp on any screen, and still so when the page is enlarged a little.
    const scale = SCALE * Math.max(2, window.devicePixelRatio);
    context.canvas.width = SIGN_WIDTH * scale;
    context.canvas.height = SIGN_HEIGHT * scale;
    drawSign(context, sign, { x: 0, y: (SIGN_HEIGHT * scale) / 2, scale }, { palette, sides });
  }, [sign, palette, sides]);
  return <canvas ref={canvas} className="sign" aria-hidden="true" data-sign={entry.kind} />;
}
