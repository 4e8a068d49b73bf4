import { Component, type ReactNode } from "react";
import type { NoticeWords } from "../../words/types.ts";

interface Props {
  /** The part of the page inside, as its reader would call it. */
  readonly part: string;
  readonly words: NoticeWords;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/** Says which part of the page failed and why, in that part's place, and leaves the rest alone. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render() {
    const { error } = this.state;
    const { part, words, children } = this.props;
    if (!error) return children;
    return (
      <div className="failure" role="alert">
        <p>
          <strong>{words.failed(part)}</strong> {words.stillWorks}
        </p>
        <p className="quiet" lang="en" dir="ltr">
          {error.message}
        </p>
        <button type="button" className="button" onClick={() => this.setState({ error: undefined })}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
}
