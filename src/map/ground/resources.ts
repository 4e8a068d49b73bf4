import type { AreaMesh, LineMesh } from "./meshes.ts";
import { LINE_KINDS, type LineKind } from "./meshes.ts";
import { compile, LINES, OWNERS, type Program, TINTS } from "./programs.ts";

/** Shapes on the graphics processor, ready to be drawn. */
export interface Uploaded {
  readonly array: WebGLVertexArrayObject;
  readonly buffers: readonly WebGLBuffer[];
  /** The westernmost and easternmost x of its corners. */
  readonly span: readonly [west: number, east: number];
}

export interface UploadedLines {
  readonly kinds: Readonly<Record<LineKind, Uploaded & { readonly count: number }>>;
}

/** How many areas, and how many lines, stay on the graphics processor; those used longest ago go first. */
const KEPT_SHAPES = 96;

/** Everything of one WebGL context: made when a layer is added, gone with the context. */
export interface Resources {
  readonly gl: WebGL2RenderingContext;
  readonly owners: Program;
  readonly tints: Program;
  readonly lines: Program;
  readonly findAreas: (mesh: AreaMesh) => Uploaded;
  readonly findLines: (mesh: LineMesh) => UploadedLines;
  /** Corners of three numbers each (x, y, share) and their triangles; stays until {@link Resources.drop}. */
  readonly uploadPatch: (corners: Float32Array, triangles: Uint32Array) => Uploaded;
  /** Pieces of line that are drawn once: replaces those of the last call. */
  readonly lendLines: (pieces: Float32Array) => Uploaded & { readonly count: number };
  readonly drop: (uploaded: Uploaded) => void;
  /** Frees everything but what {@link Resources.uploadPatch} has given. */
  readonly dispose: () => void;
}

export function createResources(gl: WebGL2RenderingContext): Resources {
  const [owners, tints, lines] = [compile(gl, OWNERS), compile(gl, TINTS), compile(gl, LINES)];

  function upload(fill: () => readonly WebGLBuffer[], span: Uploaded["span"]): Uploaded {
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const buffers = fill();
    gl.bindVertexArray(null);
    return { array, buffers, span };
  }

  function putBuffer(
    target: number,
    data: Float32Array | Uint32Array,
    usage: number = gl.STATIC_DRAW,
  ): WebGLBuffer {
    const buffer = gl.createBuffer();
    gl.bindBuffer(target, buffer);
    gl.bufferData(target, data, usage);
    return buffer;
  }

  function pointAt(
    program: Program,
    name: string,
    size: number,
    stride: number,
    offset: number,
    divisor = 0,
  ): void {
    const at = program.attribute(name);
    if (at < 0) return;
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, stride * 4, offset * 4);
    gl.vertexAttribDivisor(at, divisor);
  }

  const uploadAreas = ({ corners, triangles }: AreaMesh) =>
    upload(
      () => {
        const buffers = [putBuffer(gl.ARRAY_BUFFER, corners), putBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles)];
        pointAt(owners, "a_at", 2, 2, 0);
        return buffers;
      },
      findSpan(corners, 2),
    );

  const uploadPatch = (corners: Float32Array, triangles: Uint32Array) =>
    upload(
      () => {
        const buffers = [putBuffer(gl.ARRAY_BUFFER, corners), putBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles)];
        pointAt(owners, "a_at", 2, 3, 0);
        pointAt(owners, "a_share", 1, 3, 2);
        return buffers;
      },
      findSpan(corners, 3),
    );

  const uploadPieces = (pieces: Float32Array) => ({
    count: pieces.length / 5,
    ...upload(
      () => {
        const buffer = putBuffer(gl.ARRAY_BUFFER, pieces);
        pointAt(lines, "a_ends", 4, 5, 0, 1);
        pointAt(lines, "a_start", 1, 5, 4, 1);
        return [buffer];
      },
      findSpan(pieces, 5),
    ),
  });

  function drop({ array, buffers }: Uploaded): void {
    gl.deleteVertexArray(array);
    for (const buffer of buffers) gl.deleteBuffer(buffer);
  }

  let lent: Uploaded | undefined;
  const areas = keepLatest(uploadAreas, drop);
  const kinds = keepLatest(
    (mesh: LineMesh) => ({
      kinds: {
        front: uploadPieces(mesh.front),
        inferred: uploadPieces(mesh.inferred),
        quiet: uploadPieces(mesh.quiet),
      },
    }),
    (uploaded) => LINE_KINDS.forEach((kind) => drop(uploaded.kinds[kind])),
  );
  return {
    gl,
    owners,
    tints,
    lines,
    findAreas: areas.find,
    findLines: kinds.find,
    uploadPatch,
    lendLines(pieces) {
      if (lent) drop(lent);
      const uploaded = uploadPieces(pieces);
      lent = uploaded;
      return uploaded;
    },
    drop,
    dispose() {
      areas.clear();
      kinds.clear();
      if (lent) drop(lent);
      for (const { program } of [owners, tints, lines]) gl.deleteProgram(program);
    },
  };
}

function keepLatest<Key extends object, Value>(make: (key: Key) => Value, drop: (value: Value) => void) {
  const kept = new Map<Key, Value>();
  return {
    find(key: Key): Value {
      const value = kept.get(key) ?? make(key);
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept;
      if (kept.size > KEPT_SHAPES && oldest) {
        kept.delete(oldest[0]);
        drop(oldest[1]);
      }
      return value;
    },
    clear() {
      for (const value of kept.values()) drop(value);
      kept.clear();
    },
  };
}

/** Of the x of corners that are `stride` numbers apart. */
function findSpan(corners: Float32Array, stride: number): readonly [number, number] {
  let [west, east] = [Infinity, -Infinity];
  for (let index = 0; index < corners.length; index += stride) {
    const x = corners[index] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
  }
  return [west, east];
}
