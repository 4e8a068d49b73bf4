import { useEffect, useRef, useState } from "react";
import type { ExportPages } from "../state/export-pages.ts";
import { useWidth } from "../state/size.ts";
import type { ChosenPage } from "./page-wish.ts";
import type { SharedPages } from "./one-renderer.ts";

interface Props {
  readonly shared: SharedPages;
  readonly page: ChosenPage;
  readonly label: string;
  readonly caption: string;
}

/** How long typing may rest before the preview follows. */
const QUIET_MS = 120;

/** The page as it will be, in small: the same layout, with fewer pixels. What was there stays until the next one stands. */
export function PagePreview({ shared, page, label, caption }: Props) {
  const [frame, canvas] = [useRef<HTMLDivElement>(null), useRef<HTMLCanvasElement>(null)];
  const width = useWidth(frame);
  const [fault, setFault] = useState("");
  /** The page that has been drawn last, or could not be. */
  const [done, setDone] = useState<ChosenPage>();
  useEffect(() => {
    shared.hold();
    return shared.release;
  }, [shared]);
  useEffect(() => {
    if (width === 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      const target = { frame: frame.current, canvas: canvas.current, signal };
      shared
        .run((pages) => draw(pages, page, target))
        .then(() => setFault(""))
        .catch((error: unknown) => {
          if (!signal.aborted) setFault(error instanceof Error ? error.message : String(error));
        })
        .finally(() => {
          if (!signal.aborted) setDone(page);
        });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [shared, page, width, frame, canvas]);
  const isDrawing = done !== page;
  const { widthPx, heightPx } = page.wish;
  const ratio = widthPx / heightPx;
  return (
    <figure className="page-preview">
      <div className="page-preview-frame" ref={frame}>
        <canvas
          ref={canvas}
          aria-busy={isDrawing}
          data-stands={!isDrawing && fault === "" ? page.view.day : undefined}
          style={{ "--ratio": String(ratio) } as React.CSSProperties}
        >
          {label}
        </canvas>
        {fault !== "" && (
          <p className="page-preview-fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      <figcaption className="quiet figures">{caption}</figcaption>
    </figure>
  );
}

interface Target {
  readonly frame: HTMLElement | null;
  readonly canvas: HTMLCanvasElement | null;
  readonly signal: AbortSignal;
}

async function draw(pages: ExportPages, { view, wish }: ChosenPage, { frame, canvas, signal }: Target) {
  signal.throwIfAborted();
  if (!frame || !canvas) return;
  const { widthPx, heightPx } = wish;
  const fitting = Math.min(frame.clientWidth / widthPx, frame.clientHeight / heightPx);
  const pixelRatio = Math.max(0.1, Math.min(wish.pixelRatio, fitting * Math.max(1, window.devicePixelRatio)));
  const drawn = await pages.draw(view, { ...wish, pixelRatio, signal });
  if (signal.aborted) return;
  // Both in one task: nothing empty is ever seen.
  canvas.width = drawn.canvas.width;
  canvas.height = drawn.canvas.height;
  canvas.getContext("2d")?.drawImage(drawn.canvas, 0, 0);
}
