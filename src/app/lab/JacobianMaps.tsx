import { type ReactNode, useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { Legend } from '../../components/charts/Legend.tsx';
import { useDarkGround } from '../../components/useMedia.ts';
import { useStateOf } from '../../components/useStateOf.ts';
import { productOf } from '../../laboratory/gradientWords.ts';
import type { JacobianRun, JacobianView, Square } from '../../laboratory/jacobianView.ts';
import { displayed } from '../../notation/number.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import { Derivative } from './Derivative.tsx';
import { useSetting } from './labStore.ts';
import { type Entry, MatrixMap } from './MatrixMap.tsx';

interface JacobianMapsProps {
  readonly run: JacobianRun;
  readonly view: JacobianView;
  readonly cell: Cell;
  /** The gates on the direct path. */
  readonly gate: string;
  readonly back: number;
}

/** One timestep, the product, and its two parts side by side, with the number under the pointer. */
export function JacobianMaps({ run, view, cell, gate, back }: JacobianMapsProps) {
  const { step, product, parts } = view;
  const dark = useDarkGround(useSetting('theme'));
  const [entry, setEntry] = useStateOf<(Entry & { readonly later: number; readonly of: JacobianRun['sizes'] }) | null>(
    view,
    null,
  );
  const last = run.steps.length;
  const k = last - back;
  const own = useMemo(() => run.sizes.filter(([id]) => id === run.state), [run]);
  const map = (name: string, title: ReactNode, matrix: Square, of: JacobianRun['sizes'], later: number) => (
    <MatrixMap
      title={title}
      matrix={matrix}
      states={of}
      dark={dark}
      summary={`${name}: norm ${displayed(matrix.norm)}`}
      onPoint={(found) => setEntry(found && { ...found, later, of })}
    />
  );
  const unitAt = (place: number): string => unitNames(cell, entry?.of ?? [])[place];
  return (
    <>
      <div className="matrix-maps">
        {map(
          `The Jacobian of timestep ${k + 1}`,
          <>
            One timestep: ∂s<sub>k+1</sub> / ∂s<sub>k</sub>
          </>,
          step,
          run.sizes,
          k + 1,
        )}
        {map(
          `The product over ${back} timestep${back === 1 ? '' : 's'}`,
          <>
            {back === 1 ? 'Alone' : `All ${back} multiplied`}: <Derivative of={run.state} />
          </>,
          product,
          own,
          last,
        )}
        {parts && map('The direct path', `= direct path: ${productOf(gate)}`, parts.direct, own, last)}
        {parts && map('All other paths', '+ all other paths', parts.rest, own, last)}
      </div>
      <div className="row map-legend">
        <Legend kind="signed" dark={dark} />
        <p className="hint">
          {entry
            ? `d ${unitAt(entry.row)} at ${entry.later} / d ${unitAt(entry.column)} at ${k} = ${displayed(entry.value)}`
            : `Point at a square to read its number. Rows are units at the later timestep, columns units at k${run.sizes.length > 1 ? `; s is ${run.sizes.map(([id]) => id).join(' and ')} together` : ''}.`}
        </p>
      </div>
    </>
  );
}

/** The names of the rows of a matrix of these states. */
const unitNames = (cell: Cell, states: JacobianRun['sizes']): string[] =>
  states.flatMap(([id, size]) =>
    Array.from({ length: size }, (_, unit) => unitLabel(cell, { kind: 'signal', id }, unit)),
  );
