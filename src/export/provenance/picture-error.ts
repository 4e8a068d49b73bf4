import { type Problem, showMarks } from "../../data/problem.ts";

type PictureCode = "unknown-picture" | "damaged-picture" | "picture-without-provenance";

const TOLD: Readonly<Record<PictureCode, Pick<Problem, "expected" | "remedy">>> = {
  "unknown-picture": {
    expected: "a PNG, JPEG, WebP or PDF",
    remedy: "name a picture or page that was exported",
  },
  "damaged-picture": {
    expected: "the file as it was exported",
    remedy: "take the picture from where it was first saved",
  },
  "picture-without-provenance": {
    expected: "a picture that this program exported",
    remedy:
      "take the exported file itself: messengers, editors and screenshots leave out what is written into it",
  },
};

/** Bytes that are no picture, a damaged one, or one that does not say what it shows; the message is a sentence for people. */
export class PictureError extends Error {
  override readonly name = "PictureError";
  readonly code: PictureCode;
  /** Fit for one line. */
  readonly found: string;

  /** `found` may quote what the bytes say: marks that cannot be seen are shown as code points. */
  constructor(code: PictureCode, found: string, options?: ErrorOptions) {
    super(`The picture cannot be used: ${showMarks(found)}`, options);
    this.code = code;
    this.found = showMarks(found);
  }

  /** The same as a problem of a file by its name. */
  toProblem(file: string): Problem {
    const { code, found } = this;
    const place = { file: showMarks(file), record: "", line: undefined, column: undefined, member: "" };
    return { severity: "error", code, ...place, found, ...TOLD[code], count: 1 };
  }
}
