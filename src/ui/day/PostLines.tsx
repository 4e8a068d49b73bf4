import { findPostEvent } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { PlaceName } from "../parts/PlaceName.tsx";
import { SelectButton } from "../parts/SelectButton.tsx";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { DaySection } from "./DaySection.tsx";

/** The posts that stand at the end of the day, those that are encircled first. */
export function PostLines({ day }: { readonly day: Day }) {
  const { dataset } = useAtlas();
  const { selection } = useWords();
  const standing = dataset.posts.flatMap((post) => {
    const state = findPostEvent(post, day)?.state;
    return state === undefined || state === "evacuated" ? [] : [{ post, state }];
  });
  if (standing.length === 0) return null;
  const encircled = standing.filter(({ state }) => state === "encircled");
  const ordered = [...encircled, ...standing.filter(({ state }) => state !== "encircled")];
  return (
    <DaySection name="posts" title={selection.post.list} count={standing.length}>
      <details className="posts">
        <summary>{selection.post.count(standing.length, encircled.length)}</summary>
        <ul>
          {ordered.map(({ post, state }) => (
            <li key={post.id}>
              <SelectButton selection={{ kind: "post", id: post.id }}>
                <PlaceName place={post} />
              </SelectButton>
              {state !== "established" && <span className="quiet">{selection.post.states[state]}</span>}
            </li>
          ))}
        </ul>
      </details>
    </DaySection>
  );
}
