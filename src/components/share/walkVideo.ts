import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_VERY_HIGH, WebMOutputFormat } from 'mediabunny';
import { ATTRIBUTION } from '../../figure/attribution.ts';
import type { PixelSize } from './figureSizes.ts';
import type { VideoKind } from './videoKind.ts';

/** Frames of a second: players and slide programs expect an even rate, also of pictures that stay. */
const RATE = 10;

/** One picture of a video and its time in milliseconds. */
interface VideoFrame {
  readonly canvas: HTMLCanvasElement;
  readonly delay: number;
}

/** A video of pictures that are asked for one by one, encoded by the browser; the licence is its comment. */
export async function videoOf(
  { codec, ending }: VideoKind,
  { width, height }: PixelSize,
  title: string,
  frames: AsyncIterable<VideoFrame>,
): Promise<Blob> {
  const target = new BufferTarget();
  const output = new Output({ format: ending === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_VERY_HIGH });
  output.addVideoTrack(source, { frameRate: RATE });
  output.setMetadataTags({ title, comment: ATTRIBUTION });
  await output.start();
  try {
    let at = 0;
    for await (const frame of frames) {
      context?.drawImage(frame.canvas, 0, 0, width, height);
      const end = at + Math.round((frame.delay / 1000) * RATE);
      for (; at < end; at++) await source.add(at / RATE, 1 / RATE);
    }
    await output.finalize();
  } catch (error) {
    // an encoder that is left open keeps its memory
    await output.cancel();
    throw error;
  }
  return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: `video/${ending}` });
}
