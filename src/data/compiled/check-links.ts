import type { ArchiveTables } from "../../core/archive/tables.ts";

/**
 * Checks that in every phase no vertex has more than one link of a layer leaving it, nor more than one entering, and that the
 * links of areas close to rings. They must be in order of layer and then of birth, and lead to vertices that are there.
 *
 * @throws RangeError naming the first layer and phase of which it is not true.
 */
export function checkLinks({ layers, links, vertices, phases }: ArchiveTables): void {
  const { from, to, layer: layerOf, born, died } = links;
  const count = born.length;
  const deaths = sortBy(
    layerOf,
    layers.length,
    sortBy(
      died,
      phases.length + 1,
      born.map((_, link) => link),
    ),
  );
  const leaving = new Int32Array(vertices.lngs.length);
  const entering = new Int32Array(vertices.lngs.length);

  function change(link: number, step: 1 | -1): void {
    const [start, end] = [from[link] ?? 0, to[link] ?? 0];
    leaving[start] = (leaving[start] ?? 0) + step;
    entering[end] = (entering[end] ?? 0) + step;
  }
  function check(vertex: number, layer: number, phase: number): void {
    const [out, into] = [leaving[vertex] ?? 0, entering[vertex] ?? 0];
    const isSound = out <= 1 && into <= 1 && (out === into || layers[layer]?.kind !== "area");
    if (!isSound) throw new RangeError(`layer ${layer} in phase ${phase}`);
  }

  let birth = 0;
  let death = 0;
  // Every link dies, if only after the last phase: then all counts are 0 for the next layer.
  while (death < count) {
    const layer = layerOf[deaths[death] ?? 0] ?? 0;
    const [firstBirth, firstDeath] = [birth, death];
    const nextBirth = layerOf[birth] === layer ? (born[birth] ?? 0) : Infinity;
    const phase = Math.min(nextBirth, died[deaths[death] ?? 0] ?? 0);
    for (; layerOf[deaths[death] ?? count] === layer && died[deaths[death] ?? count] === phase; death++)
      change(deaths[death] ?? 0, -1);
    for (; layerOf[birth] === layer && born[birth] === phase; birth++) change(birth, 1);
    if (phase >= phases.length) continue;
    for (let at = firstDeath; at < death; at++) {
      check(from[deaths[at] ?? 0] ?? 0, layer, phase);
      check(to[deaths[at] ?? 0] ?? 0, layer, phase);
    }
    for (let link = firstBirth; link < birth; link++) {
      check(from[link] ?? 0, layer, phase);
      check(to[link] ?? 0, layer, phase);
    }
  }
}

/** Numbers of links in order of a key from 0 to under `end`, those with the same key as they were. */
function sortBy(keys: Int32Array | Uint16Array, end: number, links: Int32Array): Int32Array {
  const starts = new Int32Array(end + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key <= end; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Int32Array(links.length);
  for (const link of links) {
    const key = keys[link] ?? 0;
    const at = starts[key] ?? 0;
    sorted[at] = link;
    starts[key] = at + 1;
  }
  return sorted;
}
