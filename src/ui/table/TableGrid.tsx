import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  Fragment,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { findControl } from "../../core/atlas.ts";
import { nameGovernorate } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { Icon } from "../parts/icons.tsx";
import { orderNames } from "../parts/PlaceName.tsx";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { useActions, useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { useMedia } from "../state/media.ts";
import { usePointing } from "../state/pointing.ts";
import { nameSide } from "../state/sides.ts";
import { type Column, COLUMNS, countUpTo, type Rows, type Sorting } from "./table-rows.ts";

/** The heights of a row of one line, in a wide and in a narrow window, and of the head, as the style sheet has them. */
const [ROW_REM, NARROW_ROW_REM, HEAD_REM] = [2.25, 2.75, 2.5];
const NARROW = "(max-width: 899px)";
/** Up to so many rows are as high as their texts; of more each has one line, as one that is higher moves all after it. */
const MOST_MEASURED = 3000;
/** Rows that are there above and below those in sight. */
const SPARE_ROWS = 10;
/** On paper all are there, but of a table that would fill a hundred sheets. */
const MOST_PRINTED = 3000;

interface Props {
  readonly rows: Rows;
  readonly sorting: Sorting;
  readonly onSort: (column: Column) => void;
  /** Of the element that names the table. */
  readonly captionId: string;
  readonly grid: RefObject<HTMLTableElement | null>;
}

/**
 * A grid of which only the rows in sight are on the page, however many there are. One of them is in the order of the Tab key;
 * from it the arrow keys lead to the others.
 */
export function TableGrid({ rows, sorting, onSort, captionId, grid }: Props) {
  const { dataset } = useAtlas();
  const { table } = laterWordsOf(useWords());
  const scroller = useRef<HTMLDivElement>(null);
  const howId = useId();
  const [asked, setActive] = useState(0);
  const active = Math.max(0, Math.min(asked, rows.length - 1));
  const isLong = rows.length > MOST_MEASURED;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const rowPx = (useMedia(NARROW) ? NARROW_ROW_REM : ROW_REM) * rem;
  const headPx = HEAD_REM * rem;
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index] ?? index,
    overscan: SPARE_ROWS,
    paddingStart: headPx,
    scrollPaddingStart: headPx,
    // The active row stays on the page out of sight too: with it the focus would be gone.
    rangeExtractor: useCallback((range: Range) => withRow(defaultRangeExtractor(range), active), [active]),
  });
  const goTo = useGoing(scroller, (index) => {
    setActive(index);
    virtual.scrollToIndex(index);
  });
  const hasFocus = useRef(false);
  // Sorted or filtered anew, the table is read from its beginning.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    if (hasFocus.current) goTo(0);
    else setActive(0);
    // oxlint-disable-next-line react/exhaustive-deps -- only other rows are read anew
  }, [rows]);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    goTo(Math.max(0, Math.min(rows.length - 1, target)));
  }

  const isPrinted = usePrinting() && rows.length <= MOST_PRINTED;
  const inSight = virtual.getVirtualItems();
  const items = isPrinted ? listAll(rows) : inSight;
  const end = virtual.getTotalSize();
  return (
    <div className="table-scroll" ref={scroller} data-scrolling={virtual.isScrolling}>
      <p className="visually-hidden" id={howId}>
        {table.howToRead}
      </p>
      <table
        className="settlement-table"
        data-long={isLong}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its rows can be chosen
        role="grid"
        ref={grid}
        aria-labelledby={captionId}
        aria-describedby={howId}
        aria-rowcount={rows.length + 1}
        onKeyDown={handleKeyDown}
        // A row that is taken away with the focus tells nobody: then the focus is still wanted here.
        onFocus={({ target }) => (hasFocus.current = target instanceof HTMLTableRowElement)}
        onBlur={() => (hasFocus.current = false)}
      >
        <TableHead sorting={sorting} onSort={onSort} />
        <tbody>
          {items.map(({ key, index, start }, at) => {
            const settlement = dataset.settlements[rows[index] ?? -1];
            return (
              settlement && (
                <Fragment key={key}>
                  {!isPrinted && <Gap height={start - (items[at - 1]?.end ?? headPx)} />}
                  <ControlRow
                    settlement={settlement}
                    index={index}
                    isActive={index === active}
                    onFocus={setActive}
                    measure={isLong || isPrinted ? undefined : virtual.measureElement}
                  />
                </Fragment>
              )
            );
          })}
          {!isPrinted && <Gap height={end - (items.at(-1)?.end ?? end)} />}
        </tbody>
      </table>
    </div>
  );
}

