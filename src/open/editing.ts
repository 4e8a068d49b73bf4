import { createTurns } from "../core/turns.ts";
import type { StoreApi } from "zustand/vanilla";
import { nameFile } from "../core/file-name.ts";
import type { WhyNotEdited } from "../core/own-data.ts";
import type { Edit } from "../data/edit/edit.ts";
import type { EditFault } from "../data/edit/judge-edit.ts";
import type { Problem } from "../data/problem.ts";
import { canPickFolder, makeFolder, mayWrite, pickFolder, writeFiles } from "./disk.ts";
import type { Following } from "./follow.ts";
import type { NamedFile } from "./worker-protocol.ts";
import { createEditClient, type EditClient } from "./edit-client.ts";
import type { Begun } from "./edit-job.ts";
import type { DataSource, EditingState, OpeningState } from "./opening-state.ts";
import type { LocalData, OpeningHost } from "./opening.ts";
import { nameRecent } from "./recent.ts";
import { saveFile } from "./save.ts";
import { packZip } from "./pack-zip.ts";

/** What came of a wish to change the data: nothing amiss, problems that the change would bring, or a failure. */
export type EditOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Changes to the data on the page, which are the reader's own files; nothing is written before it is saved. */
export interface Editing {
  /** Data of another source are on the page. Whatever was changed and not saved is gone. */
  readonly attach: (id: string | undefined, source: DataSource | undefined) => void;
  readonly findWhyNot: () => WhyNotEdited | undefined;
  /** Makes ready what judges and carries out changes. Rejects if the files cannot be read. */
  readonly begin: () => Promise<void>;
  /** What is wrong with a change that is being typed. */
  readonly judge: (edit: Edit) => Promise<readonly EditFault[]>;
  /** Puts the data with one more change on the page. */
  readonly add: (edit: Edit) => Promise<EditOutcome>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** The files of the folder have changed; what to do about it is asked. */
  readonly meet: (theirs: readonly NamedFile[]) => void;
  /** Goes on from the files that somebody else has changed, with the edits that are not saved or without any. */
  readonly takeTheirs: (withEdits: boolean) => Promise<void>;
  /** Writes the files that changed into the folder that was opened. Must be called within a click. */
  readonly saveFolder: () => Promise<void>;
  /** Hands over all files as an archive. */
  readonly saveZip: () => Promise<void>;
}

interface Needs {
  readonly host: OpeningHost;
  readonly store: StoreApi<OpeningState>;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Omit<LocalData, "id">>;
  /** What follows the folder that the data are from. */
  readonly following: () => Following | undefined;
  /** For tests, which have no workers. */
  readonly createClient?: () => EditClient;
}

