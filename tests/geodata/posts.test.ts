import { beforeAll, describe, expect, it } from "vitest";
import { buildAtlas } from "../../src/core/atlas.ts";
import { comparePosts, type PostComparison } from "../../src/core/measure/posts.ts";
import { loadBundled } from "./bundled.ts";

let comparisons: readonly PostComparison[];
beforeAll(async () => {
  comparisons = comparePosts(buildAtlas((await loadBundled()).dataset));
});

/** Every turn as "post: becomes on its documented day", of those whose difference in days passes the test. */
function listTurns(hasDifference: (daysLate: number | undefined) => boolean): string[] {
  return comparisons.flatMap(({ post, changes }) =>
    changes
      .filter(({ daysLate }) => hasDifference(daysLate))
      .map(({ becomes, documented, computed, daysLate }) => {
        const what = `${post.id}: ${becomes} ${documented?.day ?? "nowhere"}`;
        return daysLate === 0 ? what : `${what}, computed ${computed ?? "never"}`;
      }),
  );
}

describe("encirclement of the posts, computed from the areas", () => {
  it("agrees with the documents to the day", () => {
    expect(listTurns((daysLate) => daysLate === 0)).toEqual([
      "post-03-sheikh-aqil: encircled 2020-02-16",
      "post-04-al-eis: encircled 2020-02-08",
      "post-05-tell-tuqan: encircled 2020-02-05",
      "post-06-surman: encircled 2019-12-23",
      "post-07-anadan: encircled 2020-02-16",
      "post-09-morek: encircled 2019-08-23",
      "post-saraqib-north: encircled 2020-02-06",
      "post-saraqib-north: free 2020-02-27",
      "post-saraqib-north: encircled 2020-03-03",
      "post-saraqib-east: encircled 2020-02-06",
      "post-saraqib-east: free 2020-02-27",
      "post-saraqib-east: encircled 2020-03-03",
      "post-saraqib-south: encircled 2020-02-06",
      "post-saraqib-south: free 2020-02-27",
      "post-saraqib-south: encircled 2020-03-03",
    ]);
  });

  it("differs in days where the line passes a post, dated by no document, sooner or later than told", () => {
    expect(listTurns((daysLate) => daysLate !== undefined && daysLate !== 0)).toEqual([
      "post-10-rashidin: encircled 2020-01-29, computed 2020-02-11",
      "post-11-shir-mughar: encircled 2020-02-26, computed 2020-02-27",
      "post-maar-hattat: encircled 2020-01-28, computed 2020-01-27",
    ]);
  });

  it("leaves the western post at Saraqib free: it is put by al-Tarnaba, which no document has captured", () => {
    expect(listTurns((daysLate) => daysLate === undefined)).toEqual([
      "post-saraqib-west: encircled 2020-02-06, computed never",
      "post-saraqib-west: free 2020-02-27, computed never",
    ]);
  });

  it("never encircles a post of which no document says so", () => {
    const unsaid = comparisons.filter(
      ({ post, encircled }) =>
        encircled.length > 0 && !post.events.some(({ state }) => state === "encircled"),
    );
    expect(unsaid).toEqual([]);
  });
});
