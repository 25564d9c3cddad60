import { expect, test } from 'vitest';
import { createOnDemand } from '../../src/store/onDemand.ts';

test('a change that had to wait for its code and is refused leaves a sentence, and the others are made', async () => {
  const { actions, getState, fetchActions } = createOnDemand({});
  // at once, as a reader's who does not wait for the code
  const refused = actions.setH(999) as unknown as Promise<void>;
  actions.setH(5);
  expect(getState().unfetched).toBe(false);
  await refused;
  await expect.poll(() => getState().unfetched).toMatch(/^H is 999; there can be at most \d+ units\.$/);
  expect(getState().inputs.H).toBe(5);
  await fetchActions();
  expect(getState().unfetched).toBe(false);
  // with the code at hand, whoever asks is told
  expect(() => actions.setH(999)).toThrow('H is 999');
  expect(getState().unfetched).toBe(false);
});
