import type { Source } from "../../core/records.ts";
import { parseJson, stripByteOrderMark } from "../text/json.ts";
import { createRecordLocator } from "../text/locate-records.ts";
import { describeValue, nameRecord, type Reporter, reportOn } from "../problem.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue, isRecord } from "../text/record.ts";
import { SOURCE } from "../schema/source.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound documents of a JSON list; `ids` also tells those of the others. */
export function parseSources(
  text: string,
  { file, problems, translations }: Pick<StoryContext, "file" | "problems" | "translations">,
): { sources: Source[]; ids: ReadonlySet<string> } {
  const reporter = reportOn(problems, file);
  const list = parseJson(text, reporter);
  if (list !== undefined && !Array.isArray(list)) {
    reporter.error(
      "not-a-list",
      describeValue(list),
      "a list of documents",
      "put the documents in square brackets",
    );
  }
  const locate = createRecordLocator(stripByteOrderMark(text));
  const ids = new Set<string>();
  const seen = new Set<string>();
  const records: readonly unknown[] = Array.isArray(list) ? list : [];
  const rows = records.filter(isRecord).map((cells) => ({ cells, reporter }));
  const takeTexts = translations?.open("sources", rows, { file, problems });
  const sources = records.flatMap((record, index) => {
    const id = isRecord(record) ? getValue(record, "id") : undefined;
    if (typeof id === "string" || typeof id === "number") ids.add(String(id));
    const reporter = reportOn(problems, file, nameRecord("document", index, id), () => locate(index));
    const source = parseSource(record, reporter);
    if (!source || !isFirstOfId(source.id, seen, reporter)) return [];
    if (isRecord(record)) takeTexts?.(source, { cells: record, reporter });
    return [source];
  });
  return { sources, ids };
}

function parseSource(record: unknown, reporter: Reporter): Source | undefined {
  if (isRecord(record)) return readRecord(SOURCE, record, reporter).whole;
  reporter.error(
    "not-an-object",
    describeValue(record),
    "an object with id, title and publisher",
    "write it as an object",
  );
  return undefined;
}
