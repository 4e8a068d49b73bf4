import { PROBLEM_CODES } from "../src/data/problem-codes.ts";

const HEAD = `# Problems

What \`frontline validate\` and the page tell of a data set, kind by kind. The code of a kind stands in brackets at the end of its line,
and as \`code\` in JSON and CSV ([the other fields](command-line.md#validate)); it stays the same when messages are worded anew. Each
problem says by itself what was found where, what was expected and how to mend that very case; here is what the kinds mean and
what usually mends them.

This page is written by \`npm run schema\` from \`src/data/problem-codes.ts\`.

| code | what it is | what usually mends it |
| --- | --- | --- |
`;

/** The text of docs/problems.md: a row for each kind of problem, in the order of the catalogue. */
export function formatProblemTable(): string {
  const rows = Object.entries(PROBLEM_CODES).map(
    ([code, { meaning, remedy }]) => `| \`${code}\` | ${toCell(meaning)} | ${toCell(remedy)} |\n`,
  );
  return HEAD + rows.join("");
}

function toCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
