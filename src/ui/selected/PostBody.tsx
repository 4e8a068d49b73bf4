import type { ObservationPost, PostEvent } from "../../core/records.ts";
import { isInPlace } from "../../core/measure/posts.ts";
import { DayButton } from "../parts/DayButton.tsx";
import { useOriginal } from "../parts/RecordText.tsx";
import { SourceButton } from "../parts/SourceButton.tsx";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { nameSide } from "../state/sides.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** The states of a post, each with its day, how sure that is, why, and by which document. */
export function PostBody({ post }: { readonly post: ObservationPost }) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { place, post: said } = laterWordsOf(words);
  const original = useOriginal();
  const [lng, lat] = post.position;
  return (
    <div className="page-body">
      <p>{said.operator(nameSide(dataset, post.operator, words), post.number)}</p>
      <GroundNote post={post} />
      {post.note !== "" && (
        <p className="quiet" {...original}>
          {post.note}
        </p>
      )}
      <h3 className="section-heading">{said.history}</h3>
      <ol className="history">
        {post.events.map((event) => (
          <StateEntry key={`${event.day} ${event.state}`} event={event} />
        ))}
      </ol>
      <h3 className="section-heading">{place.position}</h3>
      <p>
        <bdi dir="ltr" className="figures">{`${lat.toFixed(4)}, ${lng.toFixed(4)}`}</bdi>
        {`, ${place.precision(String(post.precisionKm))}`}
      </p>
    </div>
  );
}

/** On whose ground it stands on the day, whatever the documents say of it. */
function GroundNote({ post }: { readonly post: ObservationPost }) {
  const { dataset } = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const side = dataset.control.findSide(post.position, day);
  if (side === undefined || !isInPlace(post, day)) return null;
  return (
    <p className="source-line quiet">
      {laterWordsOf(words).post.ground(nameSide(dataset, side, words))}{" "}
      <span className="computed">{words.evidence.computed}</span>
    </p>
  );
}

function StateEntry({ event }: { readonly event: PostEvent }) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { selection, dates } = words;
  const { month, uncertain } = laterWordsOf(words).post;
  const original = useOriginal();
  const day = useView((view) => view.day);
  const isInStory = dataset.firstDay <= event.day && event.day <= dataset.lastDay;
  const isMonth = event.precision === "month";
  const when = isMonth ? month(dates.month(event.day, true)) : dates.long(event.day);
  return (
    <li className="row" aria-current={event.day === day ? "date" : undefined}>
      <span className="post-mark" data-state={event.state} aria-hidden="true" />
      <div className="row-body">
        <div className="row-head">
          <strong>{selection.post.states[event.state]}</strong>
          {isInStory && !isMonth ? (
            <DayButton day={event.day} />
          ) : (
            <time dateTime={isMonth ? event.day.slice(0, 7) : event.day}>{when}</time>
          )}
        </div>
        {event.precision === "uncertain" && <p className="contrary row-note">{uncertain}</p>}
        {event.basis !== "" && (
          <p className="row-note" {...original}>
            {event.basis}
          </p>
        )}
        {event.source !== "" && (
          <p className="source-line quiet">
            <SourceButton id={event.source} />
          </p>
        )}
      </div>
    </li>
  );
}
