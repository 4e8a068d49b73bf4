import { useState } from "react";
import { Icon } from "../parts/icons.tsx";
import { TextIn } from "../parts/TextIn.tsx";
import { tourInvitation } from "../state/answer.ts";
import { useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { openNarrative, storyInvitation } from "../state/narrative.ts";

/** At the first visit, that there are a story to read and a tour of the page, each until it is taken or put away. */
export function Invitation() {
  const dashboard = useDashboard();
  const { chrome, narrative: words } = useWords();
  const [, setPutAway] = useState(false);
  const isInStory = useView((view) => view.step !== undefined);
  // The end of the tour answers.
  useSession((session) => session.isTouring);
  const narrative = storyInvitation.isGiven() ? undefined : dashboard.atlas.dataset.narrative;
  const hasTour = !tourInvitation.isGiven();
  if (isInStory || !(narrative || hasTour)) return null;
  const putAway = () => {
    storyInvitation.answer();
    tourInvitation.answer();
    setPutAway(true);
  };
  return (
    <aside className="invitation" aria-label={narrative ? words.region : chrome.tour}>
      {narrative && (
        <p>
          <strong>
            <TextIn names={narrative.title} />
          </strong>
          <span className="quiet">{words.extent(narrative.steps.length, narrative.minutes)}</span>
        </p>
      )}
      <button
        type="button"
        className="button icon-button bare"
        aria-label={words.notNow}
        title={words.notNow}
        onClick={putAway}
      >
        <Icon name="close" />
      </button>
      <div className="invitation-ways">
        {narrative && (
          <button type="button" className="button" onClick={() => openNarrative(dashboard)}>
            <Icon name="story" /> {words.read}
          </button>
        )}
        {hasTour && (
          <button
            type="button"
            className="text-button"
            onClick={() => dashboard.session.setState({ isTouring: true })}
          >
            {chrome.tour}
          </button>
        )}
      </div>
    </aside>
  );
}
