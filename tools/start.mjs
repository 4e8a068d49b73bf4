/** `npm start`: installs what is missing, builds, serves the dashboard with the bundled story, prints the address. */
import process from "node:process";
import { ensureDependencies, run } from "./setup.mjs";

ensureDependencies();
run("npx", ["vite", "build", "--logLevel", "warn"]);

const { preview } = await import("vite");
const port = Number(process.env["PORT"] ?? 4173);
const server = await preview({ preview: { port, host: process.env["HOST"] ?? "localhost" } });
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
process.stdout.write(`\nFrontline Atlas is served at ${address}\nStop it with Ctrl+C.\n`);
