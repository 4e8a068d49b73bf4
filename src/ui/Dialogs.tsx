import { HelpDialog } from "./chrome/HelpDialog.tsx";
import { ProblemsDialog } from "./chrome/ProblemsDialog.tsx";
import { ExportDialog } from "./export/ExportDialog.tsx";
import { TableDialog } from "./table/TableDialog.tsx";
import { LaterEditBar } from "./edit/LaterEditBar.tsx";
import { OpenDialog } from "./open/OpenDialog.tsx";

/** All dialogs, of which the session opens one at a time. */
export function Dialogs() {
  return (
    <>
      <TableDialog />
      <ProblemsDialog />
      <HelpDialog />
      <OpenDialog />
      <ExportDialog />
      <LaterEditBar />
    </>
  );
}
