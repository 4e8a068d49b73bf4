import { COMPILED_ENDING, readCompiled, writeCompiled } from "../data/compiled/compiled.ts";
import { refuseExcess } from "../data/compiled/extent.ts";
import type { Folder, OpeningOptions } from "../data/folder.ts";
import { loadDataset } from "../data/load-dataset.ts";
import { type Problem, reportOn, toOneLine } from "../data/problem.ts";
import { PictureError } from "../export/provenance/picture-error.ts";
import { readProvenance } from "../export/provenance/provenance.ts";
import { enterFolder, findDataRoots } from "./data-root.ts";
import { toFolder } from "./file-folder.ts";
import type { NamedFile, OpeningOutcome } from "./worker-protocol.ts";
import { isZipName, readZip } from "../data/zip/zip-folder.ts";

/**
 * Reads, checks and compiles what was dropped: the files of a data set, a folder around them, or one zip archive. Of one picture
 * alone, reads which view it shows.
 */
export async function openFiles(
  files: readonly NamedFile[],
  options: OpeningOptions = {},
): Promise<OpeningOutcome> {
  const problems: Problem[] = [];
  const [only, ...rest] = files;
  if (only && rest.length === 0 && only.path.endsWith(COMPILED_ENDING)) return openCompiled(only);
  if (only && rest.length === 0 && PICTURE.test(only.path)) return openPicture(only);
  const folder = await findFolder(files, problems);
  if (!folder) return { kind: "refused", problems };
  const paths = await folder.list();
  const [root, ...others] = findDataRoots(paths);
  if (root === undefined) return { kind: "undeclared" };
  if (others.length > 0) {
    reportOn(problems, toOneLine(root)).error(
      "several-data-sets",
      `${others.length + 1} folders with a dataset.json, another of them ${toOneLine(others[0] ?? "")}`,
      "one data set",
      "open one of the folders by itself",
    );
    return { kind: "refused", problems };
  }
  const loaded = await loadDataset(enterFolder(folder, root), options);
  const { dataset } = loaded;
  if (!dataset) return { kind: "refused", problems: loaded.problems };
  return { kind: "compiled", bytes: await writeCompiled({ ...loaded, dataset }) };
}

/** What `frontline build` wrote needs no reading, only a look at whether it can be read. */
async function openCompiled({ path, file }: NamedFile): Promise<OpeningOutcome> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    await refuseExcess(bytes);
    await readCompiled(bytes);
    return { kind: "compiled", bytes };
  } catch (error) {
    const problems: Problem[] = [];
    const reason = error instanceof Error ? error.message : String(error);
    reportOn(problems, toOneLine(path)).error(
      "damaged-compiled-file",
      `a file that cannot be read (${toOneLine(reason, 200)})`,
      "what “frontline build” wrote",
      "compile the data set again, or drop its folder",
    );
    return { kind: "refused", problems };
  }
}

const PICTURE = /\.(?:png|jpe?g|webp|pdf)$/i;

async function openPicture({ path, file }: NamedFile): Promise<OpeningOutcome> {
  try {
    return { kind: "picture", provenance: readProvenance(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    return { kind: "refused", problems: [error.toProblem(toOneLine(path))] };
  }
}

/** What was dropped as one folder, the archive unpacked if it is one; `undefined` after reporting why it is none. */
export async function findFolder(
  files: readonly NamedFile[],
  problems: Problem[],
): Promise<Folder | undefined> {
  const [first, ...others] = files;
  if (!first || others.length > 0 || !isZipName(first.path)) return toFolder(files);
  try {
    return readZip(new Uint8Array(await first.file.arrayBuffer()), toOneLine(first.path), problems);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reportOn(problems, toOneLine(first.path)).error(
      "damaged-archive",
      `an archive that cannot be read (${toOneLine(reason, 200)})`,
      "a zip archive of less than 2 GB",
      "unpack it and drop the folder",
    );
    return undefined;
  }
}
