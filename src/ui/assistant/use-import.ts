import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { toneColour } from "../../../styles/side-tones.ts";
import type { Importing } from "../../open/importing.ts";
import type { ImportState } from "../../open/import-state.ts";
import type { ImportWords } from "../../words/import-words.ts";
import { loadImportWords } from "../../words/load-import-words.ts";
import { useView } from "../state/dashboard.ts";
import { useFetched } from "../state/fetched.ts";
import { usePalette } from "../state/theme.ts";

/** What every part of the assistant needs. */
interface Assisting {
  readonly importing: Importing;
  readonly words: ImportWords;
}

export const AssistingContext = createContext<Assisting | undefined>(undefined);

/** @throws Error outside of the assistant. */
export function useAssisting(): Assisting {
  const assisting = useContext(AssistingContext);
  if (!assisting) throw new Error("A part of the assistant was mounted outside of it.");
  return assisting;
}

export function useImport<Value>(select: (state: ImportState) => Value): Value {
  return useStore(useAssisting().importing.store, select);
}

/** What answers a question, or takes an answer back. */
export function useAnswer(): (path: string, value: string | undefined) => void {
  const { importing } = useAssisting();
  return (path, value) => importing.act({ kind: "answered", path, value });
}

/** The words in the reader's language; `undefined` until they have come. */
export function useImportWords(): ImportWords | undefined {
  const language = useView((view) => view.language);
  return useFetched(() => loadImportWords(language), language);
}

/** A colour of a side as the theme shows it: darker or lighter where it could not be seen. */
export function useTone(): (colour: string | undefined) => string {
  const palette = usePalette(useView((view) => view.theme));
  return (colour) => (colour === undefined ? palette.unknown : toneColour(colour, palette).mark);
}
