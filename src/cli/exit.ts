/** The exit codes of the command line. 130 is what shells give a program that Ctrl+C ended. */
export const EXIT = { done: 0, badData: 1, badCall: 2, cancelled: 130 } as const;
