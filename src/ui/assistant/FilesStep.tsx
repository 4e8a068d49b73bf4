import { countProblems } from "../../data/problem.ts";
import type { SheetSummary } from "../../open/import-protocol.ts";
import type { ReadSummary } from "../../open/import-protocol.ts";
import { ProblemList } from "../parts/ProblemList.tsx";
import { useWords } from "../state/dashboard.ts";
import { useAssisting, useImport } from "./use-import.ts";

type Note = ReadSummary["notes"][number];

/** More would make the page slow. */
const [MOST_SHEETS, MOST_PROBLEMS] = [60, 50];

/** What was read: every sheet with its size, and what was understood of it without being told. */
export function FilesStep() {
  const { words } = useAssisting();
  const all = useWords();
  const read = useImport((state) => state.read);
  const progress = useImport((state) => state.progress);
  if (!read) {
    const amount = progress && progress.total > 1 ? { value: progress.done, max: progress.total } : {};
    return <progress aria-label={words.working} {...amount} />;
  }
  const { sheets, notes, problems } = read;
  const files = [...new Set([...sheets, ...notes].map(({ file }) => file))];
  return (
    <>
      {sheets.length === 0 && <p role="alert">{words.nothingRead}</p>}
      <ul className="assistant-files">
        {files.slice(0, MOST_SHEETS).map((file) => (
          <FileItem
            key={file}
            file={file}
            sheets={sheets.filter((sheet) => sheet.file === file)}
            notes={notes.filter((note) => note.file === file)}
          />
        ))}
      </ul>
      {files.length > MOST_SHEETS && <p className="quiet">{words.files(files.length)}</p>}
      {problems.length > 0 && (
        <section>
          <h4>
            {words.problemsOfFiles}: {words.problems(countProblems(problems))}
          </h4>
          <ProblemList problems={problems.slice(0, MOST_PROBLEMS)} words={all} heading="h5" />
        </section>
      )}
    </>
  );
}

interface ItemProps {
  readonly file: string;
  readonly sheets: readonly SheetSummary[];
  readonly notes: readonly Note[];
}

function FileItem({ file, sheets, notes }: ItemProps) {
  return (
    <li className="assistant-card">
      {file !== "" && (
        <h4>
          <bdi>{file}</bdi>
        </h4>
      )}
      {sheets.map((sheet) => (
        <SheetLine key={sheet.name} sheet={sheet} isNamed={sheets.length > 1} />
      ))}
      {notes.map((note, index) => (
        <NoteLine key={`${index} ${note.kind}`} note={note} />
      ))}
    </li>
  );
}

function SheetLine({ sheet, isNamed }: { readonly sheet: SheetSummary; readonly isNamed: boolean }) {
  const { words } = useAssisting();
  const { comma } = useWords();
  const { format, name, rows, columns, points, lines, areas } = sheet;
  const parts = [
    words.rows(rows),
    words.columns(columns),
    ...(points > 0 ? [words.points(points)] : []),
    ...(lines > 0 ? [words.lines(lines)] : []),
    ...(areas > 0 ? [words.areas(areas)] : []),
  ];
  return (
    <p className="assistant-sheet">
      <span className="assistant-format" dir="ltr">
        {NAMES[format]}
      </span>
      {isNamed && <bdi className="assistant-sheet-name">{name}</bdi>}
      <span className="figures-text">{parts.join(comma)}</span>
    </p>
  );
}

/** Formats as they call themselves, which is the same in every language. */
const NAMES: Readonly<Record<SheetSummary["format"], string>> = {
  csv: "CSV",
  xlsx: "XLSX",
  ods: "ODS",
  json: "JSON",
  geojson: "GeoJSON",
  arcgis: "ArcGIS JSON",
  topojson: "TopoJSON",
  kml: "KML",
  shapefile: "Shapefile",
  dbf: "DBF",
  geopackage: "GeoPackage",
  lua: "Lua",
};

function NoteLine({ note }: { readonly note: Note }) {
  const { words, importing } = useAssisting();
  const chosen = useImport((state) => state.said.encodings[note.file]);
  return (
    <div className="assistant-note">
      <p className="quiet">{words.noteOf(note)}</p>
      {note.kind === "encoding-guessed" && (
        <label className="assistant-field">
          <span>{words.encodingOf(note.file)}</span>
          <select
            value={chosen ?? note.encoding}
            onChange={({ currentTarget }) =>
              importing.act({ kind: "decoded", file: note.file, encoding: currentTarget.value })
            }
          >
            {[note.encoding, ...note.others].map((encoding) => (
              <option key={encoding}>{encoding}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
