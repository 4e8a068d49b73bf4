import { drawMapImage, HATCH_PERIOD, hatchName, parseColour } from "../../../styles/map/map-images.ts";
import type { Palette } from "../../../styles/palette.ts";
import { toneSides } from "../../../styles/side-tones.ts";
import type { Side } from "../../core/records.ts";

/** The looks of the sides, in their order in the data set, where a program can read them. */
export interface SideTextures {
  /** One texel a side: colour and opacity of its tint. */
  readonly tints: WebGLTexture;
  /** One layer a side: its pattern, premultiplied; empty for a plain one. */
  readonly patterns: WebGLTexture;
}

export function createSideTextures(
  gl: WebGL2RenderingContext,
  palette: Palette,
  sides: readonly Side[],
): SideTextures {
  const tones = sides.flatMap(({ id }) => toneSides(palette, sides).get(id) ?? []);
  const tints = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, tints);
  const colours = tones.flatMap(({ tint, tintOpacity }) => [
    ...parseColour(tint),
    Math.round(tintOpacity * 255),
  ]);
  resetUnpacking(gl);
  gl.texImage2D(
    gl.TEXTURE_2D,
    0,
    gl.RGBA,
    sides.length,
    1,
    0,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    Uint8Array.from(colours),
  );
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);

  const patterns = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, patterns);
  const size = HATCH_PERIOD * HATCH_PERIOD * 4;
  const pixels = new Uint8Array(size * sides.length);
  for (const [index, { pattern, mark }] of tones.entries()) {
    const image = drawMapImage(hatchName(pattern, mark));
    if (image) pixels.set(premultiply(image.data), index * size);
  }
  gl.texImage3D(
    gl.TEXTURE_2D_ARRAY,
    0,
    gl.RGBA8,
    HATCH_PERIOD,
    HATCH_PERIOD,
    sides.length,
    0,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    pixels,
  );
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.generateMipmap(gl.TEXTURE_2D_ARRAY);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, null);
  return { tints, patterns };
}

/** MapLibre leaves these as its last image needed them. */
function resetUnpacking(gl: WebGL2RenderingContext): void {
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
}

function premultiply(data: Uint8ClampedArray): Uint8Array {
  return Uint8Array.from(data, (value, index) =>
    index % 4 === 3 ? value : Math.round((value * (data[index - (index % 4) + 3] ?? 0)) / 255),
  );
}
