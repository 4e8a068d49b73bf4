import type { Day } from "../core/day.ts";
import type { Progress } from "../data/folder.ts";
import type { Answers } from "../import/meaning/meaning.ts";
import type { Checked, Excerpt, ImportReply, ReadSummary, Understanding } from "./import-protocol.ts";
import type { Sketch } from "./sketch.ts";

export const IMPORT_STEPS = ["files", "meaning", "check", "open"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** What a person has said of the files, all of it. */
interface Said {
  readonly answers: Answers;
  /** By path of the file. */
  readonly encodings: Readonly<Record<string, string>>;
}

/** Where an import stands. What was understood last stays in sight until something newer has come. */
export interface ImportState {
  readonly step: ImportStep;
  readonly said: Said;
  /** What was said before, the latest last: the way back. */
  readonly past: readonly Said[];
  /** Raised whenever something is said; replies to what was said before are passed over. */
  readonly revision: number;
  readonly read: ReadSummary | undefined;
  readonly understanding: Understanding | undefined;
  readonly checked: Checked | undefined;
  /** Of the day that was chosen; `undefined`: that of the check. */
  readonly sketch: Sketch | undefined;
  /** The rows of the problem that was asked for last; `record` is the file with its record. */
  readonly excerpt: { readonly record: string; readonly excerpt: Excerpt | undefined } | undefined;
  readonly progress: Progress | undefined;
  /** Whether what is in sight is not that of all that was said. */
  readonly isBehind: boolean;
  readonly failure: string | undefined;
}

export type ImportAction =
  | { readonly kind: "went"; readonly step: ImportStep }
  /** `value` `undefined` takes the answer back. */
  | { readonly kind: "answered"; readonly path: string; readonly value: string | undefined }
  | { readonly kind: "decoded"; readonly file: string; readonly encoding: string }
  | { readonly kind: "undone" }
  | { readonly kind: "replied"; readonly reply: ImportReply };

export const FIRST_STATE: ImportState = {
  step: "files",
  said: { answers: {}, encodings: {} },
  past: [],
  revision: 0,
  read: undefined,
  understanding: undefined,
  checked: undefined,
  sketch: undefined,
  excerpt: undefined,
  progress: undefined,
  isBehind: true,
  failure: undefined,
};

export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case "went":
      return { ...state, step: action.step };
    case "answered":
      return say(state, { ...state.said, answers: put(state.said.answers, action.path, action.value) });
    case "decoded":
      return say(state, {
        ...state.said,
        encodings: put(state.said.encodings, action.file, action.encoding),
      });
    case "undone": {
      const before = state.past.at(-1);
      return before ? { ...say(state, before), past: state.past.slice(0, -1) } : state;
    }
    case "replied":
      return hear(state, action.reply);
  }
}

function put(
  all: Readonly<Record<string, string>>,
  key: string,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const { [key]: _, ...others } = all;
  return value === undefined ? others : { ...others, [key]: value };
}

function say(state: ImportState, said: Said): ImportState {
  return {
    ...state,
    said,
    past: [...state.past, state.said],
    revision: state.revision + 1,
    isBehind: true,
    failure: undefined,
  };
}

function hear(state: ImportState, reply: ImportReply): ImportState {
  if ("revision" in reply && reply.revision !== state.revision) return state;
  switch (reply.kind) {
    case "progress":
      return { ...state, progress: reply.progress };
    case "read":
      return { ...state, read: reply.read };
    case "understood":
      return { ...state, understanding: reply.understanding };
    case "checked": {
      const { checked } = reply;
      return {
        ...state,
        checked,
        sketch: undefined,
        excerpt: undefined,
        progress: undefined,
        isBehind: false,
      };
    }
    case "sketched":
      return { ...state, sketch: reply.sketch };
    case "excerpt":
      return { ...state, excerpt: { record: reply.record, excerpt: reply.excerpt } };
    case "failed":
      return { ...state, failure: reply.reason, progress: undefined, isBehind: false };
    case "compiled":
    case "packed":
    case "listed":
      return state;
  }
}

/** The picture in sight: of the day that was chosen, if that is still one of the story. */
export function findSketch({ checked, sketch }: ImportState): Sketch | undefined {
  const made = checked?.made;
  if (!made) return undefined;
  const isOfStory = (day: Day) => day >= made.firstDay && day <= made.lastDay;
  return sketch && isOfStory(sketch.day) ? sketch : made.sketch;
}
