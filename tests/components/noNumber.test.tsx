// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Announcer } from '../../src/components/panels/Announcer.tsx';
import { InspectorPanel } from '../../src/components/panels/InspectorPanel.tsx';
import { StagePanel } from '../../src/components/panels/StagePanel.tsx';
import { TablePanel } from '../../src/components/panels/TablePanel.tsx';
import { PredictionPanel } from '../../src/components/prediction/PredictionPanel.tsx';
import { defaultInputs } from '../../src/io/defaults.ts';
import { givenWeights } from '../../src/io/weights.ts';
import { mounted } from './controls/mounted.tsx';

afterEach(cleanup);

test('where values overflow, a sentence says from when on and why, and no panel shows “undefined”', async () => {
  // at timestep 2 the sum under the tanh adds 1e308 · 2 and −1e308 · 2, which are infinite
  const head = {
    outputs: ['a', 'b'],
    asks: 'class',
    W: Float64Array.of(1, 1, -1, 1),
    b: Float64Array.of(0, 0),
  } as const;
  const values = {
    W_h: Float64Array.of(1e308, -1e308, 0, 0),
    U_h: new Float64Array(4),
    b_h: new Float64Array(2),
  };
  const home = { cell: 'rnn', options: {}, H: 2 };
  const inputs = {
    ...defaultInputs,
    ...home,
    sequence: {
      kind: 'numbers',
      columns: ['x', 'y'],
      rows: [
        [0, 0],
        [2, 2],
        [1, 0],
      ],
      scaling: 'none',
    } as const,
    weights: givenWeights(home, { values, head, origin: 'hand' }),
  };
  const { gate } = mounted(
    <>
      <StagePanel />
      <InspectorPanel />
      <TablePanel />
      <PredictionPanel />
      <Announcer />
    </>,
    { inputs, cursor: { t: 2, position: 99 } },
  );
  expect(gate.derived().tape.values('h', 2)[0]).toBeNaN();
  expect(screen.getByRole('tabpanel').textContent).toContain(
    'From timestep 2 on some values are not numbers (NaN), first in unit 1 of the hidden state: its sum adds ∞ and −∞.',
  );
  expect(screen.getByText(/^There is no answer, because h is not a number \(NaN\)/)).toBeTruthy();
  act(() => gate.actions.select('h', 0));
  expect(document.body.textContent).not.toContain('undefined');
  expect(screen.getAllByRole('gridcell').some((cell) => cell.textContent === 'NaN')).toBe(true);
  await screen.findByText(/^Timestep 2 of 3.*is NaN\.$/, undefined, { timeout: 10_000 });
});
