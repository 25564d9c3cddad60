import type { Parameters } from '../../src/engine/parameters.ts';
import type { Tape } from '../../src/engine/tape.ts';
import type { EncodedSequence } from '../../src/io/sequence.ts';
import { type Predictions, rowAt } from '../../src/store/predictions.ts';

/** Evidence for judging a claim. `without(option)` runs the same weights with one option turned off. */
export interface Evidence {
  readonly tape: Tape;
  readonly input: EncodedSequence;
  readonly parameters: Parameters;
  readonly without: (option: string) => Tape;
  /** Answers of the head; null for a preset without one. */
  readonly predictions: Predictions | null;
}
/** Returns true if the claim holds for the computed numbers. */
export type Claim = (evidence: Evidence) => boolean;

const EPSILON = 1e-12;
const near = (a: number, b: number, epsilon = EPSILON): boolean => Math.abs(a - b) <= epsilon;

/** Unit `unit` (from 1, as in the prose) of a signal at timestep t. */
const at = ({ tape }: Evidence, signal: string, unit: number, t: number): number => tape.values(signal, t)[unit - 1];
const steps = ({ tape }: Evidence): number[] => Array.from({ length: tape.length }, (_, k) => k + 1);
const column = ({ input }: Evidence, k: number): number[] => steps0(input).map((t) => input.x[t * input.D + k]);
const steps0 = (input: EncodedSequence): number[] => input.tokens.map((_, t) => t);
const value = (e: Evidence, t: number): number => column(e, 0)[t - 1];
const flag = (e: Evidence, t: number): boolean => column(e, 1)[t - 1] === 1;
const flags = (e: Evidence): number[] => steps(e).filter((t) => flag(e, t));
const every = (e: Evidence, holds: (t: number) => boolean): boolean => steps(e).every(holds);
const tokensUpTo = (e: Evidence, token: string, t: number): number =>
  e.input.tokens.slice(0, t).filter((x) => x === token).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const lastReset = (e: Evidence, t: number): number => Math.max(1, ...flags(e).filter((s) => s <= t));
const slice = (e: Evidence, from: number, to: number): number[] => column(e, 0).slice(from - 1, to);

const periods = [2, 3, 4, 6];
const letters = ['a', 'b', 'c'];

const hidden = (e: Evidence, t: number): number[] => [...e.tape.values('h', t)];
const state = (e: Evidence, t: number): number[] => [...e.tape.values(e.tape.program.cell.states[0].id, t)];
const later = (e: Evidence, holds: (t: number) => boolean): boolean => steps(e).every((t) => t === 1 || holds(t));
/** All units of a gate are open at the first timestep, and shut afterwards. */
const openOnce = (e: Evidence, gate: string): boolean =>
  every(e, (t) => [...e.tape.values(gate, t)].every((share) => near(share, t === 1 ? 1 : 0)));

/** Claims shared by the cells that name the first letter. */
const firstLetter: Readonly<Record<string, Claim>> = {
  'names-first': (e) => {
    const { predictions } = e;
    if (!predictions) return false;
    const first = predictions.head.outputs.indexOf(e.input.tokens[0]);
    return every(e, (t) => (rowAt(predictions, t).probabilities?.[first] ?? 0) > 0.9999);
  },
  'writes-code': (e) => {
    const k = e.input.features.indexOf(e.input.tokens[0]);
    return [1, 2, 4, 8, 16].every((bit, unit) => near(state(e, 1)[unit], k & bit ? 1 : -1));
  },
  full: (e) => near(state(e, 1)[5], 1),
  keeps: (e) => later(e, (t) => state(e, t).every((value, unit) => Object.is(value, state(e, 1)[unit]))),
  'opens-once': (e) => openOnce(e, 'i'),
  'gradient-passes': (e) => later(e, (t) => [...e.tape.values('f', t)].every((share) => share === 1)),
};
const firstLetterClaims = (...ids: string[]): Record<string, Claim> =>
  Object.fromEntries(['names-first', ...ids].map((id) => [id, firstLetter[id]]));

