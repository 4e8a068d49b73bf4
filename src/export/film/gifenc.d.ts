/** What we use of gifenc, which has no types of its own. */
declare module "gifenc" {
  type Colour = [red: number, green: number, blue: number];
  interface ByteStream {
    reset: () => void;
    bytes: () => Uint8Array<ArrayBuffer>;
    writeBytes: (bytes: ArrayLike<number>) => void;
  }
  interface FrameOptions {
    /** Whether it is the first frame, with the palette of all. */
    first?: boolean;
    palette?: Colour[];
    transparent?: boolean;
    transparentIndex?: number;
    /** In milliseconds, rounded to hundredths of a second. */
    delay?: number;
    dispose?: number;
    repeat?: number;
  }
  interface Encoder {
    readonly stream: ByteStream;
    writeHeader: () => void;
    writeFrame: (index: Uint8Array, width: number, height: number, options: FrameOptions) => void;
    finish: () => void;
  }
  export function GIFEncoder(options: { auto: boolean }): Encoder;
  export function quantize(rgba: Uint8Array | Uint8ClampedArray, maxColours: number): Colour[];
  export function nearestColorIndex(palette: Colour[], colour: Colour): number;
}
