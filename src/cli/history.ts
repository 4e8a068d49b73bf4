import type { Atlas } from "../core/atlas.ts";
import type { Settlement } from "../core/records.ts";
import { findPlace, searchPlaces } from "../core/search.ts";
import { showMarks, toOneLine } from "../data/problem.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { UsageError } from "./io.ts";
import { buildHistoryReport, type HistoryReport } from "../export/history-report.ts";
import { CHANGE_FIELDS, withNameFields } from "../export/records.ts";
import { nameSide } from "./name-side.ts";

/**
 * The history of control of the place that `place` names. As CSV only its changes.
 *
 * @throws UsageError if no place has that name or several have; the message lists those that may be meant.
 */
export function printHistory(
  atlas: Atlas,
  { place, format }: { place: string; format: OutputFormat },
): string {
  const settlement = choosePlace(atlas.dataset.settlements, place);
  const report = buildHistoryReport(atlas, settlement);
  switch (format) {
    case "json":
      return formatJson(report);
    case "csv":
      return formatCsv(withNameFields(atlas, CHANGE_FIELDS), report.changes);
    case "table":
      return formatHistory(atlas, report);
  }
}

/**
 * The settlement that a text names.
 *
 * @throws UsageError if no place has that name or several have; the message lists those that may be meant.
 */
export function choosePlace(settlements: readonly Settlement[], text: string): Settlement {
  const found = findPlace(settlements, text);
  if (found && !("ambiguous" in found)) return found;
  const quoted = `"${toOneLine(text)}"`;
  const listIds = (places: readonly Settlement[]) => places.map(({ id }) => id).join(", ");
  if (found)
    throw new UsageError(`${quoted} may be any of ${listIds(found.ambiguous)}; give one of these ids`);
  const near = searchPlaces(settlements, text, 5);
  const hint = near.length > 0 ? `; perhaps ${listIds(near)}` : "";
  throw new UsageError(`no place is called ${quoted}${hint}`);
}

function formatHistory(
  atlas: Atlas,
  { settlement, initial_side: initialSide, changes, contested, claims }: HistoryReport,
): string {
  const [lng, lat] = settlement.position;
  const where = [settlement.district, settlement.governorate].filter((part) => part !== "").join(", ");
  const lines = [
    `${toOneLine(settlement.name)} (${settlement.id}): ${settlement.kind}${where && `, ${toOneLine(where)}`}`,
    `longitude ${lng}, latitude ${lat}, within ${settlement.precision_km} km`,
    "",
    `At the start: ${nameSide(atlas, initialSide)}`,
    ...changes.map((change) => {
      const window =
        change.first_day === change.last_day ? "" : `, between ${change.first_day} and ${change.last_day}`;
      const why = change.implied_by ? ` (${change.implied_by.replaceAll("-", " ")})` : "";
      const evidence = change.claims.length > 0 ? `: ${change.claims.join(", ")}` : "";
      const sides = `${nameSide(atlas, change.from)} -> ${nameSide(atlas, change.to)}`;
      return `${change.date}: ${sides}, ${change.certainty}${why}${window}${evidence}`;
    }),
    ...contested.map((span) => `Contested from ${span.from} until ${span.to}: ${span.claims.join(", ")}`),
    "",
    claims.length === 0 ? "No claims." : "Claims",
    ...claims.flatMap((claim) => formatClaim(atlas, claim)),
  ];
  return `${lines.map(showMarks).join("\n")}\n`;
}

function formatClaim(atlas: Atlas, claim: HistoryReport["claims"][number]): string[] {
  const days =
    claim.first_day === claim.last_day ? claim.first_day : `${claim.first_day} to ${claim.last_day}`;
  const extent = claim.extent === null || claim.extent === "whole" ? "" : ` (${claim.extent})`;
  const where = [
    claim.source === "" ? [] : [`document ${claim.source}`],
    claim.paragraph === null ? [] : [`line ${claim.paragraph}`],
  ].flat();
  const contradicts = claim.contradicts === null ? [] : [`contradicts ${claim.contradicts}`];
  const foot = [where.join(", "), ...contradicts].filter((part) => part !== "").join("; ");
  const of = claim.ground === null ? "" : ` of ${toOneLine(claim.ground)}`;
  const who = `${toOneLine(claim.attribution || "nobody named")} (${claim.certainty}${of})`;
  return [
    `${claim.id}  ${days}  ${claim.action}${extent} by ${nameSide(atlas, claim.side)}, according to ${who}`,
    ...(foot === "" ? [] : [`       ${foot}`]),
    ...wrap(claim.summary, 92).map((line) => `       ${line}`),
  ];
}

/** Text in lines of at most `width` characters, broken between words. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of toOneLine(text, 1000).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
