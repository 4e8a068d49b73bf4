import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One step of opening data. Takes the focus when it comes up, so that it is read out and keys go on working. */
export function Step({ title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // After the dialog around it has opened, which gives the focus to its own first button.
  useEffect(() => queueMicrotask(() => heading.current?.focus()), []);
  return (
    <section className="open-step">
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
