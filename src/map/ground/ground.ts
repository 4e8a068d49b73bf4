import type { FeatureCollection } from "geojson";
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { HATCH_PERIOD, IMAGE_PIXEL_RATIO, parseColour } from "../../../styles/map/map-images.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Position } from "../../core/geometry.ts";
import { projectMercator } from "../../core/mercator.ts";
import type { SweptPatch } from "../../core/motion/sweep.ts";
import type { Side } from "../../core/records.ts";
import { FRONT_CASING_WIDTHS, FRONT_DASH, FRONT_WIDTHS, QUIET_WIDTH } from "../../layers/front-lines.ts";
import { GAIN_OPACITY } from "../../layers/gains.ts";
import { CONTROL_MARKER, FRONT_MARKER } from "../../layers/ground-markers.ts";
import type { Picture } from "../pictures.ts";
import { drawIsolines } from "./isolines.ts";
import type { Motion, MovingPatch } from "./motion.ts";
import { type LineMesh, meshAreas, meshLines } from "./meshes.ts";
import type { Program } from "./programs.ts";
import { createResources, type Resources, type Uploaded } from "./resources.ts";
import { createSideTextures, type SideTextures } from "./side-textures.ts";

interface GroundContent {
  readonly areas: FeatureCollection;
  readonly gains: FeatureCollection;
  readonly lines: FeatureCollection;
}

export interface GroundLook {
  readonly palette: Palette;
  readonly sides: readonly Side[];
  /** How large marks are drawn. */
  readonly scale: number;
  /** Whether ground gained on the day is washed over. */
  readonly hasGains: boolean;
}

/**
 * Who holds what (the source "areas" of a picture), what was gained ("gains") and the front line ("front-lines"), drawn by the graphics processor itself: a day that it has seen costs it nothing.
 */
export interface Ground {
  /** Puts the layers into a style that was just loaded: MapLibre keeps none of them. */
  readonly add: () => void;
  readonly show: (picture: Picture, look: GroundLook) => void;
  /** Moves what is shown on its way, `share` from 0 to 1, or (`undefined`) back to what {@link Ground.show} was given. */
  readonly move: (motion: Motion | undefined, share: number) => void;
}

/** A map of `around`, near which all ground lies; it is drawn exactly up to some thousand kilometres from there. */
export function createGround(map: MapLibreMap, around: Position): Ground {
  const origin = projectMercator(around);
  const areaMeshes = new WeakMap<FeatureCollection, ReturnType<typeof meshAreas>>();
  const lineMeshes = new WeakMap<FeatureCollection, LineMesh>();
  const stillMeshes = new WeakMap<Motion, LineMesh>();
  const patchMeshes = new WeakMap<MovingPatch, ReturnType<typeof meshPatch>>();
  let shown: (GroundLook & GroundContent) | undefined;
  let moved: { readonly motion: Motion; readonly share: number } | undefined;

  const areasOf = (areas: FeatureCollection) => remember(areaMeshes, areas, () => meshAreas(areas, origin));
  const linesOf = (lines: FeatureCollection) => remember(lineMeshes, lines, () => meshLines(lines, origin));
  const stillOf = (motion: Motion) =>
    remember(stillMeshes, motion, () => meshLines(motion.lines, origin, motion.isStill));
  const patchOf = (patch: MovingPatch) => remember(patchMeshes, patch, () => meshPatch(patch, origin));

  const tintLayer = (): CustomLayerInterface => {
    let resources: Resources | undefined;
    let looks: { readonly textures: SideTextures; readonly look: GroundLook } | undefined;
    let target: Target | undefined;
    let uploaded = new Map<MovingPatch, Uploaded>();
    return {
      id: "ground",
      type: "custom",
      onAdd: (_, gl) => {
        resources = createResources(gl);
      },
      prerender(gl, input) {
        if (!resources || !shown) return;
        target = fitTarget(gl, target);
        const frame = readFrame(gl, input, origin);
        beginOwners(resources, target);
        const ground = areasOf(shown.areas);
        // Ground that is nobody's by the areas is coloured as nobody's, whoever has the remainder.
        const drawn = new Set(ground.parts.map(({ side }) => side));
        const numbers = new Map(shown.sides.map(({ id }, index) => [id, drawn.has(id) ? index + 1 : 0]));
        const findOwner = (side: string | undefined) => numbers.get(side ?? "") ?? 0;
        for (const [mesh, gained] of [
          [ground, 0],
          [areasOf(shown.gains), 1],
        ] as const) {
          if (mesh.triangles.length === 0) continue;
          const shape = resources.findAreas(mesh);
          for (const { side, first, count } of mesh.parts)
            drawOwner(resources, frame, shape, { owner: findOwner(side), gained, share: 1, first, count });
        }
        const patches = moved?.motion.patches ?? [];
        const kept = new Map<MovingPatch, Uploaded>();
        for (const patch of patches) {
          const { corners, triangles } = patchOf(patch);
          const shape = uploaded.get(patch) ?? resources.uploadPatch(corners, triangles);
          kept.set(patch, shape);
          drawOwner(resources, frame, shape, {
            owner: findOwner(patch.to),
            gained: patch.to === undefined ? 0 : 2,
            share: moved?.share ?? 0,
            first: 0,
            count: triangles.length,
          });
        }
        for (const [patch, shape] of uploaded) if (!kept.has(patch)) resources.drop(shape);
        uploaded = kept;
        gl.bindVertexArray(null);
        gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      },
      render(gl, input) {
        if (!resources || !shown || !target) return;
        const { palette, sides, hasGains } = shown;
        if (looks?.look.palette !== palette || looks.look.sides !== sides) {
          if (looks) for (const texture of Object.values(looks.textures)) gl.deleteTexture(texture);
          looks = { look: shown, textures: createSideTextures(gl, palette, sides) };
        }
        // The wash over what was gained on the day goes while that over what is being gained comes.
        const left = 1 - (moved?.share ?? 0);
        const washes = hasGains ? ([left, 1] as const) : ([0, 0] as const);
        drawTints(resources, readFrame(gl, input, origin), {
          target,
          textures: looks.textures,
          palette,
          washes,
        });
      },
    };
  };

  const lineLayer = (): CustomLayerInterface => {
    let resources: Resources | undefined;
    return {
      id: "ground-lines",
      type: "custom",
      onAdd: (_, gl) => {
        resources = createResources(gl);
      },
      render(gl, input) {
        if (!resources || !shown) return;
        const { palette, scale } = shown;
        const frame = readFrame(gl, input, origin);
        const size = scale * frame.pixelRatio;
        const zoom = map.getZoom();
        const [wide, narrow] = [interpolate(FRONT_CASING_WIDTHS, zoom), interpolate(FRONT_WIDTHS, zoom)];
        const { kinds } = resources.findLines(moved ? stillOf(moved.motion) : linesOf(shown.lines));
        const front = { colour: palette.frontLine, width: narrow * size };
        const casing = { colour: palette.casing, width: wide * size };
        const quiet = { colour: palette.muted, width: QUIET_WIDTH * size, opacity: 0.8 };
        const dash = FRONT_DASH.map((length) => length * narrow * size);
        drawPieces(resources, frame, kinds.quiet, quiet);
        const moving = moved ? drawIsolines(moved.motion.patches, moved.share, origin) : undefined;
        if (moving) drawPieces(resources, frame, resources.lendLines(moving.quiet), quiet);
        const lent = moving && resources.lendLines(moving.front);
        for (const kind of [kinds.front, kinds.inferred, lent]) {
          if (kind) drawPieces(resources, frame, kind, casing);
        }
        drawPieces(resources, frame, kinds.inferred, { ...front, dash });
        drawPieces(resources, frame, kinds.front, front);
        // Paler, for nobody knows where the line was then.
        if (lent) drawPieces(resources, frame, lent, { ...front, pale: palette.casing });
        gl.bindVertexArray(null);
      },
    };
  };

  return {
    add() {
      for (const [layer, marker] of [
        [tintLayer(), CONTROL_MARKER],
        [lineLayer(), FRONT_MARKER],
      ] as const) {
        if (!map.getLayer(layer.id)) map.addLayer(layer, marker);
      }
    },
    show({ sources }, look) {
      const [areas, gains, lines] = ["areas", "gains", "front-lines"].map((name) => sources.get(name));
      shown = areas && gains && lines && { areas, gains, lines, ...look };
      moved = undefined;
      map.triggerRepaint();
    },
    move(motion, share) {
      moved = motion && { motion, share };
      map.triggerRepaint();
    },
  };
}

