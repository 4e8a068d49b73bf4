/**
 * `npm run bench`: speed and size claims, measured. Speeds are ratios against a named baseline in the same run, with
 * answers compared; sizes are of a fresh build, compressed as a server would (gzip level 9).
 */
import process from "node:process";
import { reportPage } from "./browser.ts";
import { reportEngine, reportGrowth, reportMemory } from "./engine.ts";
import { reportEvents } from "./events.ts";
import { reportPackage } from "./package.ts";
import { reportReadingRoom } from "./reading-room.ts";
import { reportRows } from "./rows.ts";
import { reportSizes } from "./sizes.ts";
import { reportStory } from "./story.ts";

/** The sizes that issue 4 names; `one` side drawn, as many real daily files are, and both. */
const YEAR = { days: 365, settlements: 5000, vertices: 3000, seed: 1 } as const;

const isRight = [
  await reportStory(),
  reportEngine({ ...YEAR, sides: "two" }),
  reportEngine({ ...YEAR, sides: "one" }),
  await reportRows(),
  await reportEvents(),
].every(Boolean);
reportGrowth();
reportMemory({ ...YEAR, sides: "two" });
if (!isRight) process.exitCode = 1;

await reportSizes();
await reportPackage();
await reportPage();
await reportReadingRoom();
