// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { UnitPage } from '../../../src/components/search/UnitPage.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { unitExamined } from '../../../src/store/search/unit.ts';
import { parity } from '../../../src/training/tasks/parity.ts';
import { mounted } from '../controls/mounted.tsx';

const worker = vi.hoisted(() => vi.fn());
vi.mock('../../../src/store/search/searchInWorker.ts', () => ({ searchInWorker: worker }));
afterEach(cleanup);

const sequence = { kind: 'text', text: '0110', unit: 'characters', vocabulary: ['0', '1'] } as const;

test('what was found of a unit goes with its cell', async () => {
  worker.mockImplementationOnce(async (request) => unitExamined(request));
  const { gate } = mounted(<UnitPage task={parity} trained={null} />, { inputs: { ...defaultInputs, sequence } });
  await screen.findByRole('table', { name: 'Its gates, on average' });
  worker.mockReturnValueOnce(new Promise(() => {}));
  act(() => gate.actions.setCell('gru'));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('Reading fresh sequences…');
});