/** Claims by preset and name. */
export const claims: Readonly<Record<string, Readonly<Record<string, Claim>>>> = {
  'first-letter-rnn': {
    ...firstLetterClaims(),
    'holds-bits': (e) => {
      const { W_h, U_h } = e.parameters;
      const k = e.input.features.indexOf(e.input.tokens[0]);
      return (
        W_h.every((weight) => Math.abs(weight) === 1) &&
        U_h.every((weight, place) => weight === (place % 6 === 0 ? 40 : 0)) &&
        later(e, (t) => hidden(e, t).every((value, unit) => value === (k & (1 << unit) ? 1 : -1)))
      );
    },
    'no-gradient': (e) => later(e, (t) => hidden(e, t).every((value) => 1 - value * value === 0)),
  },
  'first-letter-lstm': firstLetterClaims('writes-code', 'full', 'opens-once', 'keeps', 'gradient-passes'),
  'first-letter-peephole': {
    ...firstLetterClaims('writes-code', 'full', 'opens-once', 'keeps', 'gradient-passes'),
    'own-peephole': ({ parameters: { p_i, p_f, p_o, U_i } }) =>
      [p_f, p_o].every((all) => all.every((weight) => weight === 0)) &&
      p_i.every((weight, unit) => (unit === 5 ? weight < 0 : weight === 0)) &&
      U_i.every((weight, place) => (place % 6 === 5 && place < 30 ? weight < 0 : weight === 0)),
  },
  'first-letter-coupled': {
    ...firstLetterClaims('writes-code', 'full', 'keeps'),
    'forgets-once': (e) =>
      every(e, (t) => [...e.tape.values('f', t)].every((share) => near(share, t === 1 ? 0 : 1))) && openOnce(e, 'i'),
  },
  'first-letter-gru': {
    ...firstLetterClaims('writes-code', 'full', 'keeps'),
    'updates-once': (e) => openOnce(e, 'z'),
  },
  'remember-first': {
    'opens-once': (e) => flags(e)[0] === 4 && every(e, (t) => near(at(e, 'i', 1, t), t === 4 ? 1 : 0)),
    'keeps-first': (e) =>
      near(at(e, 'C', 1, 4), Math.tanh(value(e, 4))) &&
      every(e, (t) => t < 4 || Object.is(at(e, 'C', 1, t), at(e, 'C', 1, 4))),
    'forget-open': (e) => every(e, (t) => at(e, 'f', 1, t) === 1),
    latch: (e) =>
      every(
        e,
        (t) =>
          near(at(e, 'C', 2, t), t < 4 ? 0 : 1) &&
          (t <= 4 || (at(e, 'i', 1, t) < EPSILON && at(e, 'i', 2, t) < EPSILON)),
      ),
    'keeps-latest': (e) =>
      every(e, (t) => {
        const last = flags(e).findLast((s) => s <= t);
        return near(at(e, 'C', 3, t), last === undefined ? 0 : Math.tanh(value(e, last)));
      }),
    'counts-flags': (e) => every(e, (t) => near(at(e, 'C', 4, t), flags(e).filter((s) => s <= t).length)),
  },
  'leaky-rnn': {
    'hands-over': (e) =>
      every(e, (t) => near(at(e, 'h', 3, t) - at(e, 'h', 4, t), flag(e, t) ? Math.tanh(value(e, t)) : 0)),
    decays: (e) =>
      every(e, (t) => t < 6 || flag(e, t - 1) || Math.abs(at(e, 'h', 1, t)) <= 0.9 * Math.abs(at(e, 'h', 1, t - 1))),
    'mostly-gone': (e) => flags(e)[1] === 14 && Math.abs(at(e, 'h', 1, 14)) < 0.4 * Math.abs(at(e, 'h', 1, 5)),
    shrinks: (e) =>
      every(e, (t) => t < 6 || flag(e, t - 1) || Math.abs(at(e, 'h', 2, t)) < Math.abs(at(e, 'h', 2, t - 1))),
    disturbed: (e) =>
      flags(e)
        .slice(1)
        .every((t) => [1, 2].every((unit) => Math.abs(at(e, 'h', unit, t + 1) - at(e, 'h', unit, t)) > 0.1)),
  },
  'count-anbn': {
    difference: (e) => every(e, (t) => at(e, 'C', 1, t) === tokensUpTo(e, 'a', t) - tokensUpTo(e, 'b', t)),
    'back-to-zero': (e) => every(e, (t) => (at(e, 'C', 1, t) === 0) === (t === e.tape.length)),
    'gates-open': (e) =>
      every(
        e,
        (t) =>
          ['i', 'o'].every((g) => [1, 2, 3, 4].every((u) => at(e, g, u, t) === 1)) &&
          [1, 2, 3].every((u) => at(e, 'f', u, t) === 1),
      ),
    candidate: (e) => every(e, (t) => at(e, 'candidate', 1, t) === (e.input.tokens[t - 1] === 'a' ? 1 : -1)),
    unbounded: (e) => at(e, 'C', 1, 6) === 6,
    squashed: (e) =>
      every(e, (t) => near(at(e, 'h', 1, t), Math.tanh(at(e, 'C', 1, t)))) &&
      at(e, 'h', 1, 6) - at(e, 'h', 1, 5) < 1e-4,
    counts: (e) =>
      every(e, (t) => at(e, 'C', 2, t) === tokensUpTo(e, 'a', t) && at(e, 'C', 3, t) === tokensUpTo(e, 'b', t)),
    latest: (e) =>
      every(e, (t) => near(at(e, 'f', 4, t), 0) && near(at(e, 'C', 4, t), e.input.tokens[t - 1] === 'a' ? 1 : -1)),
  },
  echo: {
    current: (e) =>
      every(e, (t) => letters.every((x, k) => at(e, 'h', k + 1, t) === (e.input.tokens[t - 1] === x ? 1 : 0))),
    previous: (e) =>
      every(
        e,
        (t) => t === 1 || letters.every((x, k) => at(e, 'h', k + 4, t) === (e.input.tokens[t - 2] === x ? 1 : 0)),
      ),
    'one-weight': (e) =>
      every(e, (t) => t === 1 || letters.every((_, k) => at(e, 'h.pre', k + 4, t) === 40 * at(e, 'h', k + 1, t - 1))),
    'silent-start': (e) => [4, 5, 6].every((unit) => at(e, 'h', unit, 1) === 0),
  },
  accumulate: {
    sum: (e) => flags(e).length === 3 && every(e, (t) => near(at(e, 'C', 1, t), sum(slice(e, lastReset(e, t), t)))),
    'forget-on-reset': (e) => every(e, (t) => near(at(e, 'f', 1, t), flag(e, t) ? 0 : 1)),
    total: (e) => every(e, (t) => near(at(e, 'C', 2, t), sum(slice(e, 1, t)))),
    age: (e) => every(e, (t) => near(at(e, 'C', 3, t), t - lastReset(e, t) + 1)),
    latest: (e) => every(e, (t) => near(at(e, 'C', 4, t), value(e, t))),
    'linear-candidate': (e) =>
      every(e, (t) => at(e, 'candidate', 1, t) === value(e, t)) &&
      steps(e).some((t) => Math.abs(Math.tanh(value(e, t)) - value(e, t)) > 0.2),
  },
  rhythm: {
    'no-input': (e) =>
      new Set(e.input.tokens).size === 1 &&
      ['f', 'i', 'o', 'C'].every((g) => e.parameters[`W_${g}`].every((w) => w === 0)),
    fires: (e) => every(e, (t) => periods.every((p, k) => near(at(e, 'h', k + 1, t), t % p === 0 ? Math.tanh(p) : 0))),
    together: (e) =>
      JSON.stringify(steps(e).filter((t) => [1, 2, 3, 4].every((u) => at(e, 'h', u, t) > 0.9))) ===
      JSON.stringify([12, 24]),
    counts: (e) => every(e, (t) => periods.every((p, k) => near(at(e, 'C', k + 1, t), ((t - 1) % p) + 1))),
    'output-gate': (e) => every(e, (t) => periods.every((p, k) => near(at(e, 'o', k + 1, t), t % p === 0 ? 1 : 0))),
    restarts: (e) =>
      every(e, (t) => t === 1 || periods.every((p, k) => near(at(e, 'f', k + 1, t), (t - 1) % p === 0 ? 0 : 1))),
    'needs-peephole': (e) => {
      const blind = e.without('peepO');
      return every(e, (t) =>
        [0, 1, 2, 3].every((k) => blind.values('o', t)[k] < EPSILON && blind.values('C', t)[k] === t),
      );
    },
  },
  sentence: {
    'gates-between': (e) =>
      every(e, (t) =>
        ['f', 'i', 'o'].every((g) => [1, 2, 3, 4].every((u) => at(e, g, u, t) > 0.001 && at(e, g, u, t) < 0.999)),
      ),
    context: (e) => {
      const seen = steps(e).filter((t) => e.input.tokens[t - 1] === 't');
      const pairs = seen.flatMap((a) => seen.filter((b) => b > a).map((b) => [a, b]));
      return (
        seen.length === 5 &&
        pairs.every(([a, b]) => [1, 2, 3, 4].some((u) => Math.abs(at(e, 'h', u, a) - at(e, 'h', u, b)) > 0.01))
      );
    },
  },
  sine: {
    swings: (e) =>
      e.tape.length === 48 &&
      [1, 2, 3, 4].every((u) => {
        const last = steps(e)
          .slice(32)
          .map((t) => at(e, 'h', u, t));
        return Math.max(...last) - Math.min(...last) > 0.1;
      }),
    bounded: (e) => every(e, (t) => [1, 2, 3, 4].every((u) => Math.abs(at(e, 'h', u, t)) < 1)),
    blend: (e) =>
      every(e, (t) =>
        [1, 2, 3, 4].every((u) => {
          const ends = [at(e, 'h', u, t - 1), at(e, 'candidate', u, t)];
          return at(e, 'h', u, t) >= Math.min(...ends) - EPSILON && at(e, 'h', u, t) <= Math.max(...ends) + EPSILON;
        }),
      ),
    settles: (e) =>
      every(e, (t) => t <= 32 || [1, 2, 3, 4].every((u) => near(at(e, 'h', u, t), at(e, 'h', u, t - 16), 0.01))),
  },
};
