import { type Head, headForward } from '../engine/head.ts';
import { intervene } from '../engine/intervention/intervene.ts';
import { sequenceOf, type Tape } from '../engine/tape.ts';
import { likeliest } from '../notation/outputs.ts';

/** A run with the right output (a class or a number) at each timestep that asks for an answer, else null. */
export interface AskedRun {
  readonly tape: Tape;
  readonly targets: readonly (number | null)[];
}

/** Scores of `asked` answers with the free and with the fixed unit: the number of right answers for classes, the mean squared error for numbers. */
export interface HeldUnit {
  readonly asked: number;
  readonly free: number;
  readonly held: number;
  /** For classes, the number of changed answers; for numbers, the largest difference. */
  readonly changed: number;
}

/** Compares the answers with and without one unit of a signal held at `value` at every timestep. */
export function heldUnit(
  runs: readonly AskedRun[],
  head: Head,
  asks: 'class' | 'value',
  { signal, unit, value }: { readonly signal: string; readonly unit: number; readonly value: number },
): HeldUnit {
  const K = head.b.length;
  const sums = { asked: 0, free: 0, held: 0, changed: 0 };
  for (const { tape, targets } of runs) {
    if (tape.length === 0) continue;
    const change = { kind: 'hold', value } as const;
    const held = intervene(tape, [{ key: signal, to: null, units: [unit], from: 1, until: null, change }]);
    const [before, after] = [tape, held].map((run) => headForward(head, sequenceOf(run, tape.program.cell.output)));
    for (const [k, target] of targets.entries()) {
      if (target === null) continue;
      const [a, b] = [before, after].map((y) => y.subarray(k * K, (k + 1) * K));
      sums.asked++;
      if (asks === 'value') {
        sums.free += (a[0] - target) * (a[0] - target);
        sums.held += (b[0] - target) * (b[0] - target);
        sums.changed = Math.max(sums.changed, Math.abs(b[0] - a[0]));
      } else {
        const [was, is] = [a, b].map(likeliest);
        sums.free += Number(was === target);
        sums.held += Number(is === target);
        sums.changed += Number(was !== is);
      }
    }
  }
  return asks === 'class' ? sums : { ...sums, free: sums.free / sums.asked, held: sums.held / sums.asked };
}
