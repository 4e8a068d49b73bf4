import "../../../styles/page/base-choice.css";
import { useState } from "react";
import { useStore } from "zustand";
import { isSingleFile } from "../state/single-file.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Segmented } from "../parts/Segmented.tsx";

/**
 * What lies under everything: the map that comes with the page, or one that the reader has the address of, where the page may
 * ask for it.
 */
export function BaseMapChoice() {
  const words = useWords();
  if (!isSingleFile()) return <Choice />;
  return <p className="base-choice base-none">{laterWordsOf(words).file.noBaseMap}</p>;
}

function Choice() {
  const { readerBase } = useDashboard();
  const { baseMap } = laterWordsOf(useWords());
  const { status } = useStore(readerBase.store);
  const [isAsking, setAsking] = useState(false);
  const isOwn = isAsking || status !== "off";
  return (
    <div className="base-choice">
      <Segmented
        legend={baseMap.name}
        value={isOwn ? "own" : "built-in"}
        options={[
          { value: "built-in", label: baseMap.builtIn },
          { value: "own", label: baseMap.own },
        ]}
        onChange={(choice) => {
          setAsking(choice === "own");
          if (choice === "built-in") readerBase.leave();
        }}
      />
      {isOwn && <AddressForm />}
    </div>
  );
}

function AddressForm() {
  const { readerBase } = useDashboard();
  const { baseMap } = laterWordsOf(useWords());
  const { address, status, opened } = useStore(readerBase.store);
  const [typed, setTyped] = useState(address);
  return (
    <form
      className="base-form"
      onSubmit={(event) => {
        event.preventDefault();
        readerBase.choose(typed);
      }}
    >
      <label>
        <span>{baseMap.address}</span>
        <input
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder="https://…/map.pmtiles"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={typed.trim() === "" || status === "opening"}>
        {baseMap.use}
      </button>
      <p className="quiet">{baseMap.note}</p>
      <output className="base-status">
        {status === "opening" && baseMap.opening}
        {opened && baseMap.shown(opened.host)}
      </output>
    </form>
  );
}
