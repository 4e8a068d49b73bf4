import type { Camera } from "../core/view.ts";

/** Keeps the cameras of several maps the same. */
export interface CameraLink<Name extends string> {
  /** A map has drawn a frame: every other one draws it too before the browser shows any. */
  readonly share: (name: Name, camera: Camera) => void;
  /** A map takes part, from where the others look. Returns what ends that. */
  readonly join: (name: Name, mirror: (camera: Camera) => void) => () => void;
}

/** Nearer than this, in degrees and zooms, is rounding: a hundredth of a millimetre. */
const ROUNDING = 1e-9;

/**
 * Each map tells of its frames as they are drawn, and the others follow within the same frame. Following draws too, which
 * is told as well and then says nothing new; what comes in while others follow is left out, so that none answers another.
 */
export function linkCameras<Name extends string>(): CameraLink<Name> {
  const mirrors = new Map<Name, (camera: Camera) => void>();
  let shared: Camera | undefined;
  let isSharing = false;

  function share(name: Name, camera: Camera): void {
    if (isSharing || (shared && isEqual(shared, camera))) return;
    shared = camera;
    isSharing = true;
    try {
      for (const [other, mirror] of mirrors) if (other !== name) mirror(camera);
    } finally {
      isSharing = false;
    }
  }
  return {
    share,
    join(name, mirror) {
      if (shared && mirrors.size > 0) mirror(shared);
      mirrors.set(name, mirror);
      return () => {
        mirrors.delete(name);
      };
    },
  };
}

function isEqual(one: Camera, other: Camera): boolean {
  return (["lng", "lat", "zoom"] as const).every((key) => Math.abs(one[key] - other[key]) < ROUNDING);
}
