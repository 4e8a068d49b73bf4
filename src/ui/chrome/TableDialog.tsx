import { findControl } from "../../core/atlas.ts";
import type { Settlement } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { Language } from "../../core/names.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { Modal } from "../parts/Modal.tsx";
import { nameGovernorate, pickName } from "../../core/names.ts";
import { orderNames } from "../parts/PlaceName.tsx";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { nameSide } from "../state/sides.ts";

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
  return (
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
        {sortByName(dataset.settlements, language).map((settlement) => (
          <ControlRow key={settlement.id} settlement={settlement} day={day} />
        ))}
      </tbody>
    </table>
  );
}

function sortByName(settlements: readonly Settlement[], language: Language): Settlement[] {
  const nameOf = (settlement: Settlement) => pickName(settlement.names, language);
  return settlements.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), language));
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
