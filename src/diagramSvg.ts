import type { Tape } from './engine/tape.ts';
import { ATTRIBUTION } from './figure/attribution.ts';
import { pictureOf } from './figure/picture.ts';
import { sceneOf } from './figure/scene.ts';
import { scalesOf } from './figure/signals.ts';
import { svgOf } from './figure/svg.ts';
import { colourOf } from './theme/colour.ts';
import { type Ground, palettes } from './theme/palette.ts';

/** Options of `diagramSvg`. */
export interface DiagramOptions {
  /** The timestep shown, 1 to T. Default: the last. */
  readonly timestep?: number;
  /** The number of signals of the timestep that are computed, in their order. Default: all. */
  readonly position?: number;
  /** The drawing of wires: one line per vector, one lane per unit, or a single unit. Default `lanes`. */
  readonly zoom?: 'vector' | 'lanes' | 'unit';
  /** The unit that `zoom: 'unit'` shows, from 0. Default 0. */
  readonly unit?: number;
  /** The cell between its neighbours, or alone with a loop. Default `unfolded`. */
  readonly chain?: 'unfolded' | 'folded';
  /** The background, with the colours that suit it. Default `light`. */
  readonly ground?: Ground;
  /** The labels of the inputs, one per timestep. Default: none. */
  readonly tokens?: readonly string[];
}

/** Draws the diagram of one timestep of a tape as a static SVG document. Throws a RangeError if there is no such timestep. */
export function diagramSvg(tape: Tape, options: DiagramOptions = {}): string {
  const {
    timestep = tape.length,
    zoom = 'lanes',
    unit = 0,
    chain = 'unfolded',
    ground = 'light',
    tokens = [],
  } = options;
  if (!Number.isInteger(timestep) || timestep < 1 || timestep > tape.length)
    throw new RangeError(`There is no timestep ${timestep}; the sequence has ${tape.length}`);
  const { cell, sizes } = tape.program;
  const palette = palettes[ground];
  const scale = scalesOf(cell);
  const picture = pictureOf(sceneOf(cell, chain), {
    zoom,
    palette,
    neighbours: chain === 'unfolded' ? [2, 2] : [0, 0],
    sizeOf: (ref) => tape.slot(ref.id).size,
  });
  const state = {
    read: (ref: Parameters<Tape['read']>[0], shift: number) => {
      const t = timestep + shift - (ref.kind === 'previous' ? 1 : 0);
      // later timesteps are not computed yet
      return t < 0 || shift > 0 ? null : tape.values(ref.id, t);
    },
    head: options.position ?? cell.signals.length,
    unit,
    stage: null,
    lit: new Set<string>(),
    inputs: new Set<string>(),
    token: (shift: number) => tokens[timestep + shift - 1] ?? null,
    colour: (key: string, value: number) => colourOf(scale(key), value, ground === 'dark'),
  };
  return svgOf(picture, state, {
    title: `${cell.name}, D = ${sizes.D}, H = ${sizes.H}, timestep ${timestep} of ${tape.length}`,
    background: palette.panel,
    metadata: ATTRIBUTION,
  });
}
