import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { countProblems, formatProblem } from "../data/problem.ts";
import type { Call } from "./arguments.ts";
import { createDashboardServer } from "./dashboard-server.ts";
import { EXIT } from "./exit.ts";
import { type CliIo, UsageError } from "./io.ts";
import { createLiveData, type LiveTurn } from "./live-data.ts";
import { validate } from "./validate.ts";
import { watchPath } from "./watch-path.ts";

type ServeCall = Extract<Call, { command: "serve" }>;

/** A dashboard that is being served. */
export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const OWN_NAMES = ["localhost", "127.0.0.1", "::1"];

/** Shows a data set in the dashboard, and what becomes of it as its files change, until the program is ended. */
export async function serve(call: ServeCall, io: CliIo): Promise<number> {
  const serving = await startServing(call, io);
  if (!serving) return EXIT.badData;
  io.out(`Frontline Atlas shows ${call.folder} at ${serving.address}\nStop it with Ctrl+C.\n`);
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
    for (const problem of live.problems())
      if (problem.severity === "error") io.err(`${formatProblem(problem)}\n`);
    return undefined;
  }
  report(first, io);
  const isLocal = OWN_NAMES.includes(host);
  const { server, announce } = createDashboardServer(io.findDashboard(), live, { isLocal });
  await new Promise<void>((done, fail) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === "EADDRINUSE" ? `port ${port} is in use; name another by --port` : cause.message;
      fail(new UsageError(reason, { cause }));
    });
    server.listen(port, host, done);
  });
  const stopWatching = await watchPath(path, () => {
    live.refresh().then(
      (turn) => {
        if (!turn) return;
        report(turn, io);
        announce();
      },
      (error: unknown) => io.err(`${error instanceof Error ? error.message : String(error)}\n`),
    );
  });
  const { port: chosen } = server.address() as AddressInfo; // It listens at a port, not at a pipe.
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${chosen}/`,
    async close() {
      await stopWatching();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function report({ kind, opened }: LiveTurn, io: CliIo): void {
  io.err(validate(opened, { format: "table", isStrict: false }).text);
  if (kind === "held") {
    const errors = countProblems(opened.problems, "error");
    io.err(`${errors === 1 ? "1 error" : `${errors} errors`}: the page keeps the last good state\n`);
  }
}
