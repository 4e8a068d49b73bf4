/** Whether the page is one file with all in it, made by `build --single-file`: it can ask no network for anything. */
export function isSingleFile(): boolean {
  return document.querySelector('meta[name="frontline-file"]') !== null;
}

/** Whether the address of the page leads to a file of this machine, and nobody else anywhere. */
export function isOnDisk(): boolean {
  return location.protocol === "file:";
}
