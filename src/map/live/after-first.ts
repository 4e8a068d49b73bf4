/** What a map does without until its first picture stands, in one file to fetch. */
export { copyForPrint } from "./print-copy.ts";
export { rehearse } from "./rehearse.ts";
export { startSweep } from "./sweep.ts";
