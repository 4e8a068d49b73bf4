import { lookOf } from "../state/sides.ts";
import { useAtlas } from "../state/dashboard.ts";

/** The dot of a side: its colour and its pattern. The words beside it say the same, so it is hidden from readers. */
export function SideMark({ side }: { readonly side: string | undefined }) {
  return <span className="side-mark" {...lookOf(useAtlas().dataset, side)} aria-hidden="true" />;
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
  return <span className="side-mark" data-pattern="contested" aria-hidden="true" />;
}
