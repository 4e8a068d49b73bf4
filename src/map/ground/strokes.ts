import { parseColour } from "../../../styles/map/map-images.ts";
import { type Frame, listWorlds, setView } from "./frame.ts";
import type { Resources, Uploaded } from "./resources.ts";

interface Stroke {
  readonly colour: string;
  /** In pixels of the screen. */
  readonly width: number;
  readonly opacity?: number;
  /** A colour of which the stroke has a quarter. */
  readonly pale?: string;
  /** Lengths of a dash and of the gap after it, in pixels of the screen. */
  readonly dash?: readonly number[];
}

export function drawPieces(
  { gl, lines }: Resources,
  frame: Frame,
  { array, span, count }: Uploaded & { readonly count: number },
  { colour, pale = colour, width, opacity = 1, dash = [] }: Stroke,
): void {
  if (count === 0) return;
  gl.useProgram(lines.program);
  gl.bindVertexArray(array);
  const paler = parseColour(pale);
  const [red, green, blue] = parseColour(colour).map(
    (value, index) => ((0.75 * value + 0.25 * (paler[index] ?? 0)) / 255) * opacity,
  );
  const [on = 0, off = 0] = dash;
  gl.uniform4f(lines.uniform("u_colour"), red ?? 0, green ?? 0, blue ?? 0, opacity);
  gl.uniform1f(lines.uniform("u_width"), width);
  gl.uniform2f(lines.uniform("u_half"), frame.width / 2, frame.height / 2);
  gl.uniform1f(lines.uniform("u_scale"), (frame.scale[0] * frame.width) / 2);
  gl.uniform2f(lines.uniform("u_dash"), on, on + off);
  for (const world of listWorlds(frame, span)) {
    setView(gl, lines, frame, world);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  }
}

/** Between the stops on a straight line; beyond them as at the nearest. */
export function interpolate(stops: readonly (readonly [at: number, value: number])[], at: number): number {
  const next = stops.findIndex(([stop]) => stop >= at);
  const [after, before] = [stops[next] ?? stops.at(-1), stops[next - 1]];
  if (!after) return 0;
  if (!before || next < 0) return after[1];
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
