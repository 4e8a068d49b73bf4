import type { ExportWords } from "../export-words.ts";

export const enExport: ExportWords = {
  title: "Export",
  kinds: "What to take away",
  picture: { name: "Picture", hint: "One day, ready to print or post" },
  preview: "Preview",
  settings: "Settings",
  save: "Save picture",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was saved.",
  working: (share) => `Drawing… ${share} %`,
  saved: (file) => `Saved as ${file}.`,
  failed: (reason) => `Not saved. ${reason}`,
  busy: "Another export is still being made. Wait for it, or cancel it.",
};