function remember<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function meshPatch(
  { corners, triangles, shares }: SweptPatch,
  [originX, originY]: readonly [number, number],
) {
  const values = shares.flatMap((share, corner) => [
    (corners[2 * corner] ?? 0) - originX,
    (corners[2 * corner + 1] ?? 0) - originY,
    share,
  ]);
  return { corners: Float32Array.from(values), triangles: Uint32Array.from(triangles) };
}

/** How the square of Web Mercator lies on the screen: clip space is position times scale plus shift. */
interface Frame {
  readonly scale: readonly [x: number, y: number];
  /** Of the origin. */
  readonly shift: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen to one CSS pixel. */
  readonly pixelRatio: number;
}

/** The map is never turned or tilted, so its matrix only scales and shifts. */
function readFrame(
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

/** The texture in which owners are written, one texel to a pixel of the screen. */
interface Target {
  readonly texture: WebGLTexture;
  readonly buffer: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
}

function fitTarget(gl: WebGL2RenderingContext, target: Target | undefined): Target {
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

function beginOwners({ gl, owners }: Resources, { buffer, width, height }: Target): void {
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

function drawOwner(
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

interface Tinting {
  readonly target: Target;
  readonly textures: SideTextures;
  readonly palette: Palette;
  /** How strong the washes over gained ground are, from 0 to 1: that of the day, and that of what is being gained. */
  readonly washes: readonly [gained: number, coming: number];
}

function drawTints(
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
  gl.uniform1f(tints.uniform("u_opacity"), palette.scheme === "dark" ? 0.16 : 0.24);
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

function drawPieces(
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

/** The copies of the world, by how many to the east, in which something of that span can be seen. */
function listWorlds({ scale, shift }: Frame, [west, east]: readonly [number, number]): number[] {
  return [-1, 0, 1].filter((world) => {
    const [left, right] = [west, east].map((x) => (x + world) * scale[0] + shift[0]);
    return (left ?? 0) <= 1.05 && (right ?? 0) >= -1.05;
  });
}

function setView(gl: WebGL2RenderingContext, program: Program, { scale, shift }: Frame, world: number): void {
  gl.uniform4f(program.uniform("u_view"), scale[0], scale[1], shift[0] + world * scale[0], shift[1]);
}

/** Between the stops on a straight line; beyond them as at the nearest. */
function interpolate(stops: readonly (readonly [at: number, value: number])[], at: number): number {
  const next = stops.findIndex(([stop]) => stop >= at);
  const [after, before] = [stops[next] ?? stops.at(-1), stops[next - 1]];
  if (!after) return 0;
  if (!before || next < 0) return after[1];
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}
