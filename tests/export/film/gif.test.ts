import fc from "fast-check";
import { GifReader } from "omggif";
import { describe, expect, it } from "vitest";
import { choosePalette, createGifWriter } from "../../../src/export/film/gif.ts";

const WIDTH = 24;
const HEIGHT = 16;

type Colour = readonly [red: number, green: number, blue: number];

/** A picture of one colour with a square of another, at some place. */
function paint(ground: Colour, square: Colour, at: number): Uint8ClampedArray {
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, index) => {
    const [x, y] = [index % WIDTH, Math.floor(index / WIDTH)];
    return [...(x >= at && x < at + 6 && y >= 4 && y < 10 ? square : ground), 255];
  });
  return Uint8ClampedArray.from(pixels.flat());
}

function write(pictures: readonly Uint8ClampedArray[], frames: readonly number[], framesPerSecond: number) {
  const palette = choosePalette(pictures);
  const writer = createGifWriter({ palette, widthPx: WIDTH, heightPx: HEIGHT, framesPerSecond });
  const parts = pictures.map((picture, index) => writer.add(picture, frames[index] ?? 1));
  const bytes = Buffer.concat([...parts, writer.finish("https://example.org/?day=2020-02-06\nكوباني")]);
  return { bytes, palette, reader: new GifReader(bytes) };
}

/** What is on the screen after each frame, as a program shows it that draws each over the one before. */
function play(reader: GifReader): Uint8ClampedArray[] {
  const screen = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  return Array.from({ length: reader.numFrames() }, (_, frame) => {
    expect(reader.frameInfo(frame).disposal).toBe(1);
    reader.decodeAndBlitFrameRGBA(frame, screen);
    return screen.slice();
  });
}

describe("a film as GIF", () => {
  const paper: Colour = [246, 243, 236];
  const red: Colour = [201, 80, 43];
  const green: Colour = [15, 138, 106];

  it("is read by another decoder as it was drawn: a square that wanders leaves nothing behind", () => {
    const pictures = [0, 3, 6, 12, 18].map((at) => paint(paper, red, at));
    const { reader } = write(
      pictures,
      pictures.map(() => 1),
      10,
    );
    expect([reader.width, reader.height, reader.numFrames(), reader.loopCount()]).toEqual([24, 16, 5, 0]);
    const shown = play(reader);
    for (const [index, picture] of pictures.entries()) {
      const most = Math.max(...picture.map((value, at) => Math.abs(value - (shown[index]?.[at] ?? 0))));
      expect([index, most <= 4]).toEqual([index, true]);
    }
  });

  it("has one palette, and shows a colour as the same in all frames", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), { minLength: 2, maxLength: 30 }),
        (colours) => {
          const pictures = colours.map((colour, index) => paint(colour, green, index % 18));
          const { reader, palette } = write(
            pictures,
            pictures.map(() => 2),
            25,
          );
          const shown = play(reader);
          const seen = new Map<string, string>();
          for (const [frame, picture] of pictures.entries()) {
            expect(reader.frameInfo(frame).has_local_palette).toBe(false);
            for (let at = 0; at < picture.length; at += 4) {
              const drawn = picture.slice(at, at + 3).join();
              const found = shown[frame]?.slice(at, at + 3).join() ?? "";
              expect(seen.get(drawn) ?? found).toBe(found);
              seen.set(drawn, found);
            }
          }
          const allowed = new Set(palette.map((colour) => colour.join()));
          expect([...seen.values()].every((colour) => allowed.has(colour))).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("takes the nearest colour there is, for colours that no sample had", () => {
    const palette = choosePalette([paint(paper, red, 3)]);
    const writer = createGifWriter({ palette, widthPx: WIDTH, heightPx: HEIGHT, framesPerSecond: 5 });
    const bytes = Buffer.concat([writer.add(paint(green, [190, 90, 60], 3), 1), writer.finish("")]);
    const [shown] = play(new GifReader(bytes));
    const distance = (one: Colour, other: ArrayLike<number>) =>
      one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
    for (const [colour, at] of [
      [green, 0],
      [[190, 90, 60], 4 * (5 * WIDTH + 5)],
    ] as const) {
      const found = shown?.slice(at, at + 3) ?? [];
      expect(distance(colour, found)).toBe(Math.min(...palette.map((other) => distance(colour, other))));
    }
  });

  it("lasts as long as its frames, to a hundredth of a second, at any speed", () => {
    const pictures = [paint(paper, red, 0), paint(paper, red, 5), paint(paper, green, 5)];
    fc.assert(
      fc.property(
        fc.tuple(
          fc.integer({ min: 1, max: 200 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 99 }),
        ),
        fc.integer({ min: 1, max: 50 }),
        (frames, framesPerSecond) => {
          const { reader } = write(pictures, frames, framesPerSecond);
          const delays = pictures.map((_, index) => reader.frameInfo(index).delay);
          let end = 0;
          let shown = 0;
          for (const [index, delay] of delays.entries()) {
            end += frames[index] ?? 0;
            shown += delay;
            expect(Math.abs(shown - (100 * end) / framesPerSecond)).toBeLessThanOrEqual(0.5);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("carries where it is from, as comment", () => {
    const { bytes } = write([paint(paper, red, 0)], [1], 10);
    const start = bytes.indexOf(Buffer.from([0x21, 0xfe]));
    const length = bytes[start + 2] ?? 0;
    expect(bytes.subarray(start + 3, start + 3 + length).toString()).toBe(
      "https://example.org/?day=2020-02-06\nكوباني",
    );
  });
});
