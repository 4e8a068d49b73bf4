import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { formatProblem, toOneLine } from "../data/problem.ts";
import type { Call } from "./arguments.ts";
import { createDashboardServer } from "./dashboard-server.ts";
import { type CliIo, EXIT, UsageError } from "./io.ts";
import { isEverywhere, toAddress } from "./host-guard.ts";
import { createLiveData, type LiveUpdate } from "./live-data.ts";
import { validate } from "./validate.ts";
import { watchPath } from "./watch-path.ts";

type ServeCall = Extract<Call, { command: "serve" }>;

/** A dashboard that is being served. */
export interface Serving {
  readonly address: string;
  /** Under which other machines of the network reach it, if they may. */
  readonly others: readonly string[];
  readonly close: () => Promise<void>;
}

/** Shows a data set in the dashboard, and what becomes of it as its files change, until the program is ended. */
export async function serve(call: ServeCall, io: CliIo): Promise<number> {
  const serving = await startServing(call, io);
  if (!serving) return EXIT.badData;
  const others = serving.others.map((address) => `For others on the network: ${address}\n`);
  io.out(
    `Frontline Atlas shows ${toOneLine(call.folder, 1000)} at ${serving.address}\n${others.join("")}Stop it with Ctrl+C.\n`,
  );
  return new Promise(() => {});
}

/**
 * Resolves once pages can be asked for; to `undefined`, after telling why, if the data set cannot be shown.
 *
 * @throws UsageError if nothing can listen at the asked host and port.
 */
export async function startServing(call: ServeCall, io: CliIo): Promise<Serving | undefined> {
  const { folder, host, port, isStrict } = call;
  const path = resolve(io.cwd, folder);
  const live = createLiveData(path, io.compile);
  const first = await live.refresh();
  if (!first || first.kind === "held" || (isStrict && (live.state()?.errors ?? 0) > 0)) {
    for (const problem of live.status().problems)
      if (problem.severity === "error") io.err(`${formatProblem(problem)}\n`);
    return undefined;
  }
  report(first, io);
  const server = createDashboardServer(io.findDashboard(), live, host);
  const { address, port: chosen } = await listen(server, port, host);
  const name = toOneLine(folder, 1000);
  const stopWatching = await watchPath(path, {
    onChange: () => {
      live.refresh().then(
        (update) => update && report(update, io),
        (error: unknown) => io.err(`${error instanceof Error ? error.message : String(error)}\n`),
      );
    },
    onReplaced: (isThere) =>
      io.err(
        isThere ? `Another folder is at ${name}: it is followed now\n` : `Nothing is at ${name} any more\n`,
      ),
  });
  return {
    address: toAddress({ address, host }, chosen),
    others: isEverywhere(address) ? listOthers(chosen) : [],
    async close() {
      await stopWatching();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** @throws UsageError if nothing can listen there. */
async function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  await new Promise<void>((done, fail) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === "EADDRINUSE" ? `port ${port} is in use; name another by --port` : cause.message;
      fail(new UsageError(reason, { cause }));
    });
    server.listen(port, host, done);
  });
  return server.address() as AddressInfo; // It listens at a port, not at a pipe.
}

/** The addresses of this machine in its networks. */
function listOthers(port: number): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => `http://${address}:${port}/`);
}

function report({ kind, opened }: LiveUpdate, io: CliIo): void {
  io.err(validate(opened, { format: "table", isStrict: false }).text);
  if (kind === "held") {
    const { errors } = opened;
    io.err(`${errors === 1 ? "1 error" : `${errors} errors`}: the page keeps the last good state\n`);
  }
}
