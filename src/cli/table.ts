import { toOneLine } from "../data/problem.ts";

export interface Column {
  readonly title: string;
  /** Longer cells are cut. The last column takes what is left of the line, whatever it says here. */
  readonly maxWidth: number;
}

const LINE_WIDTH = 100;
const GAP = "  ";

/**
 * Rows under aligned titles, for people. Lines are at most 100 characters where the columns before the last leave
 * room for that. Cells are for Latin text: letters that terminals draw right to left or double width would not align.
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map((column) => column.title), ...rows];
  const widths = columns.map(({ maxWidth }, index) =>
    Math.min(
      maxWidth,
      lines.reduce((widest, line) => Math.max(widest, line[index]?.length ?? 0), 0),
    ),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[widths.length - 1] = Math.max(12, LINE_WIDTH - before);
  const format = (line: readonly string[]) =>
    widths
      .map((width, index) => toOneLine(line[index] ?? "", width).padEnd(width))
      .join(GAP)
      .trimEnd();
  const rule = widths.slice(0, -1).map((width) => "-".repeat(width));
  const lastTitle = columns.at(-1)?.title ?? "";
  return `${[format(lines[0] ?? []), [...rule, "-".repeat(lastTitle.length)].join(GAP), ...rows.map(format)].join("\n")}\n`;
}
