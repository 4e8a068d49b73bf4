import { type PlacedText, splitWords } from "./placed-text.ts";

/** A canvas to draw on that notes its texts. */
export interface TextRecorder {
  /** Draws as the one that was given; to be used in its stead. */
  readonly context: CanvasRenderingContext2D;
  /** What was written so far, in order, without what is blank. */
  readonly texts: readonly PlacedText[];
}

/**
 * Notes every text that is filled on a canvas, where it stands and how wide its words are. Outlines are not noted: they lie under the
 * same text. What is drawn stays the same.
 */
export function recordTexts(original: CanvasRenderingContext2D): TextRecorder {
  const texts: PlacedText[] = [];
  const methods = new Map<PropertyKey, unknown>();
  const fillText: CanvasRenderingContext2D["fillText"] = (text, x, y, ...rest) => {
    original.fillText(text, x, y, ...rest);
    if (/\S/.test(text)) texts.push(noteText(original, text, { x, y, maxWidth: rest[0] }));
  };
  methods.set("fillText", fillText);
  const context = new Proxy(original, {
    get(target, name) {
      const known = methods.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      // A method of a canvas works on no other object than the canvas.
      const bound: unknown = value.bind(target);
      methods.set(name, bound);
      return bound;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
  return { context, texts };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly maxWidth: number | undefined;
}

function noteText(context: CanvasRenderingContext2D, text: string, place: Place): PlacedText {
  const direction = context.direction === "rtl" ? "rtl" : "ltr";
  const natural = context.measureText(text).width;
  const width = Math.min(natural, place.maxWidth ?? natural);
  const words = splitWords(text).map((word) => ({ text: word, width: context.measureText(word).width }));
  // Letters of two words may be set closer to each other than each word tells.
  const sum = words.reduce((total, word) => total + word.width, 0);
  const parts = words.map((word) => ({ ...word, width: sum > 0 ? (word.width * width) / sum : 0 }));
  const { a, b, c, d, e, f } = context.getTransform();
  const x = place.x - width * shareOnTheLeft(context.textAlign, direction);
  const y = place.y + dropOfBaseline(context, text);
  const [size = 10] = (/([\d.]+)px/.exec(context.font)?.slice(1) ?? []).map(Number);
  return { text, direction, matrix: [a, b, c, d, a * x + c * y + e, b * x + d * y + f], size, parts };
}

/** How much of a text stands on the left of where it was drawn. */
function shareOnTheLeft(align: CanvasTextAlign, direction: "ltr" | "rtl"): number {
  if (align === "center") return 0.5;
  if (align === "start" || align === "end") return (align === "end") === (direction === "ltr") ? 1 : 0;
  return align === "right" ? 1 : 0;
}

/** How far below the given height the line lies on which letters stand. */
function dropOfBaseline(context: CanvasRenderingContext2D, text: string): number {
  const { textBaseline } = context;
  if (textBaseline === "alphabetic") return 0;
  const ascent = context.measureText(text).fontBoundingBoxAscent;
  context.textBaseline = "alphabetic";
  const drop = context.measureText(text).fontBoundingBoxAscent - ascent;
  context.textBaseline = textBaseline;
  return drop;
}
