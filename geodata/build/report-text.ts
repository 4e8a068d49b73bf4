import { type Day, formatDay } from "../../src/core/day.ts";

/** A Markdown table; a header that ends in ">" makes a column of numbers. */
export function writeTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const titles = headers.map((header) => header.replace(/>$/, ""));
  const rules = headers.map((header) => (header.endsWith(">") ? "---:" : "---"));
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return [titles, rules, ...cells].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** "24 November 2019" */
export function writeDay(day: Day): string {
  return formatDay(day, "en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** "24–27 January 2020"; both days in full where they are of two months. */
export function writeDays(first: Day, last: Day): string {
  if (first === last) return writeDay(first);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return isOneMonth
    ? `${Number(first.slice(8))}–${writeDay(last)}`
    : `${writeDay(first)} – ${writeDay(last)}`;
}

/** A number with a fixed count of decimals, thousands apart; never "-0". */
export function writeNumber(value: number, decimals = 0): string {
  const [whole = "", rest] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const text = rest === undefined ? grouped : `${grouped}.${rest}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${text}` : text;
}

export function writePercent(share: number, decimals = 0): string {
  return `${writeNumber(share * 100, decimals)} %`;
}

/** "3 days", "1 day", "no days" */
export function writeCount(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${writeNumber(count)} ${count === 1 ? one : many}`;
}

const LINE_LENGTH = 120;

/** Breaks prose and list items anew into lines, since numbers of unknown length stand in them; tables stay. */
export function wrapMarkdown(text: string): string {
  return text
    .split("\n\n")
    .map((block) => (/^[|#]/.test(block) ? block : joinItems(block).map(wrapLine).join("\n")))
    .join("\n\n");
}

/** Each list item as one line; a paragraph is one line too. */
function joinItems(block: string): string[] {
  return block.replaceAll(/\s*\n(?!- )\s*/g, " ").split("\n");
}

function wrapLine(line: string): string {
  const indent = line.startsWith("- ") ? "  " : "";
  const lines: string[] = [];
  let open = "";
  for (const word of line.split(" ")) {
    if (open !== "" && open.length + 1 + word.length > LINE_LENGTH) {
      lines.push(open);
      open = indent + word;
    } else {
      open = open === "" ? word : `${open} ${word}`;
    }
  }
  return [...lines, open].join("\n");
}
