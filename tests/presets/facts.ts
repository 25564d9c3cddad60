import type { Tape } from '../../src/engine/tape.ts';
import type { OutputHead } from '../../src/io/moment.ts';
import type { Fact } from '../../src/presets/trained/catalogue.ts';

/** Evidence for judging a fact. `reading(token)` runs the same weights with another first token. */
export interface Evidence {
  readonly tape: Tape;
  readonly head: OutputHead;
  /** T values by track; null at timesteps without one. */
  readonly tracks: Readonly<Record<string, readonly (number | null)[]>>;
  /** One entry per timestep: the right output if the answer counts, else null. */
  readonly answers: readonly (number | null)[];
  readonly reading: (token: string) => Tape;
}

/** Equal to the number of digits that a sentence prints. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

const output = ({ tape }: Evidence, t: number): number[] => [...tape.values(tape.program.cell.output, t)];

const asked = ({ answers }: Evidence): { readonly t: number; readonly right: number }[] =>
  answers.flatMap((right, k) => (right === null ? [] : [{ t: k + 1, right }]));

function y(evidence: Evidence, t: number): number[] {
  const h = output(evidence, t);
  const { W, b } = evidence.head;
  return [...b].map((bias, k) => h.reduce((sum, value, unit) => sum + W[k * h.length + unit] * value, bias));
}

function probabilities(evidence: Evidence, t: number): number[] {
  const powers = y(evidence, t).map((value) => Math.exp(value));
  return powers.map((power) => power / powers.reduce((a, b) => a + b));
}

const says = (p: readonly number[]): number => p.indexOf(Math.max(...p));

/** Pearson's r over the timesteps with a value, computed from sums. */
function r(evidence: Evidence, signal: string, unit: number, track: string): number {
  const truths = evidence.tracks[track];
  const pairs = truths.flatMap((truth, k) =>
    truth === null ? [] : [[evidence.tape.values(signal, k + 1)[unit], truth]],
  );
  const n = pairs.length;
  const sum = (of: (pair: number[]) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const [a, b] = [sum(([u]) => u) / n, sum(([, v]) => v) / n];
  const spread = Math.sqrt(sum(([u]) => (u - a) ** 2) * sum(([, v]) => (v - b) ** 2));
  return spread === 0 ? 0 : sum(([u, v]) => (u - a) * (v - b)) / spread;
}

/** Returns true if a fact holds for the computed numbers. */
export function holds(fact: Fact, evidence: Evidence): boolean {
  const { tape } = evidence;
  const { cell } = tape.program;
  const steps = Array.from({ length: tape.length }, (_, k) => k + 1);
  switch (fact.kind) {
    case 'right': {
      const all = asked(evidence).map(({ t, right }) => ({ p: probabilities(evidence, t), right }));
      const least = Math.min(...all.map(({ p, right }) => p[right]));
      return all.length === fact.asked && all.every(({ p, right }) => says(p) === right) && near(least, fact.least);
    }
    case 'wrong': {
      const all = asked(evidence).map(({ t, right }) => ({ t, p: probabilities(evidence, t), right }));
      const wrong = all.filter(({ p, right }) => says(p) !== right);
      const [first] = wrong;
      return (
        all.length === fact.asked &&
        wrong.length === fact.wrong &&
        first.t === fact.t &&
        evidence.head.outputs[says(first.p)] === fact.answer &&
        evidence.head.outputs[first.right] === fact.right &&
        near(Math.max(...first.p), fact.share)
      );
    }
    case 'value': {
      const errors = asked(evidence).map(({ t, right }) => Math.abs(y(evidence, t)[0] - right));
      const last = asked(evidence).at(-1);
      return (
        last?.t === fact.t &&
        near(y(evidence, fact.t)[0], fact.answer) &&
        near(last.right, fact.right) &&
        near(Math.max(...errors), fact.worst)
      );
    }
    case 'first': {
      const other = evidence.reading(fact.other).values(cell.output, fact.t);
      const away = output(evidence, fact.t).map((value, k) => Math.abs(value - other[k]));
      return near(Math.max(...away), fact.by) && near(away[fact.unit], fact.by);
    }
    case 'follows': {
      const best = near(r(evidence, fact.signal, fact.unit, fact.track), fact.r);
      if (Math.abs(fact.r) >= 0.8) return best;
      const every = cell.states.flatMap(({ id }) =>
        Array.from({ length: tape.slot(id).size }, (_, unit) => Math.abs(r(evidence, id, unit, fact.track))),
      );
      return best && every.every((other) => other <= Math.abs(fact.r) + 1e-9);
    }
    case 'open':
      return near(Math.min(...steps.slice(1).map((t) => tape.values('f', t)[fact.unit])), fact.low);
    case 'ends': {
      const gate = cell.signals.find(({ id }) => id === fact.signal)?.info.role === 'gate';
      const values = steps.flatMap((t) => [...tape.values(fact.signal, t)]);
      const ends = values.filter((value) => (gate ? Math.abs(value - 0.5) > 0.4 : Math.abs(value) > 0.9));
      return near(ends.length / values.length, fact.share);
    }
  }
}
