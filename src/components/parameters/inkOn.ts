/** Black or white, whichever reads better on a colour written `rgb(r, g, b)`: at least 4.5 : 1 on any (WCAG 2.2 relative luminance). */
export function inkOn(colour: string): 'black' | 'white' {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((byte) => linear(Number(byte) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? 'black' : 'white';
}

const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
