/** A colour as red, green and blue, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

type Triple = readonly [number, number, number];

// CIELAB with the white of D50 (CIE 15:2004); the matrices take linear sRGB to XYZ and back by Bradford's adaptation.
const WHITE: Triple = [0.96422, 1, 0.82521];
const TO_XYZ: readonly Triple[] = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
];
const FROM_XYZ: readonly Triple[] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];
const EDGE = 6 / 29;

const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;
const each = ([a, b, c]: Triple, f: (value: number, k: number) => number): Triple => [f(a, 0), f(b, 1), f(c, 2)];

/** The colour of a text such as `#1f6f9f`. */
export const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16)) as unknown as Rgb;

const linear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const byte = (c: number): number => {
  const encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, Math.round(255 * encoded)));
};

/** Lightness and the two axes of colour: for pairs of colours, straight lines between which look even. */
function labOf(rgb: Rgb): Triple {
  const [x, y, z] = each(times(TO_XYZ, each(rgb, linear)), (value, k) => {
    const t = value / WHITE[k];
    return t > EDGE ** 3 ? Math.cbrt(t) : t / (3 * EDGE * EDGE) + 4 / 29;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function rgbFromLab([l, a, b]: Triple): Rgb {
  const y = (l + 16) / 116;
  const xyz = each(
    [y + a / 500, y, y - b / 200],
    (t, k) => WHITE[k] * (t > EDGE ? t ** 3 : 3 * EDGE * EDGE * (t - 4 / 29)),
  );
  return each(times(FROM_XYZ, xyz), byte);
}

/** The colour at a share of the way from one colour to another, in CIELAB. */
export function between(from: string, to: string): (share: number) => Rgb {
  const [start, end] = [labOf(rgbOf(from)), labOf(rgbOf(to))];
  return (share) => rgbFromLab(each(start, (value, k) => value + (end[k] - value) * share));
}
