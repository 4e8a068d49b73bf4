import { describe, expect, it } from "vitest";
import type { Settlement } from "../../src/core/dataset.ts";
import { isSameCamera } from "../../src/map/camera.ts";
import { pickTown } from "../../src/map/picking.ts";
import { dataset } from "./small-story.ts";

/** Ten pixels to a degree. */
const project = ({ position: [lng, lat] }: Settlement) => ({ x: lng * 10, y: lat * 10 });
const pick = (x: number, y: number) => pickTown(dataset.settlements, { x, y }, project)?.id;

describe("picking a town", () => {
  it("finds the nearest within a finger's width", () => {
    expect(pick(22, 51)).toBe("west");
    expect(pick(56, 26)).toBe("middle");
  });

  it("finds none further away", () => {
    expect(pick(20, 63)).toBeUndefined();
  });

  it("prefers the more important of two about equally near", () => {
    const [west, , east] = dataset.settlements;
    const twins = [west, east].flatMap((town, index) =>
      town ? [{ ...town, position: [index * 0.2, 0] as const }] : [],
    );
    expect(pickTown(twins, { x: 2, y: 0 }, project)?.id).toBe("west");
    expect(pickTown(twins, { x: 8, y: 0 }, project)?.id).toBe("west");
    expect(pickTown(twins, { x: -4, y: 0 }, project)?.id).toBe("west");
  });
});

describe("comparing cameras", () => {
  const camera = { lng: 36.7, lat: 35.9, zoom: 9.25 };

  it("takes a camera that went through an address for the same", () => {
    expect(isSameCamera(camera, { lng: 36.70004, lat: 35.90004, zoom: 9.254 })).toBe(true);
  });

  it("tells the whole theatre from any camera", () => {
    expect(isSameCamera(undefined, camera)).toBe(false);
    expect(isSameCamera(undefined, undefined)).toBe(true);
  });

  it("notices a small step", () => {
    expect(isSameCamera(camera, { ...camera, lng: 36.701 })).toBe(false);
    expect(isSameCamera(camera, { ...camera, zoom: 9.3 })).toBe(false);
  });
});
