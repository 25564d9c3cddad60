// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { EquationsPanel } from '../../../src/components/panels/EquationsPanel.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { GatescopeProvider } from '../../../src/store/context.tsx';
import { createGatescope } from '../../../src/store/gatescope.ts';
import { firstView, runView } from '../../../src/store/runView.ts';

afterEach(cleanup);

const words = (gatescope: Parameters<typeof firstView>[0]): Set<string> => {
  const { container, unmount } = render(
    <GatescopeProvider gatescope={gatescope}>
      <EquationsPanel />
    </GatescopeProvider>,
  );
  const found = [...container.querySelectorAll('li .name em')].map(({ textContent }) => textContent ?? '');
  unmount();
  return new Set(found);
};

test('the equations of compared runs differ, and those after a switch have changed', () => {
  const gate = createGatescope({ initial: { inputs: { ...defaultInputs, cell: 'lstm' } } });
  gate.actions.setCell('peephole');
  const switched = words(gate);
  expect([...switched].some((word) => ['changed', 'before', 'new'].includes(word))).toBe(true);
  gate.actions.setBeside({ cell: 'gru' }, 0);
  // only the GRU has a reset gate, and neither cell was there first
  for (const run of [firstView(gate), runView(gate, 0)]) {
    const found = words(run);
    expect(found.size).toBeGreaterThan(0);
    for (const word of found) expect(['differs', 'only here', 'only there', 'there']).toContain(word);
  }
});
