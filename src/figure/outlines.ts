import type { Drawn } from './drawn.ts';

/** Characters as their advance and outline, both in thousandths of the size; y points down. */
export type Face = Readonly<Record<string, readonly [advance: number, outline: string]>>;

/** The faces of a figure: letters of mathematics, other text, and the same in bold. */
export interface Faces {
  readonly maths: Face;
  readonly regular: Face;
  readonly bold: Face;
}

const EM = 1000;
/** The slope that browsers give letters whose font has no italics. */
const SLOPE = 0.25;
const BOLD = 600;

interface Style {
  readonly family: string;
  readonly weight: number;
  readonly size: number;
  readonly slope: number;
}

/** A character in its place on the line; `x` is counted from the line's beginning. */
interface Placed {
  readonly outline: string;
  readonly x: number;
  readonly y: number;
  readonly style: Style;
}

/** A text element as a path that looks the same without any font; the text itself where a character has no outline. */
export function outlined(text: Drawn, faces: Faces): Drawn {
  const { x, y, 'text-anchor': anchor = 'start', ...attributes } = text.attributes;
  const line = lineOf(text, faces);
  if (line === null) return text;
  const start = Number(x) - (anchor === 'middle' ? line.width / 2 : anchor === 'end' ? line.width : 0);
  const kept = Object.entries(attributes).filter(([name]) => !name.startsWith('font-'));
  const d = line.placed.map((one) => moved(one, start, Number(y))).join('');
  return { tag: 'path', attributes: { ...Object.fromEntries(kept), d }, children: [] };
}

/** The characters of a line and its width; null where one of them has no outline. */
function lineOf(text: Drawn, faces: Faces): { readonly placed: readonly Placed[]; readonly width: number } | null {
  const placed: Placed[] = [];
  let [width, down, whole] = [0, 0, true];
  const write = (drawn: Drawn, around: Style): void => {
    const style = styleOf(drawn, around);
    if (drawn !== text) down += Number(drawn.attributes.dy ?? 0);
    for (const child of drawn.children) {
      if (typeof child !== 'string') {
        write(child, style);
        continue;
      }
      for (const character of child) {
        const [advance, outline] = glyphOf(character, style, faces) ?? [0, null];
        whole &&= outline !== null;
        placed.push({ outline: outline ?? '', x: width, y: down, style });
        width += (advance / EM) * style.size;
      }
    }
  };
  write(text, { family: '', weight: 400, size: 16, slope: 0 });
  return whole ? { placed, width } : null;
}

const styleOf = ({ attributes }: Drawn, around: Style): Style => ({
  family: String(attributes['font-family'] ?? around.family),
  weight: Number(attributes['font-weight'] ?? around.weight),
  size: Number(attributes['font-size'] ?? around.size),
  slope: attributes['font-style'] === undefined ? around.slope : attributes['font-style'] === 'italic' ? SLOPE : 0,
});

/** A character in the face of its style, or in regular text. */
function glyphOf(character: string, { family, weight }: Style, { maths, regular, bold }: Faces): Face[string] | null {
  const face = family.includes('Gatescope Math') ? maths : weight >= BOLD ? bold : regular;
  for (const one of [face, regular]) if (Object.hasOwn(one, character)) return one[character];
  return null;
}

/** An outline at its place. */
function moved({ outline, x, y, style: { size, slope } }: Placed, left: number, top: number): string {
  const share = size / EM;
  return outline.replace(
    /(-?\d+) (-?\d+)/g,
    (_, across: string, down: string) =>
      `${short(left + x + (Number(across) - slope * Number(down)) * share)} ${short(top + y + Number(down) * share)}`,
  );
}

const short = (value: number): number => Math.round(value * 100) / 100;
