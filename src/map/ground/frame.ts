import type { CustomRenderMethodInput } from "maplibre-gl";
import type { Program } from "./programs.ts";

/** How the square of Web Mercator lies on the screen: clip space is position times scale plus shift. */
export interface Frame {
  readonly scale: readonly [x: number, y: number];
  /** Of the origin. */
  readonly shift: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen to one CSS pixel. */
  readonly pixelRatio: number;
}

/** The map is never turned or tilted, so its matrix only scales and shifts. */
export function readFrame(
  gl: WebGL2RenderingContext,
  { defaultProjectionData }: CustomRenderMethodInput,
  [originX, originY]: readonly [number, number],
): Frame {
  const matrix = defaultProjectionData.mainMatrix;
  const depth = matrix[15] ?? 1;
  const [scaleX, scaleY] = [(matrix[0] ?? 0) / depth, (matrix[5] ?? 0) / depth];
  const { clientWidth } = gl.canvas as HTMLCanvasElement;
  return {
    scale: [scaleX, scaleY],
    shift: [(matrix[12] ?? 0) / depth + originX * scaleX, (matrix[13] ?? 0) / depth + originY * scaleY],
    width: gl.drawingBufferWidth,
    height: gl.drawingBufferHeight,
    pixelRatio: clientWidth > 0 ? gl.drawingBufferWidth / clientWidth : 1,
  };
}

/** The copies of the world, by how many to the east, in which something of that span can be seen. */
export function listWorlds({ scale, shift }: Frame, [west, east]: readonly [number, number]): number[] {
  return [-1, 0, 1].filter((world) => {
    const [left, right] = [west, east].map((x) => (x + world) * scale[0] + shift[0]);
    return (left ?? 0) <= 1.05 && (right ?? 0) >= -1.05;
  });
}

export function setView(
  gl: WebGL2RenderingContext,
  program: Program,
  { scale, shift }: Frame,
  world: number,
): void {
  gl.uniform4f(program.uniform("u_view"), scale[0], scale[1], shift[0] + world * scale[0], shift[1]);
}
