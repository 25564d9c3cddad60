import type { Ref } from '../cell/slot.ts';
import type { Reveal } from './wires.ts';

/** The vector whose values an element shows, `shift` timesteps away, and the reveals that uncover it: none if nothing covers it. */
interface Values {
  readonly ref: Ref;
  readonly shift: number;
  readonly cover: readonly Reveal[];
}

/** An attribute of an element that changes with the state; all else of a picture stays while the reader steps. */
export type Bind =
  /** The stroke of one lane: the colour of the value(s) it carries, and the unit it shows. */
  | (Values & { readonly kind: 'lane'; readonly lane: number; readonly lanes: number })
  /** The path and stroke of the selected unit's lane, one of `paths`. */
  | (Values & { readonly kind: 'chosen'; readonly paths: readonly string[] })
  /** `data-chosen` where this is the number of the selected unit. */
  | { readonly kind: 'unit'; readonly unit: number }
  /** The number of the selected unit, where it is none of the `others`, from 0. */
  | { readonly kind: 'unitNumber'; readonly others: readonly number[] }
  /** One bar of a node's small chart: its place and colour. */
  | (Values & {
      readonly kind: 'bar';
      readonly lane: number;
      readonly lanes: number;
      readonly top: number;
      readonly height: number;
      /** True if values grow from the bottom (they lie in 0…1), false if from the middle (they have a sign). */
      readonly gate: boolean;
    })
  /** The empty part of a wire, which shrinks as values run in. */
  | { readonly kind: 'cover'; readonly reveals: readonly Reveal[] }
  /** `data-phase`: pending, active (its inputs are running in) or done. */
  | { readonly kind: 'phase'; readonly order: number }
  /** Shown only once the signal is computed or the wire has filled. */
  | { readonly kind: 'visible'; readonly reveals: readonly Reveal[] }
  /** Full strength in these stages, faded in others: for outlines and nodes, never for what shows a value. */
  | { readonly kind: 'stage'; readonly stages: readonly string[] }
  /** `data-lit` where the reader asks about one of these signals. */
  | { readonly kind: 'lit'; readonly refs: readonly string[] }
  /** The number of the selected unit; all numbers of the input. */
  | { readonly kind: 'number'; readonly ref: Ref; readonly reveals: readonly Reveal[] }
  /** The accessible name of a node with the number that is seen in it. */
  | { readonly kind: 'name'; readonly name: string; readonly ref: Ref; readonly reveals: readonly Reveal[] }
  /** The accessible name of the input: the token as it is seen, and in full where it is cut. */
  | { readonly kind: 'tokenName'; readonly size: number; readonly least: number }
  /** The name of a neighbouring timestep with its token in full, which its bubble may cut. */
  | { readonly kind: 'timestepName'; readonly name: string; readonly shift: number }
  /** The token of a timestep, cut where it would be smaller than `least`. */
  | { readonly kind: 'token'; readonly shift: number; readonly size: number; readonly least: number }
  /** Shown only where that timestep exists, or with `end` only where it is the first that does not. */
  | { readonly kind: 'exists'; readonly shift: number; readonly end?: boolean };

/** One SVG element as data: the same tree becomes React elements and a static string. */
export interface Shape {
  readonly tag: 'g' | 'path' | 'rect' | 'circle' | 'ellipse' | 'line' | 'text' | 'tspan' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly binds: readonly Bind[];
  readonly children: readonly (Shape | string)[];
}

export function shape(
  tag: Shape['tag'],
  attributes: Shape['attributes'],
  children: readonly (Shape | string)[] = [],
  binds: readonly Bind[] = [],
): Shape {
  return { tag, attributes, children, binds };
}

/** The colours of a picture by meaning; CSS variables on the page, plain colours in an exported file. */
export const paletteNames = [
  'panel',
  'ink',
  'ink-soft',
  'line',
  'accent',
  'cell',
  'cell-line',
  'layer',
  'layer-line',
  'op',
  'op-line',
  'op-ink',
  'state',
  'state-line',
  'input',
  'input-line',
  'ribbon-line',
  'track',
  'ghost',
  'added',
] as const;
export type Palette = Readonly<Record<(typeof paletteNames)[number], string>>;

export const cssPalette = Object.fromEntries(paletteNames.map((name) => [name, `var(--${name})`])) as Palette;
