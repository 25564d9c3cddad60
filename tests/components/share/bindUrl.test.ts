// @vitest-environment jsdom
import { Blob as NodeBlob } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bindUrl } from '../../../src/components/share/bindUrl.ts';
import { startFromLink } from '../../../src/components/share/startFromLink.ts';
import { MAX_LINK } from '../../../src/io/limits.ts';
import { packed } from '../../../src/io/packing.ts';
import { home } from '../../../src/presets/index.ts';
import type { Gatescope } from '../../../src/store/gatescope.ts';
import { fakeClock } from '../../store/fakeClock.ts';

const START = 'v=1&cell=lstm&units=3&seed=5&text=hello&t=2';
const REST = 40;
const stops: (() => void)[] = [];
let notices: readonly string[] = [];

async function bound(hash = START, as: 'page' | 'frame' = 'page'): Promise<Gatescope> {
  window.history.replaceState(null, '', `#${hash}`);
  const { gatescope } = await startFromLink(window.location.hash, home, { clock: fakeClock() });
  const onNotices = (said: readonly string[]): void => {
    notices = said;
  };
  stops.push(bindUrl(gatescope, { home, as, onNotices, rest: REST, learningRest: 2 * REST }));
  return gatescope;
}

/** Waits until a change is written: after the idle time and any pending compression. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3 * REST));
  for (let k = 0; k < 3; k++) await packed('x'.repeat(5000));
}
const has = (entry: string): void => expect(window.location.hash.slice(1).split('&')).toContain(entry);
const numbersOf = (gate: Gatescope): readonly number[] => [...gate.derived().tape.data];

async function back(): Promise<void> {
  const turned = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  window.history.back();
  await turned;
  await settled();
}

beforeEach(() => {
  // jsdom's Blob has no stream
  vi.stubGlobal('Blob', NodeBlob);
  notices = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const stop of stops.splice(0)) stop();
});

describe('an instance tied to the address', () => {
  test('writes steps and edits to the present entry of the history', async () => {
    const gate = await bound();
    const push = vi.spyOn(window.history, 'pushState');
    gate.actions.step(1, 'timestep');
    gate.actions.setSeed(9);
    await settled();
    has('t=3');
    has('seed=9');
    expect(push).not.toHaveBeenCalled();
  });

  test('writes what was done, and opens what was called up, between the first picture and the tie to the address', async () => {
    for (const [late, shown] of [
      ['', { cell: 'gru', H: 3 }],
      ['#v=1&cell=rnn&units=2&text=ab', { cell: 'rnn', H: 2 }],
    ] as const) {
      window.history.replaceState(null, '', `#${START}`);
      const { gatescope } = await startFromLink(window.location.hash, home, { clock: fakeClock() });
      const since = { hash: window.location.hash, state: gatescope.getState() };
      gatescope.actions.setCell('gru');
      if (late) window.history.replaceState(null, '', late);
      stops.push(bindUrl(gatescope, { home, since, onNotices: () => {}, rest: REST }));
      await settled();
      expect(gatescope.getState().inputs).toMatchObject(shown);
      has(`cell=${shown.cell}`);
      stops.pop()?.();
    }
  });

  test('writes nothing where the address says already what is shown', async () => {
    const gate = await bound();
    gate.actions.step(1, 'timestep');
    await settled();
    const replace = vi.spyOn(window.history, 'replaceState');
    gate.actions.hover('f');
    gate.actions.goTo(2);
    gate.actions.goTo(3);
    await settled();
    expect(replace).not.toHaveBeenCalled();
  });

  test('makes another cell, option or sequence a new entry, to which back and forward lead', async () => {
    const gate = await bound();
    const before = window.history.length;
    gate.actions.setCell('gru');
    await settled();
    gate.actions.setSequence({ kind: 'text', text: 'abc', unit: 'characters', vocabulary: null });
    await settled();
    expect(window.history.length).toBe(before + 2);
    await back();
    expect(gate.getState().inputs).toMatchObject({ cell: 'gru', sequence: { text: 'hello' } });
    await back();
    expect(gate.getState().inputs.cell).toBe('lstm');
    const turned = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    window.history.forward();
    await turned;
    await settled();
    expect(gate.getState().inputs.cell).toBe('gru');
    expect(window.history.length).toBe(before + 2);
  });

  test('keeps the step before a switch in the entry that the switch leaves', async () => {
    const gate = await bound();
    gate.actions.goTo(4);
    gate.actions.setCell('gru');
    await settled();
    await back();
    expect(gate.getState()).toMatchObject({ inputs: { cell: 'lstm' }, cursor: { t: 4 } });
  });

  test('writes a burst of typing as one entry', async () => {
    const gate = await bound();
    const push = vi.spyOn(window.history, 'pushState');
    for (const text of ['h', 'he', 'hey'])
      gate.actions.setSequence({ kind: 'text', text, unit: 'characters', vocabulary: null }, 'typing');
    await settled();
    has('text=hey');
    expect(push).toHaveBeenCalledTimes(1);
  });

  test('opens from its own address as exactly the same numbers, edited ones too', async () => {
    const gate = await bound();
    gate.actions.editParameter('W_f', 2, 1 / 3);
    gate.actions.setInitial('C', 1, -0.1);
    await settled();
    const { gatescope } = await startFromLink(window.location.hash, home, { clock: fakeClock() });
    expect(numbersOf(gatescope)).toEqual(numbersOf(gate));
    expect(gatescope.getState().cursor).toEqual(gate.getState().cursor);
  });

  test('shows a new address and says what of it cannot be used', async () => {
    const gate = await bound();
    window.location.hash = 'v=1&cell=gru&units=none&text=abc';
    await vi.waitFor(() => expect(gate.getState().inputs.cell).toBe('gru'));
    expect(notices.join()).toContain('units');
    expect(gate.getState().inputs.H).toBe(4);
    await settled();
    expect(window.location.hash).toBe('#v=1&cell=gru&units=none&text=abc');
  });

  test('takes the address away when no link can hold the view, and still comes back to it', async () => {
    const gate = await bound();
    const rows = Array.from({ length: 4000 }, (_, k) => [Math.sin(k * k)]);
    gate.actions.setSequence({ kind: 'numbers', columns: ['x'], rows, scaling: 'none' });
    await settled();
    expect(window.location.hash).toBe('');
    gate.actions.setSequence({ kind: 'text', text: 'abc', unit: 'characters', vocabulary: null });
    await settled();
    has('text=abc');
    expect(window.location.hash.length).toBeLessThan(MAX_LINK);
    await back();
    expect(gate.getState().inputs.sequence).toMatchObject({ rows });
  });

  test('has the browser ask before a reader leaves what no link can hold, and only then', async () => {
    const leaves = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const rows = Array.from({ length: 4000 }, (_, k) => [Math.sin(k * k)]);
    for (const as of ['page', 'frame'] as const) {
      const gate = await bound(START, as);
      expect(leaves()).toBe(true);
      gate.actions.setSequence({ kind: 'numbers', columns: ['x'], rows, scaling: 'none' });
      await settled();
      // a frame never holds up the page around it
      expect(leaves()).toBe(as === 'frame');
      gate.actions.undo();
      await settled();
      expect(leaves()).toBe(true);
      stops.pop()?.();
    }
  });

  test('adds nothing to the history when it stands in a frame', async () => {
    const gate = await bound(`${START}&parts=diagram`, 'frame');
    const push = vi.spyOn(window.history, 'pushState');
    gate.actions.setCell('gru');
    await settled();
    has('cell=gru');
    has('parts=diagram');
    expect(push).not.toHaveBeenCalled();
  });

  test('goes on where the browser refuses to change the address', async () => {
    const gate = await bound();
    const refused = vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
      throw new DOMException('too often', 'SecurityError');
    });
    gate.actions.step(1, 'timestep');
    await settled();
    refused.mockRestore();
    gate.actions.step(1, 'timestep');
    await settled();
    has('t=4');
  });

  test('writes weights that change by themselves now and then, so that closing the page leaves them there', async () => {
    const gate = await bound();
    const push = vi.spyOn(window.history, 'pushState');
    const replace = vi.spyOn(window.history, 'replaceState');
    gate.actions.setLearning(true);
    for (let seed = 10; seed < 30; seed++) {
      gate.actions.setSeed(seed);
      await new Promise((resolve) => setTimeout(resolve, REST / 8));
    }
    await settled();
    has('seed=29');
    expect(push).not.toHaveBeenCalled();
    expect(replace.mock.calls.length).toBeLessThan(6);
    gate.actions.setLearning(false);
    gate.actions.setSeed(31);
    await settled();
    has('seed=31');
  });

  test('leaves the address alone while weights change that no link can hold, and is a new place when they rest', async () => {
    const gate = await bound();
    const push = vi.spyOn(window.history, 'pushState');
    gate.actions.setLearning(true);
    const rows = Array.from({ length: 4000 }, (_, k) => [Math.sin(k * k)]);
    gate.actions.setSequence({ kind: 'numbers', columns: ['x'], rows, scaling: 'none' });
    await settled();
    has('text=hello');
    gate.actions.setLearning(false);
    await settled();
    expect(window.location.hash).toBe('');
    expect(push).toHaveBeenCalledTimes(1);
    await back();
    has('text=hello');
  });

  test('writes nothing more once it is untied', async () => {
    const gate = await bound();
    stops.pop()?.();
    gate.actions.goTo(5);
    await settled();
    has('t=2');
  });
});

describe('starting from a link', () => {
  test('never fails: what cannot be shown gives a sentence and a view', async () => {
    for (const hash of [
      '',
      '#',
      '#v=99',
      '#cell=none&text=',
      '#z=broken',
      '#%E0%A4%A',
      '#__proto__=1&cell=constructor',
      `#text=${'a'.repeat(20000)}`,
    ]) {
      const { gatescope, notices: said } = await startFromLink(hash, home, { clock: fakeClock() });
      expect(gatescope.derived().tape.length).toBeGreaterThan(0);
      if (hash.length > 1) expect(said.length, hash).toBeGreaterThan(0);
    }
  });
});
