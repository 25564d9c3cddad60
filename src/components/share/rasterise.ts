import { Refusal } from '../../text/refusal.ts';
/** An SVG document as a PNG with `scale` pixels for each of its units. Rejects with a refusal where the browser cannot draw it. */
export async function rasterise(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => Promise.reject(undrawn()));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(undrawn())), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

const undrawn = (): Refusal => new Refusal('This browser cannot draw it. Save it as SVG.');
