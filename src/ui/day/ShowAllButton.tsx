import { useWords } from "../state/dashboard.ts";

interface Props {
  readonly count: number;
  readonly isWhole: boolean;
  readonly onToggle: () => void;
}

/** Under a list that has been cut. */
export function ShowAllButton({ count, isWhole, onToggle }: Props) {
  const { evidence } = useWords();
  return (
    <button type="button" className="day-button show-all" aria-expanded={isWhole} onClick={onToggle}>
      {isWhole ? evidence.showFewer : evidence.showAll(count)}
    </button>
  );
}
