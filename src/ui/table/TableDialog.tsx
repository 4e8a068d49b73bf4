import "../../../styles/page/table.css";
import { useId, useRef, useState } from "react";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { FilterNote, FilterPopover } from "../parts/FilterPopover.tsx";
import { Modal } from "../parts/Modal.tsx";
import { SideMark } from "../parts/SideMark.tsx";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { nameSideShortly } from "../state/sides.ts";
import { TableGrid } from "./TableGrid.tsx";
import type { Sorting } from "./table-rows.ts";
import { type Table, useTable } from "./use-table.ts";

/** The map as a table, for those who cannot see it or want to read it line by line. */
export function TableDialog() {
  const { chrome } = useWords();
  return (
    <Modal name="table" title={chrome.table}>
      <ControlTable />
    </Modal>
  );
}

function ControlTable() {
  const words = useWords();
  const { charts, filter, gazetteer } = words;
  const { table } = laterWordsOf(words);
  const { gazetteer: name } = useAtlas().dataset;
  const day = useView((view) => view.day);
  const [query, setQuery] = useState("");
  const [sorting, setSorting] = useState<Sorting>({ column: "name", isDescending: false });
  const shown = useTable(query, sorting);
  const { rows, isReady, total, share } = shown;
  const [caption, grid] = [useId(), useRef<HTMLTableElement>(null)];
  return (
    <>
      <div className="table-tools">
        <input
          type="search"
          className="table-search"
          aria-label={table.find}
          placeholder={table.find}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            grid.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
          }}
        />
        <FilterPopover />
        <SideChoice table={shown} />
      </div>
      <div className="quiet table-caption">
        <p id={caption}>
          {name === undefined ? table.caption(day) : gazetteer.said(table.caption(day), name)}
        </p>
        {share < 1 && <p>{charts.working(Math.floor(100 * share))}</p>}
        <output className="figures">{isReady && filter.of(rows.length, total)}</output>
      </div>
      <FilterNote />
      <TableGrid
        rows={rows}
        sorting={sorting}
        onSort={(column) =>
          setSorting({ column, isDescending: sorting.column === column && !sorting.isDescending })
        }
        captionId={caption}
        grid={grid}
      />
      {rows.length === 0 && isReady && <p className="quiet">{filter.allLeftOut}</p>}
    </>
  );
}

/** The sides with the number of their settlements; to choose one is to filter the whole page by it. */
function SideChoice({ table: { counts } }: { readonly table: Table }) {
  const { dataset } = useAtlas();
  const { store } = useDashboard();
  const words = useWords();
  const filter = useView((view) => view.filter);
  const sides = dataset.sides.filter(({ id }) => counts.has(id) || filter.sides.includes(id));
  const toggle = (id: string) => {
    const chosen = dataset.sides
      .map((side) => side.id)
      .filter((other) => filter.sides.includes(other) !== (other === id));
    store.setState({ filter: { ...filter, sides: chosen } });
  };
  return (
    <ul className="table-sides" aria-label={laterWordsOf(words).table.bySide}>
      {sides.map(({ id }) => (
        <li key={id}>
          <button
            type="button"
            className="button chip"
            aria-pressed={filter.sides.includes(id)}
            onClick={() => toggle(id)}
          >
            <SideMark side={id} /> {nameSideShortly(dataset, id, words)}{" "}
            <span className="figures section-count">{words.evidence.number(counts.get(id) ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
