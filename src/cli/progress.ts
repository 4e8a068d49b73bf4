import type { OpeningStage, Progress } from "../data/folder.ts";

/** A terminal, as far as one line that is written over again and again needs it. */
export interface ProgressTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** The same of anything else. */
  readonly say: (text: string) => void;
  /** Leaves the terminal as if nothing had been shown. */
  readonly clear: () => void;
}

const CLEAR_LINE = "\r\u001B[2K";

/** One line that tells how far a data set is read; nothing where the stream is no terminal but a file or a pipe. */
export function createProgressLine({ isTTY = false, columns = 80, write }: ProgressTerminal): ProgressLine {
  let isShown = false;
  const say = (text: string) => {
    if (!isTTY) return;
    isShown = true;
    // A line that wraps would leave its first part behind.
    write(`${CLEAR_LINE}${text.slice(0, columns - 1)}`);
  };
  return {
    say,
    show: (progress) => say(describeProgress(progress)),
    clear() {
      if (isShown) write(CLEAR_LINE);
      isShown = false;
    },
  };
}

const UNITS: Readonly<Record<OpeningStage, string | undefined>> = {
  reading: "files",
  checking: "days",
  compiling: undefined,
};

/** "Checking: 120 of 365 days, 3 problems". */
function describeProgress({ stage, done, total, problems }: Progress): string {
  const unit = UNITS[stage];
  const parts = [
    ...(unit === undefined ? [] : [`${done} of ${total} ${unit}`]),
    ...(problems > 0 ? [problems === 1 ? "1 problem" : `${problems} problems`] : []),
  ];
  const name = `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`;
  return parts.length > 0 ? `${name}: ${parts.join(", ")}` : `${name} ...`;
}
