/** Starts worker.ts. A thread does not inherit what reads TypeScript, and Node 20 ignores `--import tsx` in one. */
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
