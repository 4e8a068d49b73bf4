import { type ComponentType, useEffect, useState } from "react";
import { useWords } from "../state/dashboard.ts";

/**
 * A component that is fetched when it is first shown, and then stays. Where it does not come, it says so and can be asked for
 * again, which `React.lazy` cannot.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const { notices } = useWords();
    const [state, setState] = useState<"loading" | "here" | "failed">(loaded ? "here" : "loading");
    useEffect(() => {
      if (state !== "loading") return;
      let isGone = false;
      load().then(
        (part) => {
          loaded = part;
          if (!isGone) setState("here");
        },
        () => {
          if (!isGone) setState("failed");
        },
      );
      return () => {
        isGone = true;
      };
    }, [state]);
    const Part = loaded;
    if (Part) return <Part {...props} />;
    if (state !== "failed") return null;
    return (
      <p role="alert">
        {notices.partMissing}{" "}
        <button type="button" className="text-button" onClick={() => setState("loading")}>
          {notices.tryAgain}
        </button>
      </p>
    );
  };
}
