import { findPostEvent } from "../../core/atlas.ts";
import type { ObservationPost } from "../../core/records.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { SideMark } from "../parts/SideMark.tsx";
import { useView, useWords } from "../state/dashboard.ts";

/** The state of a post at the end of the day, by the latest document. */
export function PostToday({ post }: { readonly post: ObservationPost }) {
  const { post: said } = laterWordsOf(useWords());
  const day = useView((view) => view.day);
  const state = findPostEvent(post, day)?.state;
  return (
    <p className="control-line">
      <SideMark side={post.operator} /> {state === undefined ? said.notYet(day) : said.today(state, day)}
    </p>
  );
}
