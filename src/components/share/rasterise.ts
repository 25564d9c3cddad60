import { Refusal } from '../../text/refusal.ts';
import type { PixelSize } from './figureSizes.ts';

/** An SVG document as a PNG of so many pixels. Rejects with a refusal where the browser cannot draw it. */
export async function rasterise(svg: string, size: PixelSize): Promise<Blob> {
  const canvas = await drawn(svg, size);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(undrawn())), 'image/png');
  });
}

/** An SVG document on a canvas of so many pixels. Rejects with a refusal where the browser cannot draw it. */
export async function drawn(svg: string, { width, height }: PixelSize): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => Promise.reject(undrawn()));
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    // its pixels are read, not shown
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0, width, height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

const undrawn = (): Refusal => new Refusal('This browser cannot draw it. Save it as SVG.');
