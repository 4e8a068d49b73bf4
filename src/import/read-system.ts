import { reportOn } from "../data/problem.ts";
import type { Reading } from "./reading.ts";
import { nameSheet } from "./sheet-builder.ts";
import { findSystem, parseSystem, type SystemFound, type SystemSaid } from "./systems.ts";

/** The system that the options name for the file, else what the file says; a note tells of any but degrees. */
export async function readSystem(
  { file, notes, options, problems }: Reading,
  said: SystemSaid | undefined,
  sheet: string,
): Promise<SystemFound | undefined> {
  const chosen = options.systems?.[file];
  const code = chosen === undefined ? undefined : parseSystem(chosen);
  const wanted = chosen === undefined ? said : code === undefined ? { definition: chosen } : { code };
  if (!wanted) return undefined;
  const system = await findSystem(wanted, reportOn(problems, file, nameSheet({ file }, sheet)));
  if (system.project) notes.push({ kind: "reprojected", file, sheet, system: system.name });
  return system;
}
