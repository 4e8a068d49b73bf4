declare module "virtual:story" {
  /** What its hash begins with; empty in development. */
  export const storyHash: string;
  /** The address of the bundled story, compiled. */
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite's own addresses are default exports.
  export default url;
}

declare module "virtual:story-ground" {
  /** The address of the ground under it: the files of `geodata/base`, packed. */
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite's own addresses are default exports.
  export default url;
}

declare module "virtual:story-files" {
  /** The address of the files that the story was compiled of, as a zip archive. */
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite's own addresses are default exports.
  export default url;
}

declare module "virtual:story-world" {
  /** The address of the world around it, cut out of the whole when the page was built. */
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite's own addresses are default exports.
  export default url;
}
