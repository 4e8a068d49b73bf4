import { memo, useLayoutEffect, useRef } from "react";
import { drawSign, RAMP_HEIGHT, RAMP_WIDTH, SIGN_HEIGHT, SIGN_WIDTH } from "../../../styles/map/sign.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Side } from "../../core/records.ts";
import type { LegendEntry } from "../../layers/layer.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { usePalette } from "../state/theme.ts";

/** A little smaller than in the exported picture, as the text beside it is. */
const SCALE = 0.8;

interface Props {
  readonly entry: Pick<LegendEntry, "kind" | "key" | "sign" | "width">;
}

/** The sign of a mark, drawn by the same hand as in the exported picture; anew only for an entry of another key. */
export const LegendSign = memo(SignCanvas, (before, after) => before.entry.key === after.entry.key);

function SignCanvas({ entry }: Props) {
  const { sides } = useAtlas().dataset;
  const palette = usePalette(useView((view) => view.theme));
  const canvas = useRef<HTMLCanvasElement>(null);
  const { key, sign, width } = entry;
  const isRtl = useWords().direction === "rtl";
  useLayoutEffect(() => {
    // Small as signs are, the graphics processor would cost them more than it saves.
    const context = canvas.current?.getContext("2d", { willReadFrequently: true });
    if (!context) return;
    // Sharp on any screen, and still so when the page is enlarged a little.
    const scale = SCALE * Math.max(2, window.devicePixelRatio);
    // A ramp's edge lies half outside of it.
    const size = width === "ramp" ? [RAMP_WIDTH + 2, RAMP_HEIGHT + 2] : [SIGN_WIDTH, SIGN_HEIGHT];
    const [across = 0, down = 0] = size.map((length) => Math.round(length * scale));
    context.canvas.width = across;
    context.canvas.height = down;
    const drawn = findDrawn(palette, sides);
    const look = [key, scale, isRtl].join();
    const known = drawn.get(look);
    if (known) {
      context.putImageData(known, 0, 0);
      return;
    }
    const x = width === "ramp" ? scale : 0;
    drawSign(context, sign, { x, y: down / 2, scale, isRtl }, { palette, sides });
    drawn.set(look, context.getImageData(0, 0, across, down));
  }, [key, sign, width, palette, sides, isRtl]);
  const className = width === "ramp" ? "sign ramp" : "sign";
  return <canvas ref={canvas} className={className} aria-hidden="true" data-sign={entry.kind} />;
}

type Drawn = Map<string, ImageData>;
const drawnIn = new WeakMap<Palette, WeakMap<readonly Side[], Drawn>>();

/** The signs that were drawn before: a day's signs come and go, and drawing one costs some milliseconds. */
function findDrawn(palette: Palette, sides: readonly Side[]): Drawn {
  const ofPalette = drawnIn.get(palette) ?? new WeakMap<readonly Side[], Drawn>();
  drawnIn.set(palette, ofPalette);
  const drawn = ofPalette.get(sides) ?? new Map<string, ImageData>();
  ofPalette.set(sides, drawn);
  return drawn;
}
