import { describe, expect, it } from 'vitest';
import { commandOf, commandOptions, settingsIn } from '../../src/training/commandLine.ts';
import { readSettings, type Settings } from '../../src/training/settings.ts';

const subject = { kind: 'task', id: 'anbn' };

/** Complaints about these settings, by setting. */
function said(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const read = readSettings({ subject, ...given });
  return read.ok ? {} : Object.fromEntries(read.wrong.map(({ setting, sentence }) => [setting, sentence]));
}

function settled(given: Readonly<Record<string, unknown>> = {}): Settings {
  const read = readSettings({ subject, ...given });
  if (!read.ok) throw new Error(JSON.stringify(read.wrong));
  return read.settings;
}

describe('settings that cannot work get a sentence with a suggestion', () => {
  it.each([
    [{ batch: 0 }, 'batch', 'Batch 0 is too small: choose a whole number from 1 to 256; 32 is a good start.'],
    [
      { rate: 1e9 },
      'rate',
      'Learning rate 1000000000 is too large: choose 0.000001 to 10; 0.005 is a good start for Adam.',
    ],
    [{ rate: 0 }, 'rate', 'Learning rate 0 is too small: choose 0.000001 to 10; 0.005 is a good start for Adam.'],
    [{ H: 2.5 }, 'H', 'Units 2.5 is not a whole number: choose a whole number from 1 to 64; 8 is a good start.'],
    [{ layers: 4 }, 'layers', 'Layers 4 is too large: choose a whole number from 1 to 3; 1 is a good start.'],
    [
      { rate: Number.NaN },
      'rate',
      'Learning rate is not a number: choose 0.000001 to 10; 0.005 is a good start for Adam.',
    ],
    [{ level: 1000 }, 'level', 'Largest n 1000 is too large: choose a whole number from 2 to 100; 10 is a good start.'],
    [
      { clipNorm: 0 },
      'clipNorm',
      'Clip gradient norm at 0 is too small: choose 0.000001 to 1000000, or none (not clipped); 1 is a good start.',
    ],
    [{ optimiser: 'best' }, 'optimiser', 'Optimiser must be one of sgd, momentum, rmsprop, adam, adamw.'],
    [{ cell: 'lstn' }, 'cell', 'There is no cell “lstn”: choose rnn, lstm, peephole'],
    [{ options: { peepF: true } }, 'options', 'LSTM has no option “peepF”'],
    [{ subject: { kind: 'task', id: 'nothing' } }, 'subject', 'There is no task “nothing”.'],
    [{ subject: { kind: 'text', text: 'too short', window: 40 } }, 'subject', 'Use a longer text'],
    [
      { subject: { kind: 'text', text: 'word '.repeat(100), window: Number.NaN } },
      'subject',
      'A window is a whole number of timesteps, from 1 to 200, not NaN.',
    ],
    [
      { subject: { kind: 'text', text: 'word '.repeat(100), window: 500 } },
      'subject',
      'A window is a whole number of timesteps, from 1 to 200, not 500.',
    ],
  ])('%j', (given, setting, sentence) => {
    const all = said(given);
    expect(all[setting]).toContain(sentence);
    expect(Object.keys(all)).toEqual([setting]);
  });
  it('data of which there are too many', () => {
    const text = { kind: 'text', text: 'ab'.repeat(3 * 2 ** 20), window: 40 };
    const table = { kind: 'table', columns: ['a'], rows: Array.from({ length: 10_001 }, (_, k) => [k]), column: 'a' };
    expect(said({ subject: text })).toEqual({
      subject: 'The text has 6,291,456 characters; at most 5,242,880 are read. Use only part of it.',
    });
    expect(said({ subject: table })).toEqual({
      subject: 'There are 10,001 rows; at most 10,000 are read. Use only some of them.',
    });
  });
  it('all of them at once', () => {
    expect(Object.keys(said({ batch: 0, rate: -1, H: 65, window: 0.5 })).sort()).toEqual([
      'H',
      'batch',
      'rate',
      'window',
    ]);
  });
  it.each([[null], [7], ['anbn'], [{}], [{ subject: { kind: 'table' } }]])('%j is not even that', (given) => {
    const read = readSettings(given);
    expect(read.ok).toBe(false);
  });
});

describe('the command line', () => {
  it('has an option for every setting', () => {
    const names = commandOptions.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    const { subject: _, H, ...rest } = settled();
    for (const setting of Object.keys(rest))
      expect(names).toContain(setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(names).toContain('units');
    expect(H).toBe(8);
  });
  it('reads numbers, words, none and options of the cell', () => {
    const given = {
      units: '5',
      'clip-norm': 'none',
      rate: '1e-3',
      optimiser: 'rmsprop',
      options: 'reset=after,bias=off',
    };
    expect(settled({ ...settingsIn(given), cell: 'gru' })).toMatchObject({
      H: 5,
      clipNorm: null,
      rate: 0.001,
      optimiser: 'rmsprop',
      options: { reset: 'after', bias: false },
    });
    expect(said(settingsIn({ batch: 'many' }))).toHaveProperty(
      'batch',
      expect.stringContaining('Batch is not a number'),
    );
    expect(said(settingsIn({ batch: '' }))).toHaveProperty('batch');
  });
  it('is told back: the command of a run means the same settings', () => {
    const changed = { H: 3, clipNorm: null, clipValue: 0.5, window: 7, asked: 'last', gain: 0.25, seed: 9, level: 6 };
    for (const settings of [
      settled(),
      settled({ ...changed, cell: 'gru', options: { reset: 'after', bias: false } }),
    ]) {
      const { subject: _, ...kept } = settings;
      const task = { id: 'anbn', title: '', asks: 'class' as const, inputs: [''], symbols: true, outputs: [''] };
      const words = commandOf({ task, settings: kept }).split(' ').slice(4);
      const pairs = words.flatMap((word, k) => (word.startsWith('--') ? [[word.slice(2), words[k + 1]]] : []));
      expect(settled(settingsIn(Object.fromEntries(pairs)))).toEqual(settings);
    }
  });
});
