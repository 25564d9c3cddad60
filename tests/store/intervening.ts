import fc from 'fast-check';
import { wiresOf } from '../../src/engine/intervention/intervention.ts';
import type { Pin } from '../../src/io/moment.ts';
import type { Gatescope } from '../../src/store/gatescope.ts';
import { createIntervene } from '../../src/store/intervened.ts';
import type { Intervening } from '../../src/store/lazyIntervene.ts';

const intervene = createIntervene();

/** Runner of interventions, loaded from the start. */
export const intervening: Intervening = () => intervene;

/** A random intervention, whose place is chosen once the cell is known. */
export interface DrawnPin extends Pick<Pin, 'units' | 'from' | 'until' | 'change'> {
  readonly place: number;
  readonly off: boolean;
}

/** Random interventions of every kind, some of which do not fit. */
export const drawnPins: fc.Arbitrary<readonly DrawnPin[]> = fc.array(
  fc.record(
    {
      place: fc.nat(200),
      units: fc.constantFrom(null, [0], [1, 2]),
      from: fc.integer({ min: 0, max: 7 }),
      until: fc.constantFrom(null, 4, 7),
      change: fc.oneof(
        fc.record(
          { kind: fc.constant('hold' as const), value: fc.double({ min: -2, max: 2, noNaN: true }) },
          { noNullPrototype: true },
        ),
        fc.constantFrom<Pin['change']>(
          { kind: 'scale', factor: 0.5 },
          { kind: 'cut' },
          { kind: 'noise', size: 0.1, seed: 7 },
          { kind: 'borrow', from: 'mean' },
          { kind: 'borrow', from: 'timestep', at: 2 },
          { kind: 'borrow', from: 'other' },
        ),
      ),
      off: fc.boolean(),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 3 },
);

/** The random interventions, on nodes and wires of the shown cell. */
export function pinsIn({ derived }: Gatescope, drawn: readonly DrawnPin[]): readonly Pin[] {
  const { cell } = derived();
  const nodes = ['x', ...cell.signals.map(({ id }) => id)].map((key) => ({ key, to: null }));
  const places = [...nodes, ...wiresOf(cell)];
  return drawn.map(({ place, off, ...pin }) => ({ ...pin, ...places[place % places.length], ...(off && { off }) }));
}
