import type { FeatureCollection } from "geojson";
import type { CustomLayerInterface, Map as MapLibreMap } from "maplibre-gl";
import type { Palette } from "../../../styles/palette.ts";
import type { Position } from "../../core/geometry.ts";
import { projectMercator } from "../../core/mercator.ts";
import type { SweptPatch } from "../../core/motion/sweep.ts";
import type { Side } from "../../core/records.ts";
import { FRONT_CASING_WIDTHS, FRONT_DASH, FRONT_WIDTHS, QUIET_WIDTH } from "../../layers/front-lines.ts";
import { CONTROL_MARKER, FRONT_MARKER } from "../../layers/ground-markers.ts";
import type { Picture } from "../pictures.ts";
import { readFrame } from "./frame.ts";
import { drawIsolines } from "./isolines.ts";
import type { Motion, MovingPatch } from "./motion.ts";
import { type LineMesh, meshAreas, meshLines } from "./meshes.ts";
import { beginOwners, drawOwner, fitTarget, type Target } from "./owners.ts";
import { createResources, type Resources, type Uploaded } from "./resources.ts";
import { createSideTextures, type SideTextures } from "./side-textures.ts";
import { drawPieces, interpolate } from "./strokes.ts";
import { drawTints } from "./tints.ts";

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

  /** Of the two layers that the style has now. */
  let resources: Resources | undefined;
  const begin = (gl: WebGL2RenderingContext) => {
    resources ??= createResources(gl);
  };

  const tintLayer = (): CustomLayerInterface => {
    let looks: { readonly textures: SideTextures; readonly look: GroundLook } | undefined;
    let target: Target | undefined;
    let uploaded = new Map<MovingPatch, Uploaded>();
    return {
      id: "ground",
      type: "custom",
      onAdd: (_, gl) => begin(gl),
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

  const lineLayer = (): CustomLayerInterface => ({
    id: "ground-lines",
    type: "custom",
    onAdd: (_, gl) => begin(gl),
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
  });

  return {
    add() {
      if (map.getLayer("ground")) return;
      // Those of a style that is gone, or of a lost context, where freeing them does nothing.
      resources?.dispose();
      resources = undefined;
      for (const [layer, marker] of [
        [tintLayer(), CONTROL_MARKER],
        [lineLayer(), FRONT_MARKER],
      ] as const) {
        map.addLayer(layer, marker);
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
