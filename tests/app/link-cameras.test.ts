import { describe, expect, it } from "vitest";
import { linkCameras } from "../../src/app/link-cameras.ts";
import type { Camera } from "../../src/core/view.ts";

const at = (lng: number, zoom = 9): Camera => ({ lng, lat: 35, zoom });

/** A map that draws at once when it is told to and tells of it, as the real one does; it may look no further than `most`. */
function pretend(link: ReturnType<typeof linkCameras<string>>, name: string, most = 180) {
  const seen: Camera[] = [];
  const draw = (camera: Camera) => {
    const drawn = { ...camera, lng: Math.min(most, camera.lng) };
    seen.push(drawn);
    link.share(name, drawn);
  };
  return { seen, draw, leave: link.join(name, draw) };
}

describe("linked cameras", () => {
  it("are the same before the one that moved goes on, and no map answers another", () => {
    const link = linkCameras<string>();
    const [main, other] = [pretend(link, "main"), pretend(link, "other")];
    main.draw(at(36));
    expect(other.seen).toEqual([at(36)]);
    other.draw(at(37, 10));
    expect(main.seen).toEqual([at(36), at(37, 10)]);
    // A frame in which nothing has moved is no news.
    main.draw(at(37, 10));
    expect(other.seen).toHaveLength(2);
  });

  it("give a map that joins the place where the others look, and leave alone one that has left", () => {
    const link = linkCameras<string>();
    const main = pretend(link, "main");
    main.draw(at(36));
    const other = pretend(link, "other");
    expect(other.seen).toEqual([at(36)]);
    other.leave();
    main.draw(at(38));
    expect(other.seen).toEqual([at(36)]);
  });

  it("come to rest where one map may not look as far as another", () => {
    const link = linkCameras<string>();
    const [main, other] = [pretend(link, "main"), pretend(link, "other", 40)];
    main.draw(at(45));
    expect(other.seen).toEqual([at(40)]);
    // The next frame of the narrower one brings the other back, and that is the end of it.
    other.draw(at(40));
    expect(main.seen).toEqual([at(45), at(40)]);
    expect(other.seen).toHaveLength(2);
  });
});
