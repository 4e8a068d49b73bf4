import { useState } from "react";
import { Icon } from "../parts/icons.tsx";
import { TextIn } from "../parts/TextIn.tsx";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { isInvitationAnswered, openNarrative, rememberInvitation } from "../state/narrative.ts";

/** At the first visit, that there is a story to read and how long it takes, until it is read or put away. */
export function StoryInvitation() {
  const dashboard = useDashboard();
  const { narrative: words } = useWords();
  const [isAnswered, setAnswered] = useState(isInvitationAnswered);
  const isInStory = useView((view) => view.step !== undefined);
  const { narrative } = dashboard.atlas.dataset;
  if (!narrative || isAnswered || isInStory) return null;
  const putAway = () => {
    rememberInvitation();
    setAnswered(true);
  };
  return (
    <aside className="invitation" aria-label={words.region}>
      <p>
        <strong>
          <TextIn names={narrative.title} />
        </strong>
        <span className="quiet">{words.extent(narrative.steps.length, narrative.minutes)}</span>
      </p>
      <button
        type="button"
        className="button icon-button bare"
        aria-label={words.notNow}
        title={words.notNow}
        onClick={putAway}
      >
        <Icon name="close" />
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          setAnswered(true);
          openNarrative(dashboard);
        }}
      >
        <Icon name="story" /> {words.read}
      </button>
    </aside>
  );
}
