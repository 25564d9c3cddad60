// @vitest-environment jsdom
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StagePanel } from '../../../src/components/panels/StagePanel.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { mounted } from '../controls/mounted.tsx';

afterEach(cleanup);

test('the cell reads the numbers of a timestep, whose label stands beside them', async () => {
  const sequence = {
    kind: 'numbers',
    columns: ['load', 'price'],
    rows: [
      [20.5, 0.3],
      [21, 0.4],
    ],
    scaling: 'none',
    labels: ['2024-01-01', '2024-01-02'],
  } as const;
  mounted(<StagePanel />, { inputs: { ...defaultInputs, cell: 'lstm', sequence }, cursor: { t: 2, position: 99 } });
  await act(async () => {});
  expect(document.body.textContent).toMatch(/Reading 21,\s0\.4 \(2024-01-02\), unit 1 /);
});
