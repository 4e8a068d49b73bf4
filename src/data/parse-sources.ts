import type { Source } from "../core/dataset.ts";
import { getValue, isRecord, readFields } from "./fields.ts";
import { parseJson } from "./json.ts";
import { describeValue, nameRecord, type Problem, type Reporter, reportOn } from "./problem.ts";
import { isFirstOfId } from "./story-context.ts";

/** The sound documents of a JSON list; `ids` also tells those of the others. */
export function parseSources(
  text: string,
  { file, problems }: { file: string; problems: Problem[] },
): { sources: Source[]; ids: ReadonlySet<string> } {
  const reporter = reportOn(problems, file);
  const list = parseJson(text, reporter);
  if (list !== undefined && !Array.isArray(list)) {
    reporter.error(describeValue(list), "a list of documents", "put the documents in square brackets");
  }
  const ids = new Set<string>();
  const seen = new Set<string>();
  const records: readonly unknown[] = Array.isArray(list) ? list : [];
  const sources = records.flatMap((record, index) => {
    const id = isRecord(record) ? getValue(record, "id") : undefined;
    if (typeof id === "string") ids.add(id);
    const reporter = reportOn(problems, file, nameRecord("document", index, id));
    const source = parseSource(record, reporter);
    return source && !reporter.hasFailed() && isFirstOfId(source.id, seen, reporter) ? [source] : [];
  });
  return { sources, ids };
}

function parseSource(record: unknown, reporter: Reporter): Source | undefined {
  if (!isRecord(record)) {
    reporter.error(describeValue(record), "an object with id, title and publisher", "write it as an object");
    return undefined;
  }
  const fields = readFields(record, reporter);
  return {
    id: fields.id("id"),
    title: fields.text("title"),
    publisher: fields.optionalText("publisher"),
    date: fields.optionalText("date"),
    leaning: fields.optionalText("leaning"),
    url: checkUrl(fields.optionalText("url"), reporter),
    note: fields.optionalText("note"),
  };
}

/** Only web addresses: the dashboard makes links of them, and "javascript:" is an address too. */
function checkUrl(url: string, reporter: Reporter): string {
  if (url === "" || (URL.canParse(url) && /^https?:\/\//i.test(url))) return url;
  reporter.error(
    `url ${describeValue(url)}`,
    "an address that begins with https:// or http://",
    "correct url",
  );
  return "";
}
