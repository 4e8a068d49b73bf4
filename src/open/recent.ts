import type { Names } from "../core/names.ts";
import type { DBSchema, IDBPDatabase } from "idb";

/** A data set that was opened on this machine and is kept in this browser. */
export interface RecentEntry {
  readonly id: string;
  readonly title: Names;
  /** Of the folder or archive it came from. */
  readonly source: string;
  /** When it was opened last, in milliseconds since 1970. */
  readonly openedAt: number;
  readonly sizeBytes: number;
}

interface RecentSchema extends DBSchema {
  entries: { key: string; value: RecentEntry };
  contents: { key: string; value: Uint8Array<ArrayBuffer> };
}

/** Why a data set was not kept: the browser has no room, or keeps nothing at all (a private window). */
export type KeepResult = "kept" | "no-room" | "no-storage";

/** The name of a data set in this browser and in the page's address: one of the same title and source replaces it. */
export function nameRecent(title: string, source: string): string {
  const name = `${source} ${title}`.toLowerCase();
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "data";
}

/** Newest first; `undefined` if this browser keeps nothing. */
export async function listRecents(): Promise<readonly RecentEntry[] | undefined> {
  try {
    const entries = await withDatabase((database) => database.getAll("entries"));
    return entries.sort((one, other) => other.openedAt - one.openedAt);
  } catch {
    return undefined;
  }
}

/** The compiled form of a kept data set; `undefined` if there is none of that name. */
export async function readRecent(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await withDatabase((database) => database.get("contents", id));
  } catch {
    return undefined;
  }
}

/** Keeps a data set: its entry and its content, or neither. */
export async function keepRecent(entry: RecentEntry, content: Uint8Array<ArrayBuffer>): Promise<KeepResult> {
  try {
    await withDatabase(async (database) => {
      const change = database.transaction(["entries", "contents"], "readwrite");
      const results = await Promise.allSettled([
        change.objectStore("contents").put(content, entry.id),
        change.objectStore("entries").put(entry, entry.id),
        change.done,
      ]);
      for (const result of results) if (result.status === "rejected") throw result.reason;
    });
    return "kept";
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "no-room" : "no-storage";
  }
}

/** Marks a kept data set as the one opened last. */
export async function touchRecent(id: string, openedAt: number): Promise<void> {
  try {
    await withDatabase(async (database) => {
      const entry = await database.get("entries", id);
      if (entry) await database.put("entries", { ...entry, openedAt }, id);
    });
  } catch {
    // Only the order of a list is at stake.
  }
}

/** Forgets these data sets. Rejects if the browser refuses, and they are then all still kept. */
export async function forgetRecents(ids: readonly string[]): Promise<void> {
  await withDatabase(async (database) => {
    const change = database.transaction(["entries", "contents"], "readwrite");
    await Promise.all([
      ...ids.flatMap((id) => [
        change.objectStore("contents").delete(id),
        change.objectStore("entries").delete(id),
      ]),
      change.done,
    ]);
  });
}

/** Opened for each task and closed after it, so that no page stands in the way of another that needs a newer form. */
async function withDatabase<Result>(
  task: (database: IDBPDatabase<RecentSchema>) => Promise<Result>,
): Promise<Result> {
  const { openDB } = await import("idb");
  const database = await openDB<RecentSchema>("frontline-atlas", 1, {
    upgrade(created) {
      created.createObjectStore("entries");
      created.createObjectStore("contents");
    },
  });
  try {
    return await task(database);
  } finally {
    database.close();
  }
}
