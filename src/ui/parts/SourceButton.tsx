import type { ReactNode } from "react";
import { OWN_WORDS, type Statement } from "../../core/records.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { nameAttribution, namePublisher } from "./facts.ts";
import { useOriginal } from "./RecordText.tsx";
import { SelectButton } from "./SelectButton.tsx";

/** A document by its title, which selects it; its id where the data set does not have it. */
export function SourceButton({ id }: { readonly id: string }) {
  const source = useAtlas().sourceById.get(id);
  const original = useOriginal();
  if (!source) return <bdi>{id}</bdi>;
  return (
    <SelectButton selection={{ kind: "source", id }}>
      <bdi {...original}>{source.title}</bdi>
    </SelectButton>
  );
}

/** Who says so, and the document that says they do, which can be selected: "SOHR · Wikipedia". */
export function AttributionLine({ record }: { readonly record: Pick<Statement, "source" | "attribution"> }) {
  const atlas = useAtlas();
  const words = useWords();
  const source = atlas.sourceById.get(record.source);
  const who = <bdi className="attribution">{nameAttribution(atlas, record, words)}</bdi>;
  if (!source) return who;
  const button = (content: ReactNode) => (
    <SelectButton selection={{ kind: "source", id: source.id }} title={source.title}>
      {content}
    </SelectButton>
  );
  if (record.attribution === OWN_WORDS) return button(who);
  const publisher = namePublisher(atlas, source.id, words);
  return (
    <>
      {who}
      {" · "}
      {button(<bdi lang={publisher.language}>{publisher.text}</bdi>)}
    </>
  );
}
