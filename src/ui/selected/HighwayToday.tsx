import { isMissing } from "../../core/atlas.ts";
import { measureGround } from "../../core/measure/ground.ts";
import type { Highway } from "../../core/records.ts";
import { SideMark } from "../parts/SideMark.tsx";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { nameSide } from "../state/sides.ts";

/** Lengths below this are no part of the picture. */
const LEAST_KM = 0.05;

/** How many kilometres of a highway each side holds at the end of the day, a line a side, the longest first. */
export function HighwayToday({ highway }: { readonly highway: Highway }) {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const lengths = isMissing(atlas, day) ? undefined : measureGround(atlas, day).highways.get(highway.id);
  if (!lengths) return <p className="quiet">{words.day.missing}</p>;
  const held = [...lengths.km].filter(([, km]) => km >= LEAST_KM).toSorted(([, a], [, b]) => b - a);
  const totalKm = held.reduce((sum, [, km]) => sum + km, lengths.outsideKm);
  return (
    <>
      {held.map(([side, km]) => (
        <p key={side} className="control-line">
          <SideMark side={side} />{" "}
          <span>{words.evidence.heldLength(km, totalKm, nameSide(atlas.dataset, side, words))}</span>
        </p>
      ))}
      {lengths.outsideKm >= LEAST_KM && (
        <p className="control-line">
          <SideMark side={undefined} /> {words.evidence.outsideLength(lengths.outsideKm)}
        </p>
      )}
    </>
  );
}
