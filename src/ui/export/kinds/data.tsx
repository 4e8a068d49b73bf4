import "../../../../styles/page/export-data.css";
import { useEffect, useState } from "react";
import type { Atlas } from "../../../core/atlas.ts";
import { parseDay } from "../../../core/day.ts";
import { pickName } from "../../../core/names.ts";
import type { View } from "../../../core/view.ts";
import {
  DATA_FORMATS,
  DATA_KINDS,
  type DataFormat,
  type DataKind,
  type DataWish,
  isDataKind,
  isInFormat,
} from "../../../export/data/kinds.ts";
import type { DataSample } from "../../../export/data/make-data.ts";
import { writeDatabase } from "../../../open/database.ts";
import { saveFile } from "../../../open/save.ts";
import type { ExportDataWords } from "../../../words/export-data-words.ts";
import { useAtlas, useDashboard, useView, useWords } from "../../state/dashboard.ts";
import { ExportAction } from "../ExportAction.tsx";
import { ExportLayout } from "../ExportLayout.tsx";
import type { ExportKind, KindProps } from "./kind.ts";

/** Tables and shapes for other programs. */
export const data: ExportKind = {
  key: "data",
  icon: "M4 6h16v12H4zM4 10.5h16M10 10.5V18",
  nameIn: (words) => words.data.name,
  hintIn: (words) => words.data.hint,
  Form: DataForm,
};

const FORMAT_NAMES: Readonly<Record<DataFormat, string>> = {
  csv: "CSV",
  json: "JSON",
  geojson: "GeoJSON",
  kml: "KML",
  gpkg: "GeoPackage",
};

const MEDIA_TYPES: Readonly<Record<DataFormat, string>> = {
  csv: "text/csv",
  json: "application/json",
  geojson: "application/geo+json",
  kml: "application/vnd.google-earth.kml+xml",
  gpkg: "application/geopackage+sqlite3",
};

/** What writes the files comes when the form is opened. */
const loadMaker = () => import("../../../export/data/make-data.ts");

function DataForm({ job, words }: KindProps) {
  const { atlas, store } = useDashboard();
  const { notices } = useWords();
  const [wish, setWish] = useState(() => beginWish(atlas, store.getState()));
  const settlement = useView((view) => view.place);
  const isPossible = hasPossibleDays(wish, atlas);
  // A place that is no longer selected has no history to offer.
  const kind = wish.kind === "history" && settlement === undefined ? "changes" : wish.kind;
  const asked = { ...wish, kind, settlement };
  return (
    <ExportLayout
      words={words}
      preview={<Sample words={words.data} wish={asked} isPossible={isPossible} />}
      settings={<Settings words={words.data} wish={asked} isPossible={isPossible} onWish={setWish} />}
      action={
        <ExportAction
          job={job}
          of={data.key}
          words={words}
          label={words.data.save}
          isImpossible={!isPossible}
          make={async ({ signal, tell }) => {
            tell(0, words.data.making);
            const { makeData, nameDataFile } = await loadMaker().catch(() => {
              throw new Error(notices.partMissing);
            });
            const { bytes } = await makeData(atlas, asked, (plan) => writeDatabase(plan, signal));
            signal.throwIfAborted();
            const file = nameDataFile(atlas, asked);
            saveFile(new Blob([bytes], { type: MEDIA_TYPES[asked.format] }), file);
            return { file };
          }}
        />
      }
    />
  );
}

/** What the view is about: the days compared, or those that playing keeps to, or else all. */
function beginWish({ dataset }: Atlas, { day, compared, range }: View): DataWish {
  const kind = "changes";
  if (compared !== undefined) {
    const [from, to] = day < compared ? [day, compared] : [compared, day];
    return { kind, format: "csv", from, to };
  }
  return { kind, format: "csv", from: range?.first ?? dataset.firstDay, to: range?.last ?? dataset.lastDay };
}

function hasPossibleDays({ from, to }: DataWish, { dataset }: Atlas): boolean {
  return dataset.firstDay <= from && from <= to && to <= dataset.lastDay;
}

interface SettingsProps {
  readonly words: ExportDataWords;
  readonly wish: DataWish;
  readonly isPossible: boolean;
  readonly onWish: (wish: DataWish) => void;
}

