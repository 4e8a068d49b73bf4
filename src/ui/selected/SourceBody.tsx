import { type ReactNode, useMemo } from "react";
import type { Source } from "../../core/records.ts";
import { groupByPlace, nameAttribution } from "../parts/facts.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { ClaimCard } from "../parts/ClaimCard.tsx";
import { DayButton } from "../parts/DayButton.tsx";
import { ListCount } from "../parts/ListCount.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { PlaceName } from "../parts/PlaceName.tsx";
import { NameText, RecordText } from "../parts/RecordText.tsx";
import { SelectButton } from "../parts/SelectButton.tsx";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { AgreementList } from "./AgreementList.tsx";
import { EventLines } from "./EventLines.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { listWhatRests, type WhatRests } from "./what-rests.ts";

/** What a document is, and all that rests on it by kind. */
export function SourceBody({ source }: { readonly source: Source }) {
  const atlas = useAtlas();
  const words = useWords();
  const { evidence, layers } = words;
  const { source: said } = laterWordsOf(words);
  const rests = useMemo(() => listWhatRests(atlas, source), [atlas, source]);
  const { posts, corridors } = rests;
  const judge = useJudge();
  const claims = rests.claims.filter(judge.claim);
  const events = rests.events.filter(judge.event);
  const figures = rests.figures.filter(judge.figure);
  const total = Object.values(rests).reduce((sum: number, records) => sum + records.length, 0);
  return (
    <div className="page-body">
      <SourceFacts source={source} />
      <h3 className="section-heading">{said.rests}</h3>
      {total === 0 && <p className="quiet">{said.nothing}</p>}
      <Group title={said.claims} count={claims.length} total={rests.claims.length}>
        <ClaimsByPlace claims={claims} />
      </Group>
      <Group title={evidence.events} count={events.length} total={rests.events.length}>
        <EventLines events={events} />
      </Group>
      <Group title={said.figures} count={figures.length} total={rests.figures.length}>
        <FigureLines figures={figures} />
      </Group>
      <Group title={layers.posts.name} count={posts.length} total={posts.length}>
        <ul className="record-lines">
          {posts.map((post) => (
            <li key={post.id}>
              <SelectButton selection={{ kind: "post", id: post.id }}>
                <PlaceName place={post} />
              </SelectButton>
            </li>
          ))}
        </ul>
      </Group>
      {corridors.length > 0 && <AgreementList corridors={corridors} />}
    </div>
  );
}

function SourceFacts({ source }: { readonly source: Source }) {
  const { date, leaning, id, open } = laterWordsOf(useWords()).source;
  const rows = [
    [date, source.date],
    [leaning, source.leaning],
    [id, source.id],
  ] as const;
  return (
    <>
      <dl className="source-facts">
        {rows.map(
          ([term, text]) =>
            text !== "" && (
              <div key={term}>
                <dt className="quiet">{term}</dt>
                <dd>
                  <NameText name={text} />
                </dd>
              </div>
            ),
        )}
      </dl>
      {source.note !== "" && (
        <p className="quiet">
          <NameText name={source.note} />
        </p>
      )}
      {source.url !== "" && (
        <p className="external">
          <a href={source.url} target="_blank" rel="noreferrer">
            {open}
          </a>
        </p>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly total: number;
  readonly children: ReactNode;
}

/** Shut at first: a backbone of a story has hundreds of records. */
function Group({ title, count, total, children }: GroupProps) {
  if (total === 0) return null;
  return (
    <details className="rests">
      <summary>
        {title} <ListCount shown={count} total={total} />
      </summary>
      {children}
    </details>
  );
}

function ClaimsByPlace({ claims }: Pick<WhatRests, "claims">) {
  const { settlementById } = useAtlas();
  const { record } = useWords();
  return groupByPlace(claims).map(({ settlement, claims }) => {
    const place = settlementById.get(settlement);
    return (
      <details key={settlement} className="evidence rests-place">
        <summary>
          {place ? <PlaceName place={place} /> : settlement}
          <span className="evidence-count">{record.claims(claims.length)}</span>
        </summary>
        {place && <PlaceButton place={place} />}
        <ul className="claims">
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </ul>
      </details>
    );
  });
}

function FigureLines({ figures }: Pick<WhatRests, "figures">) {
  const atlas = useAtlas();
  const words = useWords();
  const { evidence, dates } = words;
  return (
    <ul className="record-lines">
      {figures.map((figure) => (
        <li key={figure.id}>
          <p className="row-head">
            <span>
              <DayButton day={figure.lastDay}>{dates.short(figure.lastDay)}</DayButton>{" "}
              <span className="quiet">{evidence.measure(figure.measure)}</span>
            </span>
            {figure.certainty !== "stated" && <CertaintyBadge certainty={figure.certainty} />}
          </p>
          <p>
            <RecordText record={figure} />
          </p>
          <p className="source-line quiet">
            <bdi className="attribution">{nameAttribution(atlas, figure, words)}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}
