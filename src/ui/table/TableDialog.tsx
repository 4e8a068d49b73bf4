import { useDeferredValue, useMemo, useState } from "react";
import { findControl } from "../../core/atlas.ts";
import type { Settlement } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { FilterNote, FilterPopover } from "../parts/FilterPopover.tsx";
import { useJudge } from "../state/filter.ts";
import { Modal } from "../parts/Modal.tsx";
import { nameGovernorate } from "../../core/names.ts";
import { orderNames } from "../parts/PlaceName.tsx";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { nameSide } from "../state/sides.ts";
import { filterRows, findRows, listRows, PAGE_ROWS } from "./table-rows.ts";

/** The map as a table, for those who cannot see it or want to read it line by line. */
export function TableDialog() {
  const { table } = useWords();
  return (
    <Modal name="table" title={table.button}>
      <ControlTable />
    </Modal>
  );
}

function ControlTable() {
  const { dataset } = useAtlas();
  const { table, language } = useWords();
  const day = useView((view) => view.day);
  const [query, setQuery] = useState("");
  const [page, setPage] = useState(0);
  const all = useMemo(() => listRows(dataset.settlements, language), [dataset, language]);
  const sought = useDeferredValue(query);
  // While words are typed, the field answers before the rows do.
  const judge = useDeferredValue(useJudge());
  const rows = useMemo(() => filterRows(findRows(all, sought), judge, day), [all, sought, judge, day]);
  const first = Math.min(page, Math.max(0, Math.ceil(rows.length / PAGE_ROWS) - 1)) * PAGE_ROWS;
  const shown = rows.slice(first, first + PAGE_ROWS);
  return (
    <>
      <TableTools
        query={query}
        onQuery={(text) => {
          setQuery(text);
          setPage(0);
        }}
        span={[Math.min(first + 1, rows.length), first + shown.length, rows.length]}
        onPage={(step) => setPage(page + step)}
        whole={all.length}
      />
      <FilterNote />
      <table className="data-table">
        <caption>{table.caption(day)}</caption>
        <thead>
          <tr>
            <th scope="col">{table.name}</th>
            <th scope="col">{table.otherName}</th>
            <th scope="col">{table.kind}</th>
            <th scope="col">{table.governorate}</th>
            <th scope="col">{table.control}</th>
            <th scope="col">{table.since}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ settlement }) => (
            <ControlRow key={settlement.id} settlement={settlement} day={day} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface ToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Number of the first and last row that are shown, from 1, and how many there are. */
  readonly span: readonly [first: number, last: number, total: number];
  readonly onPage: (step: 1 | -1) => void;
  /** How many rows there are before anything is left out. */
  readonly whole: number;
}

/** The search within the table, and its pages where it has more than one. */
function TableTools({ query, onQuery, span: [first, last, total], onPage, whole }: ToolsProps) {
  const { table, filter } = useWords();
  const hasPages = first > 1 || last < total;
  return (
    <div className="table-tools">
      <input
        type="search"
        className="table-search"
        aria-label={table.find}
        placeholder={table.find}
        value={query}
        onChange={({ currentTarget }) => onQuery(currentTarget.value)}
      />
      <FilterPopover />
      <output className="quiet figures">
        {table.rows(first, last, total)}
        {total < whole && ` (${filter.of(total, whole)})`}
      </output>
      {hasPages && (
        <>
          <button type="button" className="button" disabled={first <= 1} onClick={() => onPage(-1)}>
            {table.previousPage}
          </button>
          <button type="button" className="button" disabled={last >= total} onClick={() => onPage(1)}>
            {table.nextPage}
          </button>
        </>
      )}
    </div>
  );
}

function ControlRow({ settlement, day }: { readonly settlement: Settlement; readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const control = findControl(atlas, settlement.id, day);
  const since = atlas.histories.get(settlement.id)?.changes.findLast((change) => change.day <= day)?.day;
  const [first, second] = orderNames(settlement, words.language);
  return (
    <tr>
      <th scope="row">
        <bdi lang={first?.language}>{first?.text}</bdi>
      </th>
      <td>
        <bdi>{second?.text}</bdi>
      </td>
      <td>{words.settlement.kind(settlement.kind)}</td>
      <td>{nameGovernorate(atlas.dataset.regions, settlement.governorate, words.language)}</td>
      <td>
        {control.kind === "contested" ? (
          <>
            <ContestedMark />{" "}
            {words.table.contested(control.by && nameSide(atlas.dataset, control.by, words))}
          </>
        ) : (
          <>
            <SideMark side={control.kind === "held" ? control.by : undefined} />{" "}
            {nameSide(atlas.dataset, control.kind === "held" ? control.by : undefined, words)}
          </>
        )}
      </td>
      <td className="figures">{since && words.dates.long(since)}</td>
    </tr>
  );
}
