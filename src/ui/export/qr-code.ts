import { generate } from "lean-qr";
import { toSvgPath, toSvgSource } from "lean-qr/extras/svg";

/** A QR code of a text. */
export interface QrCode {
  /** In modules each way, without the margin. */
  readonly size: number;
  /** What has to stay empty around it, in modules: without that, cameras do not find it. */
  readonly margin: number;
  /** Of its dark parts, in modules, from the upper left corner with the margin. */
  readonly path: string;
  readonly toSvg: () => Blob;
  readonly toPng: () => Promise<Blob>;
}

const MARGIN = 4;
/** Of the picture, at most; a module has a whole number of pixels. */
const SIDE_PX = 1200;

/** Of the forty sizes that there are: the modules of a larger one are too small for a camera that looks at a screen. */
const LARGEST = 25;

/** `undefined` where the text is too long for a code. */
export function makeQrCode(text: string): QrCode | undefined {
  const code = tryGenerate(text);
  if (!code) return undefined;
  const { size } = code;
  const side = size + 2 * MARGIN;
  const scale = Math.max(1, Math.floor(SIDE_PX / side));
  const isDark = (x: number, y: number) => code.get(x - MARGIN, y - MARGIN);
  return {
    size,
    margin: MARGIN,
    path: toSvgPath({ size: side, get: isDark }),
    toSvg: () =>
      new Blob([toSvgSource(code, { on: "#000", off: "#fff", pad: MARGIN, scale, xmlDeclaration: true })], {
        type: "image/svg+xml",
      }),
    async toPng() {
      const canvas = new OffscreenCanvas(side * scale, side * scale);
      const context = canvas.getContext("2d", { alpha: false });
      // An even smaller canvas than any map has.
      if (!context) throw new Error("No canvas for a QR code");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = "#000";
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) if (isDark(x, y)) context.fillRect(x * scale, y * scale, scale, scale);
      return canvas.convertToBlob({ type: "image/png" });
    },
  };
}

function tryGenerate(text: string) {
  try {
    return generate(text, { maxVersion: LARGEST });
  } catch {
    return undefined;
  }
}
