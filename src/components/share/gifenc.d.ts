/** Types of the part of gifenc 1.0.3 that this project uses: the package has none. */
declare module 'gifenc' {
  type Colour = readonly number[];
  interface Encoder {
    /** Appends a frame of palette indices, row by row; the first brings the size and the number of repetitions. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly palette: readonly Colour[];
        /** Milliseconds. */
        readonly delay: number;
        /** 0: without end. */
        readonly repeat: number;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
        readonly dispose: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
    readonly stream: { writeByte(byte: number): void };
  }
  export function GIFEncoder(): Encoder;
  export function quantize(
    rgba: Uint8Array | Uint8ClampedArray,
    colours: number,
    options: { readonly format: 'rgb565' },
  ): Colour[];
  export function nearestColorIndex(colours: readonly Colour[], colour: Colour): number;
}
