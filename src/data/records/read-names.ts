import type { Language, Names } from "../../core/names.ts";
import { describeValue, type Reporter } from "../problem.ts";
import { NAME_COLUMN } from "../schema/name-column.ts";
import { isBlank, type RawRecord } from "../text/record.ts";

/**
 * The chief name, under `nameLanguage`, with those that the record has in members such as `name:uk` or `name_ru`, or under
 * what `columns` says that the file calls such a member. What is no text is reported and left out.
 */
export function readNames(
  record: RawRecord,
  name: string,
  nameLanguage: Language,
  reporter: Reporter,
  columns: ReadonlyMap<string, string> = new Map(),
): Names {
  const names: Record<Language, string> = { [nameLanguage]: name };
  const members = [...columns, ...Object.keys(record).map((key) => [key, key] as const)];
  for (const [member, column] of members) {
    const [, afterColon, afterLine] = NAME_COLUMN.exec(member) ?? [];
    const language = afterColon ?? afterLine;
    const text = Object.hasOwn(record, column) ? record[column] : undefined;
    if (language === undefined || isBlank(text)) continue;
    if (typeof text === "string") names[language] = text.trim();
    else
      reporter
        .about(column)
        .warn("not-a-text", `${column} ${describeValue(text)}`, "text", "correct it or leave it empty");
  }
  return names;
}
