/** What every declaration's format begins with. */
export const FORMAT_NAME = "frontline-atlas";

/** The version of the format that this program writes: raised with each step that `declaration/migrate.ts` gains. */
export const FORMAT = `${FORMAT_NAME}/1`;
