import { getValue, isRecord } from "./fields.ts";
import { describeValue, type Reporter } from "./problem.ts";

const REQUIRED = ["settlements", "control"] as const;
const OPTIONAL = ["claims", "highways", "posts", "sources", "events", "figures", "regions"] as const;

/** Names of the files of a data set, relative to its folder; `undefined` for one that is not declared. */
export type DatasetFiles = Readonly<
  Record<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number], string | undefined>
>;

/** The member `files` of `dataset.json`. Unknown members are ignored. */
export function parseFiles(value: unknown, reporter: Reporter): DatasetFiles {
  const record = isRecord(value) ? value : {};
  for (const key of REQUIRED) {
    if (getValue(record, key) === undefined) {
      reporter.error(`no files.${key}`, "the name of a file in the folder", `add ${key} to files`);
    }
  }
  const name = (key: keyof DatasetFiles) => parseFileName(getValue(record, key), key, reporter);
  return {
    settlements: name("settlements"),
    claims: name("claims"),
    control: name("control"),
    highways: name("highways"),
    posts: name("posts"),
    sources: name("sources"),
    events: name("events"),
    figures: name("figures"),
    regions: name("regions"),
  };
}

/**
 * Only names inside the folder are allowed: a data set from elsewhere must neither make a page ask another site for
 * data nor make the command line read outside the folder it was given.
 */
function parseFileName(value: unknown, key: string, reporter: Reporter): string | undefined {
  if (value === undefined) return undefined;
  const isInside =
    typeof value === "string" &&
    /^[^/\\:?#%][^\\:?#%]*$/.test(value) &&
    value.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (isInside) return value;
  const found = `files.${key} ${describeValue(value)}`;
  reporter.error(found, "the name of a file in the folder", "put the file into the folder and name it here");
  return undefined;
}
