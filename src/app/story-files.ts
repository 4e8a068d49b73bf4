import filesUrl from "virtual:story-files";
import type { NamedFile } from "../open/worker-protocol.ts";

/** The files of the bundled story, as one archive. Rejects if it cannot be fetched. */
export async function loadStoryFiles(): Promise<readonly NamedFile[]> {
  const response = await fetch(filesUrl);
  if (!response.ok) throw new Error(`${filesUrl}: the server answered ${response.status}`);
  return [{ path: "story.zip", file: new File([await response.blob()], "story.zip") }];
}
