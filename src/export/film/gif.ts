import { GIFEncoder, nearestColorIndex, quantize } from "gifenc";

/** Red, green and blue from 0 to 255, at most {@link MOST_COLOURS} of them. */
export type GifPalette = ReturnType<typeof quantize>;

/** One of the 256 stands for "as in the frame before". */
const MOST_COLOURS = 255;
const UNKNOWN = 255;
/** A frame is drawn over the one before. */
const KEEP = 1;
const FOREVER = 0;

/** The colours of a whole film, from the pixels of some of its frames (red, green, blue and opacity in turn). */
export function choosePalette(samples: readonly Uint8ClampedArray[]): GifPalette {
  const all = new Uint8ClampedArray(samples.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const sample of samples) {
    all.set(sample, start);
    start += sample.length;
  }
  return quantize(all, MOST_COLOURS);
}

export interface GifWriter {
  /** The bytes of the next picture, which stands for a number of frames; `rgba` has its pixels, opaque. */
  readonly add: (rgba: Uint8ClampedArray, frames: number) => Uint8Array<ArrayBuffer>;
  /** The bytes that end the file, with a text for who looks inside. */
  readonly finish: (comment: string) => Uint8Array<ArrayBuffer>;
}

interface GifSettings {
  readonly palette: GifPalette;
  readonly widthPx: number;
  readonly heightPx: number;
  /** At most 50: programs that show GIFs take shorter times for a mistake, and show them for a tenth of a second. */
  readonly framesPerSecond: number;
}

/**
 * Writes a GIF picture by picture. A colour becomes the nearest one of the palette, the same in every frame, so that nothing flickers; of a
 * frame only what differs from the one before is drawn. Times are kept in hundredths of a second, and what is rounded off
 * one is added to the next, so that the film is as long as it should be.
 */
export function createGifWriter({ palette, widthPx, heightPx, framesPerSecond }: GifSettings): GifWriter {
  const encoder = GIFEncoder({ auto: false });
  const nearest = new Uint8Array(1 << 24).fill(UNKNOWN);
  let before: Uint8Array | undefined;
  let done = 0;
  const take = () => {
    const bytes = encoder.stream.bytes();
    encoder.stream.reset();
    return bytes;
  };
  const findNearest = (red: number, green: number, blue: number) => {
    const key = (red << 16) | (green << 8) | blue;
    let index = nearest[key] ?? UNKNOWN;
    if (index === UNKNOWN) {
      index = nearestColorIndex(palette, [red, green, blue]);
      nearest[key] = index;
    }
    return index;
  };
  const timeOf = (frame: number) => Math.round((100 * frame) / framesPerSecond);

  return {
    add(rgba, frames) {
      const pixels = new Uint8Array(widthPx * heightPx);
      for (let pixel = 0; pixel < pixels.length; pixel++) {
        const at = 4 * pixel;
        pixels[pixel] = findNearest(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
      }
      const delay = 10 * (timeOf(done + frames) - timeOf(done));
      done += frames;
      const options = { delay, dispose: KEEP };
      if (before === undefined) {
        encoder.writeHeader();
        encoder.writeFrame(pixels, widthPx, heightPx, { ...options, first: true, palette, repeat: FOREVER });
      } else {
        const transparentIndex = palette.length;
        const last = before;
        const drawn = pixels.map((index, pixel) => (index === last[pixel] ? transparentIndex : index));
        encoder.writeFrame(drawn, widthPx, heightPx, { ...options, transparent: true, transparentIndex });
      }
      before = pixels;
      return take();
    },
    finish(comment) {
      encoder.stream.writeBytes(writeComment(comment));
      encoder.finish();
      return take();
    },
  };
}

/** A comment of GIF: blocks of at most 255 bytes, each with its length before it. */
function writeComment(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  const blocks: number[] = [];
  for (let start = 0; start < bytes.length; start += 255) {
    const block = bytes.slice(start, start + 255);
    blocks.push(block.length, ...block);
  }
  return [0x21, 0xfe, ...blocks, 0];
}
