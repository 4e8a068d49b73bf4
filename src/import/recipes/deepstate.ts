import type { Recipe } from "../meaning/recipe.ts";

/** "Окуповано /// Occupied /// geoJSON.status.occupied": a name in two languages and the key of its kind. */
const NAMED_KIND = /\/\/\/\s*geoJSON\.(?:status\.)?([\w.-]+)\s*$/;

/** Areas of DeepState as its public history gave them: what an area is stands in its name. */
export const DEEPSTATE: Recipe = {
  name: "DeepState",
  has: ["name"],
  fits: ({ family, find }) =>
    family === "areas" && (find("name")?.sample.some((cell) => NAMED_KIND.test(String(cell))) ?? false),
  kind: "areas",
  columns: { name: "side" },
  // Ground freed before is nobody's in particular, and so is what is not known.
  sides: { unknown: "" },
  tidy: (word, text) => (word === "side" ? (NAMED_KIND.exec(text)?.[1] ?? "") : text),
};

/** The kinds of its first maps, before April 2022, by how the names of their areas begin. */
const FIRST_KINDS = [
  [/^окуп/iu, "occupied"],
  [/^звільн/iu, "liberated"],
  [/^під питанням/iu, "unknown"],
] as const;

function findFirstKind(name: string): string {
  return FIRST_KINDS.find(([form]) => form.test(name.trim()))?.[1] ?? "";
}

/** Its first maps, drawn by hand: what an area is stands in Ukrainian alone, and its file is called by a second. */
export const DEEPSTATE_FIRST: Recipe = {
  name: "DeepState, first maps",
  has: ["name"],
  fits: ({ family, find }) => {
    const kinds = new Set(find("name")?.sample.map((cell) => findFirstKind(String(cell))));
    return family === "areas" && kinds.has("occupied") && kinds.has("liberated");
  },
  kind: "areas",
  columns: { name: "side" },
  sides: { unknown: "" },
  tidy: (word, text) => (word === "side" ? findFirstKind(text) : text),
};

/** Its daily mirrors: one shape a day, which is all occupied ground, and nothing besides. */
export const DEEPSTATE_MIRROR: Recipe = {
  name: "DeepState, daily mirror",
  has: [],
  fits: ({ family, group }) => family === "areas" && /(?:^|[/_-])deepstate/i.test(group.key),
  kind: "areas",
  columns: {},
};

/** The units and signs that it has as points. */
export const DEEPSTATE_POINTS: Recipe = {
  name: "DeepState, points",
  has: [],
  fits: ({ family, group, find }) =>
    family === "points" &&
    (/(?:^|[/_-])deepstate/i.test(group.key) ||
      (find("name")?.sample.some((cell) => / \/\/\/(?: |$)/.test(String(cell))) ?? false)),
  kind: "ignored",
  columns: {},
};
