/** That the reader has answered an invitation, which is not repeated then. */
export interface Answer {
  readonly isGiven: () => boolean;
  readonly answer: () => void;
}

/** Kept in this browser under a name; where that keeps nothing, for as long as the page is open. */
export function keepAnswer(key: string): Answer {
  let isGiven: boolean | undefined;
  return {
    isGiven() {
      try {
        isGiven ??= localStorage.getItem(key) !== null;
      } catch {
        isGiven = false;
      }
      return isGiven;
    },
    answer() {
      isGiven = true;
      try {
        localStorage.setItem(key, "yes");
      } catch {
        // The invitation comes again with the next page.
      }
    },
  };
}

/** Whether the reader has taken the tour of the page, skipped it or put away the invitation to it. */
export const tourInvitation = keepAnswer("frontline-atlas-tour-seen");
