import type { Highway } from "../../core/records.ts";
import { isMissing } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { type HighwayLengths, measureGround } from "../../core/measure/ground.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { SelectButton } from "../parts/SelectButton.tsx";
import { lookOf, nameSide } from "../state/sides.ts";
import { CorridorLines } from "./CorridorLines.tsx";
import { DaySection } from "./DaySection.tsx";

/** How the highways are divided at the end of the day, measured on the reconstructed areas. */
export function HighwayLines({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const { evidence } = useWords();
  if (isMissing(atlas, day) || atlas.dataset.highways.length === 0) return null;
  const { highways } = measureGround(atlas, day);
  return (
    <DaySection name="highways" title={evidence.highways}>
      <ul className="highways">
        {atlas.dataset.highways.map((highway) => {
          const lengths = highways.get(highway.id);
          return lengths && <HighwayLine key={highway.id} highway={highway} lengths={lengths} />;
        })}
      </ul>
      <CorridorLines day={day} />
    </DaySection>
  );
}

interface LineProps {
  readonly highway: Highway;
  readonly lengths: HighwayLengths;
}

/** Lengths below this are no part of the picture. */
const LEAST_KM = 0.05;

function HighwayLine({ highway, lengths }: LineProps) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { evidence, comma } = words;
  const held = [...lengths.km].filter(([, km]) => km >= LEAST_KM);
  const totalKm = held.reduce((sum, [, km]) => sum + km, lengths.outsideKm);
  const parts = held.map(([side, km], index) => {
    const name = nameSide(dataset, side, words);
    return index === 0 ? evidence.heldLength(km, totalKm, name) : evidence.furtherLength(km, name);
  });
  if (lengths.outsideKm >= LEAST_KM) parts.push(evidence.outsideLength(lengths.outsideKm));
  return (
    <li className="highway">
      <p>
        <strong>
          <SelectButton selection={{ kind: "highway", id: highway.id }}>
            <bdi>{highway.name}</bdi>
          </SelectButton>
        </strong>
        {`: ${parts.join(comma)} `}
        <span className="computed">{evidence.computed}</span>
      </p>
      <div className="balance-strip highway-strip" aria-hidden="true">
        {held.map(([side, km]) => (
          <span key={side} className="side-fill" {...lookOf(dataset, side, { flexGrow: km })} />
        ))}
        <span className="side-fill" data-pattern="unknown" style={{ flexGrow: lengths.outsideKm }} />
      </div>
    </li>
  );
}
