import "../../../styles/page/comparison-section.css";
import {
  type Amounts,
  compareDays,
  type ComparedSide,
  type ComparedSettlement,
  type Comparison,
} from "../../core/measure/comparison.ts";
import { listOtherLanguages } from "../../core/names.ts";
import type { Atlas } from "../../core/atlas.ts";
import { saveTable } from "../../open/save.ts";
import { useAtlas, useDashboard, useTellOfMissingPart, useView, useWords } from "../state/dashboard.ts";
import { nameSideShortly } from "../state/sides.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { ChangeLine } from "../parts/ChangeLine.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { ChangeMark, SideMark } from "../parts/SideMark.tsx";

/** What is different between the day and the one it is compared with: in numbers by side, and place by place. */
export function ComparisonSection() {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const all = useWords();
  const { layers, dates } = all;
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  if (compared === undefined || compared === day) return null;
  const comparison = compareDays(atlas, day, compared);
  const { firstDay, lastDay, isGroundKnown, settlements, gains, sides } = comparison;
  const words = { ...layers.comparedDay, ...laterWordsOf(all).comparison };
  return (
    <section className="comparison" aria-label={words.compare}>
      <div className="comparison-head">
        <h3>{words.between(dates.long(firstDay), dates.long(lastDay))}</h3>
        <button type="button" className="button" onClick={() => store.setState({ compared: undefined })}>
          {words.leave}
        </button>
      </div>
      <p className="quiet">{words.hint}</p>
      {!isGroundKnown && <p className="quiet">{words.unknown}</p>}
      {settlements.length + gains.length === 0 && isGroundKnown ? (
        <p>{words.same}</p>
      ) : (
        <SideTable sides={sides} isGroundKnown={isGroundKnown} />
      )}
      {settlements.length > 0 && <SettlementList comparison={comparison} />}
    </section>
  );
}

/** A column for each side: names of sides are longer than numbers, and sides are few. */
function SideTable({ sides, isGroundKnown }: Pick<Comparison, "sides" | "isGroundKnown">) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { comparison: comparedDay } = laterWordsOf(words);
  const { language } = words;
  const rows: { key: string; title: string; tell: (side: ComparedSide) => string }[] = [
    {
      key: "places",
      title: comparedDay.places,
      tell: ({ settlementsGained, settlementsLost }) => `+${settlementsGained} −${settlementsLost}`,
    },
  ];
  if (isGroundKnown) {
    rows.push(
      {
        key: "gained",
        title: comparedDay.gainedKm2,
        tell: ({ gainedKm2 }) => formatAmount(gainedKm2, gainedKm2 < 10 ? 1 : 0, language),
      },
      { key: "area", title: comparedDay.areaKm2, tell: ({ areaKm2 }) => formatChange(areaKm2, 0, language) },
      ...dataset.highways.map(({ id, name }) => ({
        key: id,
        title: `${name} (${words.map.kilometres})`,
        tell: ({ highwayKm }: ComparedSide) => formatChange(highwayKm.get(id) ?? NOTHING, 1, language),
      })),
    );
  }
  return (
    // Many sides are more than the panel is wide: keys must be able to scroll to them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="comparison-scroll" aria-label={comparedDay.side} tabIndex={0}>
      <table className="comparison-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{comparedDay.side}</span>
            </th>
            {sides.map(({ side }) => (
              <th key={side} scope="col">
                <SideMark side={side} /> {nameSideShortly(dataset, side, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, tell }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              {sides.map((side) => (
                <td key={side.side}>
                  <bdi>{tell(side)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NOTHING: Amounts = { before: 0, after: 0 };

function formatAmount(amount: number, digits: number, language: string): string {
  return amount.toLocaleString(language, { maximumFractionDigits: digits, numberingSystem: "latn" });
}

function formatChange({ before, after }: Amounts, digits: number, language: string): string {
  const text = formatAmount(Math.abs(after - before), digits, language);
  if (text === formatAmount(0, digits, language)) return text;
  return after > before ? `+${text}` : `−${text}`;
}

function SettlementList({ comparison }: { readonly comparison: Comparison }) {
  const atlas = useAtlas();
  const words = useWords();
  const { evidence } = words;
  const { comparison: said } = laterWordsOf(words);
  const tell = useTellOfMissingPart();
  const { settlements, firstDay, lastDay } = comparison;
  const groups = new Map<string, ComparedSettlement[]>();
  for (const compared of settlements) {
    const key = `${compared.from} ${compared.to}`;
    groups.set(key, [...(groups.get(key) ?? []), compared]);
  }
  return (
    <>
      <h4 className="section-heading">
        {said.placesList} <span className="section-count">{evidence.number(settlements.length)}</span>
      </h4>
      {[...groups].map(([key, [first, ...others]]) => (
        <details key={key} className="comparison-group">
          <summary>
            <ChangeMark from={first?.from} to={first?.to} />{" "}
            <ChangeLine change={{ from: first?.from, to: first?.to }} />{" "}
            <span className="section-count">{evidence.number(others.length + 1)}</span>
          </summary>
          <ul className="comparison-places">
            {(first ? [first, ...others] : []).map(({ settlement }) => (
              <li key={settlement.id}>
                <PlaceButton place={settlement} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      <button
        type="button"
        className="button"
        onClick={() =>
          void saveTable(listRows(atlas, comparison), `changes-${firstDay}-${lastDay}.csv`).catch(tell)
        }
      >
        {said.saveList}
      </button>
    </>
  );
}

/** The list as a table: the columns of `frontline changes`, as far as two days tell them. */
export function listRows(atlas: Atlas, { settlements, firstDay, lastDay }: Comparison): string[][] {
  const languages = listOtherLanguages(atlas.dataset.settlements);
  const header = ["settlement", "name", ...languages.map((language) => `name_${language}`)];
  return [
    [...header, "from", "to", "first_day", "last_day"],
    ...settlements.map(({ settlement, from, to }) => [
      settlement.id,
      settlement.name,
      ...languages.map((language) => settlement.names[language] ?? ""),
      from ?? "",
      to ?? "",
      firstDay,
      lastDay,
    ]),
  ];
}
