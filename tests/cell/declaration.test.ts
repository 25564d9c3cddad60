import { describe, expect, it } from 'vitest';
import { cellOf } from '../../src/cell/cell.ts';
import { type CellDeclaration, choice, flag } from '../../src/cell/declaration.ts';
import { add, affine, alsoSees, mul, oneMinus, project, sigmoid, tanh } from '../../src/cell/expression.ts';
import { variant } from '../../src/cell/variant.ts';
import { gru } from '../../src/cells/gru.ts';
import { gatedLstm, lstm } from '../../src/cells/lstm.ts';
import { rnn } from '../../src/cells/rnn.ts';
import { equationsOf } from '../../src/notation/equation.ts';
import { equationLatex } from '../../src/notation/linear.ts';

/** The plain RNN with one thing changed. */
const changed = (change: Partial<CellDeclaration>): (() => unknown) => {
  const declaration = { ...rnn, ...change };
  return () => cellOf(declaration);
};
const info = rnn.signals.h;

describe('a declaration that contradicts itself is refused with a sentence', () => {
  it('a signal without a description', () => {
    expect(changed({ math: ({ x, prev }) => ({ h: tanh(affine(prev.h, x)), q: sigmoid(affine(x)) }) })).toThrow(
      'rnn: signal “q” is not described',
    );
  });
  it('a state that is never written', () => {
    expect(changed({ states: { ...rnn.states, C: { initial: 0, rail: 0 } } })).toThrow(
      'rnn: state “C” is never written',
    );
  });
  it('a state that is not declared', () => {
    expect(changed({ math: ({ x, prev }) => ({ h: tanh(affine(prev.C, x)) }) })).toThrow();
  });
  it('a stage that does not exist', () => {
    expect(changed({ signals: { h: { ...info, stage: 'lunch' } } })).toThrow(
      'rnn: “h” names the unknown stage “lunch”',
    );
  });
  it('a part without a name', () => {
    const nested = changed({ math: ({ x, prev }) => ({ h: tanh(mul(sigmoid(affine(x)), prev.h)) }) });
    expect(nested).toThrow('rnn: a part of “h” has no name');
  });
  it('two names for one expression', () => {
    const twice = changed({
      signals: { h: info, g: info },
      math({ x, prev }) {
        const h = tanh(affine(prev.h, x));
        return { h, g: h };
      },
    });
    expect(twice).toThrow('“g” and “h” are the same expression; name it once');
  });
  it('a name for what is not computed', () => {
    expect(
      changed({ signals: { h: info, g: info }, math: ({ x, prev }) => ({ h: tanh(affine(prev.h, x)), g: x }) }),
    ).toThrow('rnn: “g” is not computed');
  });
  it('an output that is never computed', () => {
    expect(changed({ output: 'y' })).toThrow('rnn: the output “y” is never computed');
  });
  it('two parameters of one name', () => {
    const doubled = changed({
      signals: { h: info, g: { ...info, weights: 'h' } },
      math: ({ x, prev }) => ({ g: sigmoid(affine(x)), h: tanh(affine(prev.h, x)) }),
    });
    expect(doubled).toThrow('rnn: two parameters have the same name');
  });
  it('vectors of different lengths in one operation', () => {
    expect(changed({ math: ({ x, prev }) => ({ h: add(prev.h, x) }) })).toThrow(
      'add needs arguments of one length, not H and D',
    );
  });
  it('a state written with another length than it is read', () => {
    const shrunk = changed({
      signals: { h: { ...info, weights: 'hr' }, g: info },
      math({ x, prev }) {
        const g = tanh(affine(prev.h, x));
        return { g, h: project(g) };
      },
    });
    expect(shrunk).toThrow('rnn: state “h” has length H but is written with length P');
  });
  it('a further source for what is no layer', () => {
    expect(changed({ math: ({ x, prev }) => ({ h: alsoSees(tanh(prev.h), x) }) })).toThrow('alsoSees needs a layer');
  });
});

