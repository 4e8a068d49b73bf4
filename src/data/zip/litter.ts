/** What systems and version control put beside data: never part of a data set. */
export function isLitter(path: string): boolean {
  return path
    .split("/")
    .some(
      (part) =>
        part.startsWith(".") || ["__MACOSX", "node_modules", "Thumbs.db", "desktop.ini"].includes(part),
    );
}
