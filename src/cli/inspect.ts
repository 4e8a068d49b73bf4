import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { formatProblem, type Problem, reportOn, showMarks, toOneLine } from "../data/problem.ts";
import { PictureError } from "../export/provenance/picture-error.ts";
import { type Provenance, readProvenance } from "../export/provenance/provenance.ts";
import { formatJson } from "./format.ts";
import { type CliIo, EXIT } from "./io.ts";
import { describeSystemError } from "./write-file.ts";

interface InspectCall {
  readonly picture: string;
  readonly isJson: boolean;
}

/** A page of a metre by a metre at 300 dots an inch, as pixels without any compression. */
const LARGEST_PICTURE = 2 ** 29;

/** Prints what an exported picture or page says of itself, or the one thing that is wrong with it. */
export async function inspect({ picture, isJson }: InspectCall, io: CliIo): Promise<number> {
  const problems: Problem[] = [];
  const bytes = await readPicture(resolve(io.cwd, picture), picture, problems);
  try {
    if (bytes) {
      const record = toRecord(readProvenance(bytes));
      io.out(isJson ? formatJson(record) : formatLines(record));
      return EXIT.done;
    }
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    problems.push(error.toProblem(picture));
  }
  for (const problem of problems) io.err(`${formatProblem(problem)}\n`);
  return EXIT.badData;
}

/** `undefined`, and why among the problems, if there is no such file or none that can be read whole. */
async function readPicture(
  path: string,
  name: string,
  problems: Problem[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const report = reportOn(problems, toOneLine(name));
  const refuse = (found: string) => {
    report.error("file-missing", found, "a picture or PDF", "name one that was exported");
    return undefined;
  };
  try {
    // A pipe that nobody writes to would be waited for.
    const found = await stat(path);
    if (!found.isFile()) return refuse("something that is no regular file");
    if (found.size <= LARGEST_PICTURE) return Uint8Array.from(await readFile(path));
  } catch (error) {
    return refuse(error instanceof Error ? describeSystemError(error) : String(error));
  }
  const most = `at most ${LARGEST_PICTURE} bytes`;
  report.error(
    "file-too-large",
    "a file of more than that",
    most,
    "name a picture or page that was exported",
  );
  return undefined;
}

function toRecord(provenance: Provenance) {
  const { address, permalink, datasetTitle, datasetHash, version, day, comparedDay } = provenance;
  const { language, sources, licence } = provenance;
  return {
    dataset_title: datasetTitle,
    dataset_hash: datasetHash ?? null,
    day,
    compared_day: comparedDay ?? null,
    address,
    permalink: permalink ?? null,
    language,
    sources,
    licence: licence ?? null,
    version,
  };
}

type PictureRecord = ReturnType<typeof toRecord>;

const TITLES: Readonly<Record<keyof PictureRecord, string>> = {
  dataset_title: "Data set",
  dataset_hash: "Hash",
  day: "Day",
  compared_day: "Compared day",
  address: "Address",
  permalink: "Link",
  language: "Language",
  sources: "Sources",
  licence: "Licence",
  version: "Version",
};

/** A line for each thing that the picture says; a source each on a line of its own. */
function formatLines(record: PictureRecord): string {
  const width = Math.max(...Object.values(TITLES).map(({ length }) => length));
  return Object.entries(TITLES)
    .flatMap(([field, title]) => {
      const value = record[field as keyof PictureRecord];
      const texts = typeof value === "string" ? [value] : (value ?? []);
      return texts.map((text, index) => `${(index === 0 ? title : "").padEnd(width)}  ${showMarks(text)}\n`);
    })
    .join("");
}
