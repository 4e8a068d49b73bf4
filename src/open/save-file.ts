/** Hands a file to the reader under a name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads the address after the click returns; a minute is plenty for any disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