export function createEditing({
  host,
  store,
  read,
  following,
  createClient = createEditClient,
}: Needs): Editing {
  let id: string | undefined;
  let source: DataSource | undefined;
  let client: EditClient | undefined;
  let beginning: Promise<void> | undefined;
  let saved: readonly Edit[] = [];
  /** One after the other: an undo must not overtake the edit it undoes. */
  const inTurn = createTurns();

  const stateOf = () => store.getState().editing;
  const change = (changes: Partial<EditingState>) => {
    const editing = stateOf();
    if (!editing) return;
    const next = { ...editing, ...changes };
    store.setState({ editing: { ...next, unsaved: countUnsaved(next.edits, saved) } });
    warnOfLeaving(countUnsaved(next.edits, saved) > 0);
  };

  async function begin(): Promise<void> {
    const whyNot = findWhyNot();
    if (whyNot !== undefined) throw new Error(`${whyNot} data cannot be changed`);
    const started = (client ??= createClient());
    const isStory = source === undefined;
    const begun = await started.begin(source?.kind === "files" ? source.files : await host.loadStoryFiles());
    if (started !== client) return;
    if (begun.kind === "refused") throw new Error(tellFirst(begun.problems));
    store.setState({ editing: beginState(begun, isStory, source) });
  }

  const findWhyNot = (): WhyNotEdited | undefined => {
    if (source === undefined) return host.isServed ? "served" : undefined;
    return source.kind === "files" ? undefined : source.kind;
  };

  /** Puts the data with these changes on the page, and tells what they would bring if that is not allowed. */
  async function show(edits: readonly Edit[], undone: readonly Edit[]): Promise<EditOutcome> {
    if (!client) throw new Error("nothing is being edited");
    change({ isBusy: true });
    try {
      const applied = await client.apply(edits);
      if (applied.kind === "refused") return applied;
      const data = await read(applied.bytes);
      // What becomes of the bundled story is the reader's own.
      id ??= nameRecent("", `${data.atlas.dataset.title["en"] ?? "story"} copy`);
      await host.swapLocal({ ...data, id });
      change({ edits, undone });
      return { kind: "done" };
    } finally {
      change({ isBusy: false });
    }
  }

  /** A step back or on, which never brings problems that were not there before. */
  const step = (edits: readonly Edit[], undone: readonly Edit[]) => async () => {
    const outcome = await show(edits, undone);
    if (outcome.kind === "refused") throw new Error(tellFirst(outcome.problems));
  };

  async function save(task: (editing: EditingState, client: EditClient) => Promise<OpeningState["message"]>) {
    const editing = stateOf();
    if (!editing || !client) return;
    change({ isBusy: true });
    try {
      const message = await task(editing, client);
      if (message) saved = editing.edits;
      store.setState({ message });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      store.setState({ message: { kind: "not-saved", reason } });
    } finally {
      change({ isBusy: false });
    }
  }

  /** Into the folder that was opened, what changed; into any other a new one, with all. */
  async function writeInto(
    folder: FileSystemDirectoryHandle,
    isOpened: boolean,
    { edits }: EditingState,
    client: EditClient,
  ): Promise<OpeningState["message"]> {
    const listed = isOpened ? await client.listChanged(edits, saved) : await client.listAll(edits);
    const files = isOpened ? listed.map(({ path, bytes }) => ({ path: enter(path), bytes })) : listed;
    const target = isOpened ? folder : await makeFolder(folder, id ?? "data");
    const write = () => writeFiles(target, files);
    await (isOpened ? (following()?.withhold(write) ?? write()) : write());
    return { kind: "saved-folder", folder: target.name, files: files.length };
  }

  return {
    attach(newId, newSource) {
      client?.end();
      client = undefined;
      beginning = undefined;
      saved = [];
      id = newId;
      source = newSource;
      warnOfLeaving(false);
      store.setState({ source, editing: undefined });
    },
    findWhyNot,
    async begin() {
      beginning ??= begin();
      try {
        await beginning;
      } catch (error) {
        beginning = undefined;
        throw error;
      }
    },
    judge: async (edit) => client?.judge(stateOf()?.edits ?? [], edit) ?? [],
    add: (edit) => inTurn(() => show([...(stateOf()?.edits ?? []), edit], [])),
    undo: () =>
      inTurn(async () => {
        const { edits = [], undone = [] } = stateOf() ?? {};
        const last = edits.at(-1);
        if (last) await step(edits.slice(0, -1), [...undone, last])();
      }),
    redo: () =>
      inTurn(async () => {
        const { edits = [], undone = [] } = stateOf() ?? {};
        const next = undone.at(-1);
        if (next) await step([...edits, next], undone.slice(0, -1))();
      }),
    meet: (theirs) => change({ theirs }),
    takeTheirs: (withEdits) =>
      inTurn(() =>
        save(async ({ edits, theirs }) => {
          if (!theirs || source?.kind !== "files") return undefined;
          const unsaved = withEdits ? edits.slice(countSame(edits, saved)) : [];
          client?.end();
          client = createClient();
          source = { ...source, files: theirs };
          const begun = await client.begin(theirs);
          if (begun.kind === "refused") throw new Error(tellFirst(begun.problems));
          saved = [];
          store.setState({ source, editing: beginState(begun, false, source) });
          // What of the edits no longer holds in the new files is told, and the rest stays.
          let kept: readonly Edit[] = [];
          for (const edit of unsaved) {
            const outcome = await client.apply([...kept, edit]);
            if (outcome.kind === "applied") kept = [...kept, edit];
          }
          await show(kept, []);
          if (kept.length < unsaved.length) throw new Error("not all changes fit the files any more");
          return undefined;
        }),
      ),
    async saveFolder() {
      // Within the click: a browser asks the reader only then.
      const known = stateOf()?.hasFolder && source?.kind === "files" ? source.folder : undefined;
      const folder = known ?? (await pickFolder("readwrite"));
      if (!folder || !(await mayWrite(folder))) return;
      // What somebody else has written meanwhile is met first, and not written over.
      if (known && (await following()?.look())) return;
      await inTurn(() => save((editing, client) => writeInto(folder, known !== undefined, editing, client)));
    },
    saveZip: () =>
      inTurn(() =>
        save(async ({ edits }, client) => {
          const files = await client.listAll(edits);
          saveFile(await packZip(files), nameFile([id ?? "data"], "zip"));
          return { kind: "saved-zip" };
        }),
      ),
  };
}

/** Paths of what was opened begin with the name of the folder. */
function enter(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

function beginState(
  { isCopy, words }: Extract<Begun, { kind: "begun" }>,
  isStory: boolean,
  source: DataSource | undefined,
): EditingState {
  const hasFolder = !isCopy && source?.kind === "files" && source.folder !== undefined && canPickFolder();
  return {
    isCopy: isCopy || isStory,
    words,
    isBusy: false,
    edits: [],
    undone: [],
    unsaved: 0,
    hasFolder,
  };
}

/** How many steps back and on lead from one list of edits to another. */
function countUnsaved(edits: readonly Edit[], saved: readonly Edit[]): number {
  const same = countSame(edits, saved);
  return edits.length - same + (saved.length - same);
}

function countSame(edits: readonly Edit[], saved: readonly Edit[]): number {
  let same = 0;
  while (same < edits.length && edits[same] === saved[same]) same += 1;
  return same;
}

function tellFirst(problems: readonly Problem[]): string {
  const [first] = problems;
  return first ? `${first.file}: ${first.found}` : "the data set cannot be read";
}

/** While it is on, the browser asks whoever closes the page or goes elsewhere whether to do so. */
function warnOfLeaving(isOn: boolean): void {
  if (isOn) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
