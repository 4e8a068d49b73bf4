interface FrameCode {
  readonly src: string;
  /** For those who do not see the frame. */
  readonly title: string;
  /** In CSS pixels; `undefined`: all the room there is. */
  readonly width: number | undefined;
  readonly height: number;
}

/**
 * What a page may do within an article: run its scripts as its own origin, and open the whole page in another tab. No script of the
 * article is needed for it.
 */
const SANDBOX = "allow-scripts allow-same-origin allow-popups";

/** The element of HTML that shows the page within an article. */
export function writeFrameCode({ src, title, width, height }: FrameCode): string {
  const attributes: readonly (readonly [string, string])[] = [
    ["src", src],
    ["title", title],
    ["width", width === undefined ? "100%" : String(width)],
    ["height", String(height)],
    ["style", "border:0"],
    ["loading", "lazy"],
    ["sandbox", SANDBOX],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(" ")}></iframe>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&"<>]/g, (mark) => ESCAPES[mark] ?? mark);
}
