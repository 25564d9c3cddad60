import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { sizesOf } from '../../src/cell/sizes.ts';
import { declarationOf } from '../../src/cells/index.ts';
import { runBackward } from '../../src/engine/backward.ts';
import { runForward } from '../../src/engine/forward.ts';
import { parametersFrom } from '../../src/engine/parameters.ts';
import { compile } from '../../src/engine/program.ts';
import { sequenceOf } from '../../src/engine/tape.ts';
import { expectClose, reference, type Stored, tensor } from '../fixtures/reference.ts';

type Named = Readonly<Record<string, Stored>>;

/** A cell written in PyTorch from its paper (tests/fixtures/torchCells.py), with its loss Σ h ⊙ cotangent differentiated. */
interface TorchCell {
  readonly cell: string;
  readonly options: Readonly<Record<string, string>>;
  readonly D: number;
  readonly H: number;
  readonly params: Named;
  readonly x: Stored;
  readonly initial: Named;
  readonly cotangent: Stored;
  readonly expected: Named;
  readonly grads: { readonly params: Named; readonly x: Stored; readonly initial: Named };
}

const numbers = (stored: Named): Record<string, readonly number[]> =>
  Object.fromEntries(Object.entries(stored).map(([name, one]) => [name, tensor(one).data]));

describe('cells written in PyTorch from their papers', () => {
  const cases = reference<TorchCell>('torch/torch_cells.json');
  it.each(cases.map((one) => [`${one.cell} ${JSON.stringify(one.options)}, D ${one.D}, H ${one.H}`, one] as const))(
    'have the signals and gradients of ours: %s',
    (_, one) => {
      const declaration = declarationOf(one.cell);
      if (!declaration) throw new Error(`there is no cell ${one.cell}`);
      const cell = cellOf(declaration, one.options);
      const sizes = sizesOf(one.D, one.H);
      expect(Object.keys(one.params).sort()).toEqual(cell.parameters.map(({ name }) => name).sort());
      const parameters = parametersFrom(cell, sizes, numbers(one.params));
      const tape = runForward(compile(cell, sizes), parameters, tensor(one.x).data, numbers(one.initial));
      for (const [signal, stored] of Object.entries(one.expected))
        expectClose(sequenceOf(tape, signal), stored, 1e-12, signal);
      const gradients = runBackward(tape, { h: tensor(one.cotangent).data });
      expectClose(gradients.x, one.grads.x, 1e-11, 'x');
      for (const [name, stored] of Object.entries(one.grads.params))
        expectClose(gradients.parameters[name], stored, 1e-11, name);
      for (const [state, stored] of Object.entries(one.grads.initial))
        expectClose(gradients.initial[state], stored, 1e-11, `initial ${state}`);
    },
  );
});