/** All rows, whatever their height. */
function listAll(rows: Rows) {
  return Array.from(rows, (key, index) => ({ key, index, start: 0, end: 0 }));
}

/** Whether the page is being printed; drawn anew before the browser takes it. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}

function withRow(indices: readonly number[], row: number): number[] {
  return indices.includes(row) ? [...indices] : [...indices, row].sort((a, b) => a - b);
}

/** Goes to a row and takes the focus there, once the row is on the page. */
function useGoing(
  scroller: RefObject<HTMLElement | null>,
  go: (index: number) => void,
): (index: number) => void {
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });
  return (index) => {
    wanted.current = index;
    go(index);
  };
}

/** Rows that are not on the page, as room for them. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ blockSize: height }} />;
}

function TableHead({ sorting, onSort }: Pick<Props, "sorting" | "onSort">) {
  const { table } = laterWordsOf(useWords());
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const isSorted = sorting.column === column;
          const order = sorting.isDescending ? "descending" : "ascending";
          return (
            <th key={column} scope="col" data-column={column} aria-sort={isSorted ? order : undefined}>
              <button type="button" className="table-sort" onClick={() => onSort(column)}>
                {table[column]}
                {isSorted && <Icon name={sorting.isDescending ? "down" : "up"} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly settlement: Settlement;
  readonly index: number;
  readonly isActive: boolean;
  readonly onFocus: (index: number) => void;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** A settlement, which is shown with its history at Enter or a click. Drawn once: scrolling only adds the rows that come into sight. */
const ControlRow = memo(function ControlRow({ settlement, index, isActive, onFocus, measure }: RowProps) {
  const { session } = useDashboard();
  const { select } = useActions();
  const { onFocus: point, ...pointing } = usePointing({ kind: "place", id: settlement.id });
  const open = () => {
    session.setState({ dialog: undefined });
    select({ kind: "place", id: settlement.id });
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === "Enter") open();
      }}
      {...pointing}
      onFocus={() => {
        point?.();
        onFocus(index);
      }}
    >
      <Cells settlement={settlement} />
    </tr>
  );
});

function Cells({ settlement }: { readonly settlement: Settlement }) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const { changes = [] } = atlas.histories.get(settlement.id) ?? {};
  const count = countUpTo(changes, day);
  const since = changes[count - 1]?.day;
  const [first, second] = orderNames(settlement, words.language);
  const cells: Readonly<Record<Exclude<Column, "name">, ReactNode>> = {
    control: <ControlCell settlement={settlement} />,
    since: since && words.dates.long(since),
    changes: words.evidence.number(count),
    kind: words.settlement.kind(settlement.kind),
    governorate: nameGovernorate(atlas.dataset.regions, settlement.governorate, words.language),
    otherName: second && <bdi lang={second.language}>{second.text}</bdi>,
  };
  return COLUMNS.map((column) =>
    column === "name" ? (
      <th key={column} scope="row" data-column={column}>
        <bdi lang={first?.language}>{first?.text}</bdi>
      </th>
    ) : (
      <td key={column} data-column={column}>
        {cells[column]}
      </td>
    ),
  );
}

function ControlCell({ settlement }: { readonly settlement: Settlement }) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const control = findControl(atlas, settlement.id, day);
  if (control.kind === "contested") {
    const side = control.by && nameSide(atlas.dataset, control.by, words);
    return (
      <>
        <ContestedMark /> {laterWordsOf(words).table.contested(side)}
      </>
    );
  }
  const by = control.kind === "held" ? control.by : undefined;
  return (
    <>
      <SideMark side={by} /> {nameSide(atlas.dataset, by, words)}
    </>
  );
}
