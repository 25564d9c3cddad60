import { cellOf } from '../../src/cell/cell.ts';
import type { CellDeclaration } from '../../src/cell/declaration.ts';
import { lengthOf, parameterCount, type Sizes } from '../../src/cell/sizes.ts';
import { diagramSvg } from '../../src/diagramSvg.ts';
import { runForward } from '../../src/engine/forward.ts';
import { initialParameters, uniform } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { equationsOf } from '../../src/notation/equation.ts';
import { plainOf } from '../../src/notation/linear.ts';
import { plainTable } from '../plainTable.ts';

/** A declared cell in print: equations and parameters as text, and its picture in the middle of a short run. */
interface PrintedCell {
  readonly text: string;
  readonly svg: string;
}

const TIMESTEPS = 4;

const STARTS = { drawn: 'drawn', zero: '0', one: '1', forgetBias: 'forget bias' };

/** Prints and draws a cell with its options. Throws a sentence if the declaration contradicts itself or its layout does not work. */
export function printedCell(
  declaration: CellDeclaration,
  options: Readonly<Record<string, string | boolean>>,
  sizes: Sizes,
): PrintedCell {
  const cell = cellOf(declaration, options);
  const equations = equationsOf(cell).map(({ left, right }) => `  ${plainOf(left)} = ${plainOf(right)}`);
  const rows = cell.parameters.map((parameter) => [
    parameter.name,
    parameter.shape.join(' × '),
    String(lengthOf(parameter, sizes)),
    STARTS[parameter.starts],
  ]);
  const head = `${cell.name} (${cell.id}) ${JSON.stringify(cell.options)}`;
  const table = plainTable(['parameter', 'shape', 'numbers', 'starts'], rows);
  const total = `${parameterCount(cell, sizes)} numbers with D = ${sizes.D} and H = ${sizes.H}`;
  const x = Float64Array.from({ length: TIMESTEPS * sizes.D }, (_, k) => uniform(1, k));
  const tape = runForward(compile(cell, sizes), initialParameters(cell, sizes, { seed: 1 }), x);
  return {
    text: [head, '', ...equations, '', table, total].join('\n'),
    svg: diagramSvg(tape, { timestep: TIMESTEPS - 1 }),
  };
}
