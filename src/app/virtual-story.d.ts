declare module "virtual:story" {
  /** The address of the bundled story, compiled. */
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- Vite's own addresses are default exports.
  export default url;
}
