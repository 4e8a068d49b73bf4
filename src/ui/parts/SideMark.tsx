import { findSide } from "../state/sides.ts";
import { useAtlas } from "../state/dashboard.ts";

/** The dot of a side: its colour and its pattern. The words beside it say the same, so it is hidden from readers. */
export function SideMark({ side }: { readonly side: string | undefined }) {
  const colour = findSide(useAtlas().dataset, side)?.colour;
  return <span className="side-mark" data-colour={colour ?? "unknown"} aria-hidden="true" />;
}

/** A dot cut in two: before and after. */
export function ChangeMark({
  from,
  to,
}: {
  readonly from: string | undefined;
  readonly to: string | undefined;
}) {
  return (
    <span className="change-mark" aria-hidden="true">
      <SideMark side={from} />
      <SideMark side={to} />
    </span>
  );
}

export function ContestedMark() {
  return <span className="side-mark" data-colour="contested" aria-hidden="true" />;
}