describe('options are checked', () => {
  it('names and values', () => {
    expect(() => cellOf(lstm, { colour: 'red' })).toThrow('LSTM has no option “colour”');
    expect(() => cellOf(lstm, { form: 'modern' })).toThrow('option “form” cannot be "modern"');
    expect(() => cellOf(lstm, { form: 'toString' })).toThrow('option “form” cannot be "toString"');
    expect(() => cellOf(lstm, { bias: 'yes' })).toThrow('option “bias” cannot be "yes"');
    expect(() => cellOf(lstm, { toString: true })).toThrow('has no option “toString”');
  });
});

describe('a variant', () => {
  const base = { id: 'v', name: 'V', reference: '', summary: '', options: {} };
  it('that changes an unknown signal is refused', () => {
    const wrong = variant(gatedLstm, { ...base, replace: ({ f }) => ({ q: sigmoid(f) }) });
    expect(() => cellOf(wrong)).toThrow('v: the variant changes “q”, which is not described');
  });
  it('that takes away what is still needed is refused', () => {
    const wrong = variant(gatedLstm, { ...base, replace: () => ({ f: null }) });
    expect(() => cellOf(wrong)).toThrow('a part of “kept” has no name');
  });
  it('rewires everything downstream and leaves its base alone', () => {
    const before = JSON.stringify(cellOf(gatedLstm).signals);
    const swapped = variant(gatedLstm, { ...base, replace: ({ C }) => ({ squashed: sigmoid(C) }) });
    const h = cellOf(swapped).signals.find((signal) => signal.id === 'h');
    expect(h?.args).toEqual([
      { kind: 'signal', id: 'o' },
      { kind: 'signal', id: 'squashed' },
    ]);
    expect(JSON.stringify(cellOf(gatedLstm).signals)).toBe(before);
  });
  const inverted = (more: boolean): CellDeclaration =>
    variant(lstm, {
      id: 'inverted',
      name: 'Inverted',
      reference: 'none',
      summary: 'What f keeps is forgotten.',
      options: {},
      signals: { open: { ...lstm.signals.f, weights: 'f', label: 'opening', symbol: 'g' } },
      replace: ({ f }) => ({ ...(more && { open: f }), f: oneMinus(f) }),
    });
  it('made from the old signal works on what it was, under a name of its own', () => {
    const cell = cellOf(inverted(true));
    expect(equationsOf(cell).slice(0, 2).map(equationLatex)).toEqual([
      'g_t = \\sigma(W_f x_t + U_f h_{t-1} + b_f)',
      'f_t = 1 - g_t',
    ]);
    expect(cell.signals.find(({ id }) => id === 'kept')?.args[0]).toEqual({ kind: 'signal', id: 'f' });
  });
  it('made from the old signal without a name for it is refused with a sentence', () => {
    expect(() => cellOf(inverted(false))).toThrow('inverted: a part of “f” has no name');
  });
  it('adds its options to those of its base, with other defaults where it says so', () => {
    const more = variant(gatedLstm, {
      ...base,
      options: { extra: flag('extra', true), way: choice('way', { a: 'A', b: 'B' }, 'b') },
      defaults: { bias: false },
      replace: () => ({}),
    });
    expect(cellOf(more).options).toMatchObject({ extra: true, way: 'b', bias: false, gates: 'sigmoid' });
  });
});

describe('the order of computing', () => {
  it('puts every signal after what it is computed from', () => {
    for (const declaration of [lstm, gru]) {
      const seen = new Set<string>();
      for (const { id, args, affine } of cellOf(declaration).signals) {
        for (const ref of [...args, ...(affine?.terms ?? []).map((term) => term.ref)])
          if (ref.kind === 'signal') expect(seen.has(ref.id), `${ref.id} before ${id}`).toBe(true);
        seen.add(id);
      }
    }
  });
});
