/**
 * Puts the text of a field into the clipboard; resolves to whether the browser let it. Where it did not, the text is selected and
 * has the focus, so that the reader's own key copies it.
 */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    // Not there in pages that came without encryption, refused in some frames.
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return copySelected(field);
  }
}

/** The older way, which needs no permission. */
function copySelected(field: HTMLTextAreaElement): boolean {
  const { activeElement } = document;
  field.focus();
  field.select();
  try {
    if (!document.execCommand("copy")) return false;
  } catch {
    return false;
  }
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return true;
}
