import type { OpeningStatus } from "../../open/opening-state.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { useDashboard, useTellOfMissingPart } from "../state/dashboard.ts";
import { useOwnWords } from "../state/own-words.ts";
import { Step } from "./Step.tsx";

type AddressStatus = Extract<OpeningStatus, { kind: "address" }>;

/** Asks before anything is fetched from an address, and says what came. */
export function AddressStep({ status }: { readonly status: AddressStatus }) {
  const words = useOwnWords()?.address;
  if (!words) return null;
  return (
    <Step title={words.title}>
      {status.asked && <Facts status={status} words={words} />}
      {status.fault && <p role="alert">{words.fault(status.fault, status.detail ?? "")}</p>}
      <Actions status={status} words={words} />
    </Step>
  );
}

interface Props {
  readonly status: AddressStatus;
  readonly words: OwnWords["address"];
}

function Facts({ status: { asked, sha256, pinned }, words }: Props) {
  if (!asked) return null;
  return (
    <>
      <p>{words.question}</p>
      <dl className="address-facts">
        <dt>{words.host}</dt>
        <dd>
          <strong dir="ltr">{asked.host}</strong>
        </dd>
        <dt>{words.whole}</dt>
        <dd>
          <code dir="ltr">{asked.url}</code>
        </dd>
        {sha256 !== undefined && (
          <>
            <dt>{words.came}</dt>
            <dd>
              <code dir="ltr">{sha256}</code>
            </dd>
          </>
        )}
        {pinned !== undefined && (
          <>
            <dt>{words.pin}</dt>
            <dd>
              <a href={pinned} dir="ltr">
                {pinned}
              </a>
            </dd>
          </>
        )}
      </dl>
      {sha256 === undefined && (
        <p>
          {words.requests(asked.isDeclaration)} {words.nothingElse}{" "}
          {asked.sha256 !== undefined && words.pinned}
        </p>
      )}
    </>
  );
}

function Actions({ status, words }: Props) {
  const { opening, session } = useDashboard();
  const tell = useTellOfMissingPart();
  const close = () => session.setState({ dialog: undefined });
  const fetchNow = () => void opening.load().then((opener) => opener.fetchAsked(), tell);
  const isCome = status.sha256 !== undefined || status.stage === "came";
  return (
    <div className="open-actions">
      {status.stage === "fetching" ? (
        <output>{words.fetching}</output>
      ) : isCome ? (
        <button type="button" className="button primary" onClick={() => opening.accept()}>
          {words.show}
        </button>
      ) : (
        status.asked && (
          <button type="button" className="button primary" onClick={fetchNow}>
            {words.open}
          </button>
        )
      )}
      <button type="button" className="button" onClick={close}>
        {words.not}
      </button>
    </div>
  );
}
