import { keepUnder } from "./kept.ts";
import { CITATION_FORMS, type CitationForm } from "../../export/citation/forms.ts";

/** A frame in CSS pixels; without a width it is as wide as the text around it. */
export interface FrameSize {
  readonly width: number | undefined;
  readonly height: number;
}

export const FRAME_LIMITS = { least: 200, most: 4000 } as const;
const FIRST_FRAME: FrameSize = { width: undefined, height: 480 };

const remembered = keepUnder<{
  readonly form: unknown;
  readonly width: unknown;
  readonly height: unknown;
}>("frontline-export-share");

/** The form of a citation that was chosen last. */
export function readForm(): CitationForm {
  const { form } = remembered.read();
  return CITATION_FORMS.find((known) => known === form) ?? "text";
}

export function keepForm(form: CitationForm): void {
  remembered.add({ form });
}

/** The size of a frame that was chosen last. */
export function readFrameSize(): FrameSize {
  const { width, height } = remembered.read();
  return {
    width: isLength(width) ? width : FIRST_FRAME.width,
    height: isLength(height) ? height : FIRST_FRAME.height,
  };
}

export function keepFrameSize({ width, height }: FrameSize): void {
  remembered.add({ width, height });
}

/** Whether a frame can be so many pixels wide or high. */
export function isLength(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= FRAME_LIMITS.least && Number(value) <= FRAME_LIMITS.most;
}
