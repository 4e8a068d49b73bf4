import { type Frame, listWorlds, setView } from "./frame.ts";
import type { Resources, Uploaded } from "./resources.ts";

/** The texture in which owners are written, one texel to a pixel of the screen. */
export interface Target {
  readonly texture: WebGLTexture;
  readonly buffer: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
}

export function fitTarget(gl: WebGL2RenderingContext, target: Target | undefined): Target {
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  if (target?.width === width && target.height === height) return target;
  if (target) {
    gl.deleteTexture(target.texture);
    gl.deleteFramebuffer(target.buffer);
  }
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  const buffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { texture, buffer, width, height };
}

export function beginOwners({ gl, owners }: Resources, { buffer, width, height }: Target): void {
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.viewport(0, 0, width, height);
  for (const test of [gl.BLEND, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.SCISSOR_TEST, gl.CULL_FACE])
    gl.disable(test);
  gl.colorMask(true, true, true, true);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.useProgram(owners.program);
}

interface Owner {
  readonly owner: number;
  /** 0, or 1 for what was gained on the day, or 2 for what is being gained. */
  readonly gained: number;
  readonly share: number;
  readonly first: number;
  readonly count: number;
}

export function drawOwner(
  { gl, owners }: Resources,
  frame: Frame,
  { array, span }: Uploaded,
  { owner, gained, share, first, count }: Owner,
): void {
  gl.bindVertexArray(array);
  gl.uniform1f(owners.uniform("u_owner"), owner);
  gl.uniform1f(owners.uniform("u_gained"), gained);
  gl.uniform1f(owners.uniform("u_share"), share);
  for (const world of listWorlds(frame, span)) {
    setView(gl, owners, frame, world);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
  }
}
