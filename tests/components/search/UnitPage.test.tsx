// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { SearchPanel } from '../../../src/components/search/SearchPanel.tsx';
import { UnitPage } from '../../../src/components/search/UnitPage.tsx';
import { TrainingProvider } from '../../../src/components/training/TrainingProvider.tsx';
import { defaultInputs } from '../../../src/io/defaults.ts';
import { givenWeights } from '../../../src/io/weights.ts';
import { unitExamined } from '../../../src/store/search/unit.ts';
import { parity } from '../../../src/training/tasks/parity.ts';
import { mounted } from '../controls/mounted.tsx';

const worker = vi.hoisted(() => {
  // files of a worker share their modules
  vi.resetModules();
  return vi.fn();
});
afterAll(() => void vi.resetModules());
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

test('a sequence without a task shows how often its gates are saturated, once nothing is to be guessed', () => {
  const own = { ...defaultInputs, sequence: { ...sequence, text: 'hello', vocabulary: null } };
  const bias = Float64Array.of(40, -40, 40, 40);
  const weights = givenWeights(own, { values: { b_f: bias }, origin: 'hand' });
  const { gate } = mounted(
    <TrainingProvider>
      <SearchPanel />
    </TrainingProvider>,
    { inputs: { ...own, weights } },
  );
  expect(screen.getByText('Over the 5 timesteps of this sequence:')).toBeTruthy();
  expect(screen.getByText('open 75 %, shut 25 % of the time')).toBeTruthy();
  act(() => gate.actions.setGuess(true));
  expect(screen.queryByText(/of the time$/)).toBeNull();
  act(() => gate.actions.setGuess(false));
  act(() => gate.actions.setCell('rnn'));
  expect(screen.getByText('RNN has no gate between 0 and 1.')).toBeTruthy();
});
