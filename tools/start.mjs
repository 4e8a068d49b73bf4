/** `npm start`: installs what is missing, builds, serves the dashboard with the bundled story, prints the address. */
import process from "node:process";
import { ensureDependencies, run } from "./setup.mjs";

const { PORT = "4173", HOST = "localhost" } = process.env;
const port = Number(PORT);
if (!/^\d+$/.test(PORT) || port > 65_535) {
  process.stderr.write(`PORT ${JSON.stringify(PORT)} is not a whole number from 0 to 65535\n`);
  process.exit(2);
}

ensureDependencies();
run("npx", ["vite", "build", "--logLevel", "warn"]);

const { preview } = await import("vite");
const server = await preview({ preview: { port, host: HOST } });
const address = server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`;
process.stdout.write(`\nFrontline Atlas is served at ${address}\nStop it with Ctrl+C.\n`);
