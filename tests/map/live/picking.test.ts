import { describe, expect, it } from "vitest";
import type { Settlement } from "../../../src/core/records.ts";
import { fitCamera, isSameCamera } from "../../../src/map/camera.ts";
import { indexTowns, measureReach, pickMark, pickTown } from "../../../src/map/live/picking.ts";
import { dataset } from "../small-story.ts";

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

describe("the towns near a point", () => {
  const [west] = dataset.settlements;
  if (!west) throw new Error("The small story has no settlement");
  // A dense lattice with equal distances and equal ranks, importance aside.
  const towns = Array.from({ length: 6000 }, (_, number) => ({
    ...west,
    id: `t${number}`,
    importance: ((number % 3) + 1) as Settlement["importance"],
    position: [(number % 100) * 0.7, Math.floor(number / 100) * 0.7] as const,
  }));
  const unproject = ([x, y]: [number, number]) => ({ lng: x / 10, lat: -y / 10 });
  const toScreen = ({ position: [lng, lat] }: Settlement) => ({ x: lng * 10, y: -lat * 10 });
  const find = indexTowns(towns);

  it("are few, and the picked one is that of all towns", () => {
    for (let step = 0; step < 400; step++) {
      const point = { x: (step * 37.3) % 720, y: -((step * 91.7) % 440) };
      const { lng, lat } = unproject([point.x, point.y]);
      const near = find([lng, lat], measureReach({ unproject } as never, point));
      expect(near.length).toBeLessThan(80);
      expect(pickTown(near, point, toScreen)?.id).toBe(pickTown(towns, point, toScreen)?.id);
    }
  });
});

describe("picking another mark", () => {
  const [west] = dataset.settlements;
  const [post] = dataset.posts;
  const posts = [1, 2].flatMap((lng) =>
    post ? [{ ...post, id: `at-${lng}`, position: [lng, 5] as const }] : [],
  );
  const toScreen = ({ position: [lng, lat] }: { position: readonly [number, number] }) => ({
    x: lng * 10,
    y: lat * 10,
  });
  const pickAt = (x: number, town?: Settlement) => pickMark(posts, town, { x, y: 50 }, toScreen)?.id;

  it("finds the nearest within a finger's width", () => {
    expect(pickAt(8)).toBe("at-1");
    expect(pickAt(17)).toBe("at-2");
    expect(pickAt(33)).toBeUndefined();
  });

  it("looks for a mark where it is drawn, beside its position", () => {
    const aside = posts.slice(0, 1).map((mark) => ({ ...mark, offsetPx: [40, -20] as const }));
    const pickAside = (x: number, y: number) => pickMark(aside, undefined, { x, y }, toScreen)?.id;
    expect(pickAside(50, 30)).toBe("at-1");
    expect(pickAside(10, 50)).toBeUndefined();
  });

  it("leaves the place to a town that is nearer", () => {
    const town = west && { ...west, position: [2.2, 5] as const };
    expect(pickAt(22, town)).toBeUndefined();
    expect(pickAt(19, town)).toBe("at-2");
  });
});

describe("the camera of a picture", () => {
  const camera = { lng: 36.7, lat: 35.9, zoom: 9 };

  it("is the screen's own for a picture of the same size", () => {
    const size = { width: 1100, height: 760 };
    expect(fitCamera(camera, size, size)).toEqual(camera);
  });

  it("shows all that was on the screen, whichever way the picture is longer", () => {
    expect(fitCamera(camera, { width: 1000, height: 500 }, { width: 500, height: 500 }).zoom).toBe(8);
    expect(fitCamera(camera, { width: 500, height: 1000 }, { width: 2000, height: 2000 }).zoom).toBe(10);
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
