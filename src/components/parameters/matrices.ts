import type { Cell, Parameter } from '../../cell/cell.ts';
import { previousOf, type Ref } from '../../cell/slot.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { plainOf } from '../../notation/linear.ts';
import { shapeText } from '../../notation/shapes.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import type { Derived } from '../../store/derive.ts';
import { visible } from '../../text/tokens.ts';

/** A parameter or an initial state as rows and columns of numbers; a vector is one column. */
export interface Matrix {
  /** Unlike any other matrix of the cell. */
  readonly key: string;
  readonly kind: 'parameter' | 'initial';
  /** The parameter's name or the state's id, as the store's actions take it. */
  readonly name: string;
  readonly letter: string;
  readonly subscript: string;
  /** The meaning of the matrix, in one phrase. */
  readonly meaning: string;
  /** Its shape in letters and numbers. */
  readonly shape: string;
  /** The `data-signal` key of what it belongs to. */
  readonly signal: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** Short names for headers: units as h₃, inputs as their token or column. */
  rowName(row: number): string;
  columnName(column: number): string;
}

/** Matrices that are grouped in the picker. */
export interface MatrixGroup {
  readonly label: string;
  readonly signal: string | null;
  readonly matrices: readonly Matrix[];
}

/** Everything of a cell that can be edited number by number: the parameters layer by layer, then the initial states. */
export function matrixGroups({ cell, sizes, parameters, initial, encoded }: Derived): readonly MatrixGroup[] {
  const ofParameter = (parameter: Parameter): Matrix => {
    const { name, letter, subscript, shape, signal, ref } = parameter;
    const columns = shape.length > 1 ? sizes[shape[1]] : 1;
    return {
      key: name,
      kind: 'parameter',
      name,
      letter,
      subscript,
      meaning: meaningOf(cell, parameter),
      shape: shapeText(parameter, sizes),
      signal,
      rows: sizes[shape[0]],
      columns,
      values: parameters[name],
      rowName: (row) => unitName(cell, { kind: 'signal', id: signal }, row),
      columnName: (column) =>
        ref === null || shape.length < 2
          ? name.replace('_', '')
          : ref.kind === 'input'
            ? visible(encoded.features[column])
            : unitName(cell, ref, column),
    };
  };
  const layers = cell.signals.filter((signal) => cell.parameters.some((p) => p.signal === signal.id));
  const groups = layers.map(({ id, info }): MatrixGroup => {
    const own = cell.parameters.filter((p) => p.signal === id);
    return { label: info.label, signal: id, matrices: own.map(ofParameter) };
  });
  const states = cell.states.map(({ id, dim }): Matrix => {
    const letter = letterOf(cell, id);
    const { label } = signalOf(cell, id).info;
    return {
      key: `initial ${id}`,
      kind: 'initial',
      name: id,
      letter: letter ? plainOf({ kind: 'letter', key: null, letter, subscript: '' }) : label,
      subscript: '0',
      meaning: `${label} before the first timestep`,
      shape: `${dim} = ${sizes[dim]}`,
      signal: previousOf(id),
      rows: sizes[dim],
      columns: 1,
      values: initial[id],
      rowName: (row) => unitName(cell, { kind: 'previous', id }, row),
      columnName: () => 't = 0',
    };
  });
  return [...groups, { label: 'initial states', signal: null, matrices: states }];
}

function unitName(cell: Cell, ref: Ref, unit: number): string {
  return letterOf(cell, ref.id) ? unitLabel(cell, ref, unit) : `unit ${unit + 1}`;
}

function meaningOf(cell: Cell, { signal, ref, shape, letter }: Parameter): string {
  const layer = signalOf(cell, signal).info.label;
  if (ref === null) return `bias of the ${layer}`;
  const source =
    ref.kind === 'input'
      ? 'the input'
      : `the ${ref.kind === 'previous' ? 'previous ' : ''}${signalOf(cell, ref.id).info.label}`;
  if (letter === 'g') return `gain of ${source} in the ${layer}`;
  return `${shape.length < 2 ? 'diagonal weights' : 'weights'} of the ${layer} on ${source}`;
}
