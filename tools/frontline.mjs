// The command line. Runs src/cli/main.ts as it stands, without a build; see docs/command-line.md.
import { findDashboard } from "./dashboard.mjs";
import { ensureDependencies } from "./setup.mjs";

ensureDependencies();

// Registered here rather than by a second Node with --import: one program gets the signals and gives the exit code.
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("../src/cli/main.ts");
await main(findDashboard);
