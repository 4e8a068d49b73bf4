import { Component, type ReactNode } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { View } from "../core/view.ts";
import type { Opening } from "../open/opening.ts";
import { wordsOf } from "../words/index.ts";
import { FailurePage } from "./FailurePage.tsx";

interface Props {
  readonly store: StoreApi<View>;
  readonly opening: Opening;
  /** Name of the reader's own data set inside; `undefined`: the bundled story. */
  readonly localId: string | undefined;
  /** Called soon after each new content is drawn: whether it stands or a fault has ended it. */
  readonly onSettle: (stands: boolean) => void;
  /** Called whenever a fault ends the page. */
  readonly onFail: () => void;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/** Effects run after the first paint, and may fail as drawing may. */
const EFFECTS_MS = 100;

/**
 * Around the whole page: where a fault ends all of it, the reader is told and has a way out. Has to be mounted anew to give
 * other content a chance.
 */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidMount() {
    this.settleSoon();
  }

  override componentDidUpdate({ children }: Props) {
    if (children !== this.props.children) this.settleSoon();
  }

  override componentDidCatch() {
    this.props.onFail();
  }

  private settleSoon() {
    const { onSettle } = this.props;
    setTimeout(() => onSettle(this.state.error === undefined), EFFECTS_MS);
  }

  override render() {
    const { error } = this.state;
    const { store, opening, localId, children } = this.props;
    if (!error) return children;
    const { language, theme } = store.getState();
    const { notices, open } = wordsOf(language);
    const forget = async (id: string) => {
      await opening.forget([id]);
      opening.openStory();
    };
    return (
      <FailurePage
        language={language}
        theme={theme}
        what={notices.pageFailed}
        reason={error.message}
        advice={localId === undefined ? "" : notices.mayBeData}
      >
        <button type="button" className="button primary" onClick={() => opening.openStory()}>
          {localId === undefined ? notices.tryAgain : open.showStory}
        </button>
        {localId !== undefined && (
          <button type="button" className="button" onClick={() => void forget(localId)}>
            {notices.forgetShown}
          </button>
        )}
      </FailurePage>
    );
  }
}
