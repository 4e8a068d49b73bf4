/** What the tests use of Citation.js, which has no types of its own. */
declare module "@citation-js/core" {
  export class Cite {
    /** Reads a text of any form that it knows. @throws TypeError if a member of CSL-JSON is none, or of another type. */
    constructor(text: string, options?: { readonly strict?: boolean });
    readonly data: readonly unknown[];
  }
}
