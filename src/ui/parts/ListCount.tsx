import { useWords } from "../state/dashboard.ts";

interface Props {
  readonly shown: number;
  readonly total: number;
}

/** How many records a list has, and of how many where a filter leaves some out. */
export function ListCount({ shown, total }: Props) {
  const { evidence, filter } = useWords();
  return (
    <span className="section-count">
      {shown === total ? evidence.number(total) : filter.of(shown, total)}
    </span>
  );
}
