import type { Cell, Parameter } from '../cell/cell.ts';
import type { Dim } from '../cell/expression.ts';
import type { Sizes } from '../cell/sizes.ts';
import { idOfKey } from '../cell/slot.ts';
import { type Equation, signalOf } from './equation.ts';
import { type Formula, partsOf } from './formula.ts';

/** The shape of one letter of an equation. */
export interface LetterShape {
  /** The parameter it names, or null for a vector of the tape. */
  readonly parameter: string | null;
  /** The slot it denotes (`f`, `prev.C`), or the layer that the parameter belongs to. */
  readonly signal: string;
  readonly formula: Formula;
  /** `H × D = 4 × 3`; a vector has one length: `H = 4`. */
  readonly text: string;
}

/**
 * The shape of every matrix and vector that an equation of the cell names, each once, the left-hand side first. Terms
 * marked as removed are not the cell's and have none.
 */
export function shapesOf(cell: Cell, { left, right }: Equation, sizes: Sizes): readonly LetterShape[] {
  const shapes = new Map<string, LetterShape>();
  const visit = (formula: Formula): void => {
    if (formula.kind === 'parameter') {
      const parameter = cell.parameters.find(({ name }) => name === formula.name);
      if (parameter)
        shapes.set(`parameter ${formula.name}`, {
          parameter: formula.name,
          signal: parameter.signal,
          formula,
          text: shapeText(parameter, sizes),
        });
    } else if ((formula.kind === 'letter' || formula.kind === 'word') && formula.key !== null) {
      const { key } = formula;
      const shape = [dimOf(cell, key)];
      shapes.set(key, { parameter: null, signal: key, formula, text: shapeText({ shape }, sizes) });
    } else if (formula.kind !== 'mark' || formula.mark !== 'removed') partsOf(formula).forEach(visit);
  };
  visit(left);
  visit(right);
  return [...shapes.values()];
}

/** A shape in letters and numbers: `H × D = 4 × 3`; a vector has one length. */
export function shapeText({ shape }: Pick<Parameter, 'shape'>, sizes: Sizes): string {
  return `${shape.join(' × ')} = ${shape.map((dim) => sizes[dim]).join(' × ')}`;
}

function dimOf(cell: Cell, key: string): Dim {
  const id = idOfKey(key);
  return id === 'x' ? 'D' : signalOf(cell, id).dim;
}
