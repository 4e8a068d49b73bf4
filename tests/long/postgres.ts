import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { installDebian } from "./debian.ts";

/** A PostgreSQL server of our own with PostGIS, empty, gone when stopped. Only this machine's users can reach it. */
export interface Postgres {
  /** Runs psql with these arguments and gives what it prints. `input` is written to it piece by piece. */
  run(args: readonly string[], input?: Iterable<string>): Promise<string>;
  stop(): Promise<void>;
}

const VERSIONS = "/usr/lib/postgresql";
const SUPERUSER = "postgres";

/** Starts a server in a temporary folder, over a socket there and no port; installs Debian's packages if need be. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPrograms() ?? installPrograms();
  const folder = await mkdtemp(join(tmpdir(), "atlas-postgres-"));
  // The server refuses to run as root, so root runs it as the user that Debian's package makes.
  const owner = process.getuid?.() === 0 ? findUser(SUPERUSER) : undefined;
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const options = { ...owner, cwd: folder, stdio: "ignore" as const };
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    options,
  );
  // A throw-away database needs no protection against power cuts.
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c work_mem=256MB -c jit=off`;
  const control = join(programs, "pg_ctl");
  execFileSync(control, ["-D", data, "-w", "-o", settings, "-l", join(folder, "log"), "start"], options);

  async function run(args: readonly string[], input: Iterable<string> = []): Promise<string> {
    const connection = ["-X", "-q", "-h", folder, "-U", SUPERUSER, "-d", SUPERUSER, "-v", "ON_ERROR_STOP=1"];
    const psql = spawn(join(programs, "psql"), [...connection, ...args], { stdio: ["pipe", "pipe", "pipe"] });
    const lines: string[] = [];
    const faults: string[] = [];
    createInterface(psql.stdout).on("line", (line) => lines.push(line));
    createInterface(psql.stderr).on("line", (line) => faults.push(line));
    const end = once(psql, "close");
    // psql may end before it has read everything; its exit code then tells why.
    psql.stdin.on("error", () => {});
    for (const piece of input) {
      if (!psql.stdin.write(piece)) await Promise.race([once(psql.stdin, "drain"), end]);
    }
    psql.stdin.end();
    const [code] = await end;
    if (code !== 0) throw new Error(`psql ended with ${code}:\n${faults.join("\n")}`);
    return lines.join("\n");
  }

  return {
    run,
    async stop() {
      execFileSync(control, ["-D", data, "-w", "-m", "immediate", "stop"], options);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of the newest server that has PostGIS. */
function findPrograms(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  return readdirSync(VERSIONS)
    .toSorted((one, other) => Number(other) - Number(one))
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map((version) => join(VERSIONS, version, "bin"))
    .find((programs) => existsSync(join(programs, "initdb")));
}

function installPrograms(): string {
  installDebian(["postgresql", "postgresql-postgis"]);
  const installed = findPrograms();
  if (installed) return installed;
  throw new Error(`This test needs PostgreSQL with PostGIS under ${VERSIONS}, as Debian installs them.`);
}

function findUser(name: string): { uid: number; gid: number } {
  const ask = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: ask("-u"), gid: ask("-g") };
}