function Settings({ words, wish, isPossible, onWish }: SettingsProps) {
  const { settlementById } = useAtlas();
  const language = useView((view) => view.language);
  const place = settlementById.get(wish.settlement ?? "");
  const nameKind = (kind: DataKind) =>
    kind === "history" ? words.historyOf(place ? pickName(place.names, language) : "") : words.kinds[kind];
  const kinds = DATA_KINDS.filter((kind) => kind !== "history" || place);
  const formats: readonly DataFormat[] = DATA_FORMATS[wish.kind];
  const choose = (kind: DataKind) => {
    const [first] = DATA_FORMATS[kind];
    onWish({ ...wish, kind, format: isInFormat(kind, wish.format) ? wish.format : first });
  };
  return (
    <>
      <label className="export-field">
        <span>{words.what}</span>
        <select
          className="button"
          value={wish.kind}
          onChange={({ currentTarget: { value } }) => {
            if (isDataKind(value)) choose(value);
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {nameKind(kind)}
            </option>
          ))}
        </select>
      </label>
      <DayFields {...{ words, wish, isPossible, onWish }} />
      <label className="export-field">
        <span>{words.format}</span>
        <select
          className="button"
          value={wish.format}
          onChange={({ currentTarget: { value } }) => {
            if (isInFormat(wish.kind, value)) onWish({ ...wish, format: value });
          }}
        >
          {formats.map((format) => (
            <option key={format} value={format}>
              {FORMAT_NAMES[format]}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet export-data-note">{words.formats[wish.format]}</p>
      <p className="quiet export-data-note">{words.credits}</p>
    </>
  );
}

function DayFields({ words, wish, isPossible, onWish }: SettingsProps) {
  const { firstDay, lastDay } = useAtlas().dataset;
  const day = useView((view) => view.day);
  const { dates } = useWords();
  const field = (name: "from" | "to") => (
    <label className="export-field">
      <span>{words[name]}</span>
      <input
        type="date"
        min={firstDay}
        max={lastDay}
        value={wish[name]}
        aria-invalid={!isPossible}
        onChange={({ currentTarget }) => {
          const chosen = parseDay(currentTarget.value);
          if (chosen) onWish({ ...wish, [name]: chosen });
        }}
      />
    </label>
  );
  return (
    <fieldset className="export-data-days">
      <legend>{words.days}</legend>
      {field("from")}
      {field("to")}
      <button type="button" className="button" onClick={() => onWish({ ...wish, from: day, to: day })}>
        {words.thisDay}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => onWish({ ...wish, from: firstDay, to: lastDay })}
      >
        {words.wholeStory}
      </button>
      {!isPossible && (
        <p className="export-fault" role="alert">
          {words.noDays(dates.long(firstDay), dates.long(lastDay))}
        </p>
      )}
    </fieldset>
  );
}

interface SampleProps {
  readonly words: ExportDataWords;
  readonly wish: DataWish;
  readonly isPossible: boolean;
}

/** The first rows of what there will be, with the names of the fields. */
function Sample({ words, wish, isPossible }: SampleProps) {
  const atlas = useAtlas();
  const [tables, setTables] = useState<readonly DataSample[]>([]);
  const { kind, format, from, to, settlement } = wish;
  useEffect(() => {
    if (!isPossible) return undefined;
    let isWanted = true;
    loadMaker()
      .then(({ sampleData }) => {
        if (isWanted) setTables(sampleData(atlas, { kind, format, from, to, settlement }));
      })
      // Without it there is nothing to show, which the button tells when it is asked for the file.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [atlas, kind, format, from, to, settlement, isPossible]);
  return (
    <div className="export-data-sample">
      {tables.map((table) => (
        <SampleTable key={table.name} table={table} words={words} />
      ))}
    </div>
  );
}

function SampleTable({
  table: { name, fields, rows },
  words,
}: {
  readonly table: DataSample;
  readonly words: ExportDataWords;
}) {
  return (
    <figure>
      <figcaption>
        <code>{name}</code>{" "}
        <span className="quiet">{rows.length === 0 ? words.noRecords : words.sample}</span>
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, and the keyboard must reach it. */}
      <section className="export-data-scroll" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {field}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join("\u0000")}>
                {row.map((cell, index) => (
                  <td key={fields[index]} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
