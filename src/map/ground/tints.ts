import { HATCH_PERIOD, IMAGE_PIXEL_RATIO, parseColour } from "../../../styles/map/map-images.ts";
import type { Palette } from "../../../styles/palette.ts";
import { GAIN_OPACITY } from "../../layers/gains.ts";
import type { Frame } from "./frame.ts";
import type { Target } from "./owners.ts";
import type { Resources } from "./resources.ts";
import type { SideTextures } from "./side-textures.ts";

interface Tinting {
  readonly target: Target;
  readonly textures: SideTextures;
  readonly palette: Palette;
  /** How strong the washes over gained ground are, from 0 to 1: that of the day, and that of what is being gained. */
  readonly washes: readonly [gained: number, coming: number];
}

export function drawTints(
  { gl, tints }: Resources,
  { shift, width, height, pixelRatio }: Frame,
  { target, textures, palette, washes }: Tinting,
): void {
  gl.useProgram(tints.program);
  for (const [unit, [kind, texture, name]] of [
    [gl.TEXTURE_2D, target.texture, "u_owners"] as const,
    [gl.TEXTURE_2D, textures.tints, "u_tints"] as const,
    [gl.TEXTURE_2D_ARRAY, textures.patterns, "u_patterns"] as const,
  ].entries()) {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(kind, texture);
    gl.uniform1i(tints.uniform(name), unit);
  }
  const period = (HATCH_PERIOD / IMAGE_PIXEL_RATIO) * pixelRatio;
  const [left, bottom] = [((shift[0] + 1) / 2) * width, ((shift[1] + 1) / 2) * height];
  gl.uniform3f(tints.uniform("u_pattern"), left % period, bottom % period, 1 / period);
  gl.uniform1f(
    tints.uniform("u_opacity"),
    palette.patternOpacity ?? (palette.scheme === "dark" ? 0.16 : 0.24),
  );
  const amber = parseColour(palette.amber).map((value) => value / 255);
  for (const [name, strength] of [
    ["u_gained", washes[0]],
    ["u_coming", washes[1]],
  ] as const) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = [...amber, 1].map(
      (value) => value * GAIN_OPACITY[palette.scheme] * strength,
    );
    gl.uniform4f(tints.uniform(name), red, green, blue, opacity);
  }
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, null);
  gl.activeTexture(gl.TEXTURE0);
}
