import { correlation } from '../../src/analysis/correlation.ts';
import { runForward } from '../../src/engine/forward.ts';
import { headForward } from '../../src/engine/head.ts';
import { sequenceOf, type Tape } from '../../src/engine/tape.ts';
import { softmax } from '../../src/ops/softmax.ts';
import type { Fact } from '../../src/presets/trained/catalogue.ts';
import { drawn } from '../../src/training/batch.ts';
import { architectureOf, type Model, networkOf } from '../../src/training/modelFile.ts';
import { programsOf } from '../../src/training/network.ts';
import { randomOf } from '../../src/training/random.ts';
import type { Example, Task } from '../../src/training/task.ts';

const SEED = 91_000;

/** Facts about a trained cell on one example, the most telling first. */
export function factsOf(model: Model, task: Task, example: Example): readonly Fact[] {
  const [program] = programsOf(architectureOf(model));
  const { layers, head } = networkOf(model);
  const run = (x: Float64Array): Tape => runForward(program, layers[0], x);
  const tape = run(example.x);
  const { cell } = program;
  const y = headForward(head, sequenceOf(tape, cell.output));
  const followed = followedOn(task, run, tape, example);
  const first = task.symbols ? firstOf(task, run, tape, example) : null;
  const unit = followed && Math.abs(followed.r) >= FOLLOWS ? followed.unit : first?.unit;
  return [
    task.asks === 'class' ? answered(task, y, example) : valued(y, example),
    ...(first ? [first] : []),
    ...(followed ? [followed] : []),
    ...(unit !== undefined && cell.signals.some(({ id }) => id === 'f') ? [openness(tape, unit)] : []),
    ...endsOf(tape),
  ];
}

/** Timesteps, from 0, whose answers count. */
const countedIn = ({ targets, determined }: Example): number[] =>
  targets.flatMap((target, t) => (target !== null && (determined?.[t] ?? true) ? [t] : []));

function answered({ outputs }: Task, y: Float64Array, example: Example): Fact {
  const K = outputs.length;
  const all = countedIn(example).map((t) => {
    const p = softmax(y.subarray(t * K, (t + 1) * K));
    const right = example.targets[t] as number;
    return { t, p, right, answer: p.indexOf(Math.max(...p)) };
  });
  const wrong = all.filter(({ answer, right }) => answer !== right);
  const asked = all.length;
  if (wrong.length === 0) return { kind: 'right', asked, least: Math.min(...all.map(({ p, right }) => p[right])) };
  const [{ t, p, answer, right }] = wrong;
  return {
    kind: 'wrong',
    wrong: wrong.length,
    asked,
    t: t + 1,
    answer: outputs[answer],
    share: p[answer],
    right: outputs[right],
  };
}

function valued(y: Float64Array, example: Example): Fact {
  const counted = countedIn(example);
  const t = counted[counted.length - 1];
  const errors = counted.map((at) => Math.abs(y[at] - (example.targets[at] as number)));
  return {
    kind: 'value',
    t: t + 1,
    answer: y[t],
    right: example.targets[t] as number,
    worst: Math.max(...errors),
  };
}

/** The output state at the last answer if the sequence began with another symbol, for tasks whose examples do. */
function firstOf(
  task: Task,
  run: (x: Float64Array) => Tape,
  tape: Tape,
  example: Example,
): (Fact & { kind: 'first' }) | null {
  const other = freshOf(task)
    .map(({ tokens }) => tokens[0])
    .find((token) => token !== example.tokens[0]);
  if (other === undefined) return null;
  const D = task.inputs.length;
  const x = example.x.map((value, k) => (k < D ? Number(task.inputs[k] === other) : value));
  const t = (countedIn(example).at(-1) ?? tape.length - 1) + 1;
  const { output } = tape.program.cell;
  const changed = run(x).values(output, t);
  const away = [...tape.values(output, t)].map((value, k) => Math.abs(value - changed[k]));
  const unit = away.indexOf(Math.max(...away));
  return { kind: 'first', other, t, unit, by: away[unit] };
}

const freshOf = (task: Task): readonly Example[] =>
  drawn(task.heldOut ?? task, task.level.shown ?? task.level.initial, randomOf(SEED), 60);

/** Least |r| at which a unit counts as following a track. */
const FOLLOWS = 0.8;

/**
 * The unit of a state that follows the first track that any follows, on fresh sequences and on this one; where none is
 * followed, the closest on this one to the first track.
 */
function followedOn(
  task: Task,
  run: (x: Float64Array) => Tape,
  tape: Tape,
  example: Example,
): (Fact & { kind: 'follows' }) | null {
  const fresh = freshOf(task);
  const tapes = fresh.map(({ x }) => run(x));
  const candidates = task.tracks.flatMap(({ id: track, label }) => {
    const units = tape.program.cell.states.flatMap(({ id: signal }) =>
      Array.from({ length: tape.slot(signal).size }, (_, unit) => {
        const r = together([tape], [example], signal, unit, track);
        return { kind: 'follows' as const, signal, unit, track, label, r };
      }),
    );
    return [{ track, units: units.sort((a, b) => Math.abs(b.r) - Math.abs(a.r)) }];
  });
  for (const { units } of candidates)
    for (const fact of units)
      if (
        Math.abs(fact.r) >= FOLLOWS &&
        Math.abs(together(tapes, fresh, fact.signal, fact.unit, fact.track)) >= FOLLOWS
      )
        return fact;
  const closest = candidates[0]?.units[0];
  return closest && closest.r !== 0 && Math.abs(closest.r) < FOLLOWS ? closest : null;
}

function together(
  tapes: readonly Tape[],
  examples: readonly Example[],
  signal: string,
  unit: number,
  track: string,
): number {
  const pairs = tapes.flatMap((tape, k) =>
    examples[k].tracks[track].flatMap((truth, t) =>
      Number.isNaN(truth) ? [] : [[tape.values(signal, t + 1)[unit], truth]],
    ),
  );
  return correlation(
    Float64Array.from(pairs, ([value]) => value),
    Float64Array.from(pairs, ([, truth]) => truth),
  );
}

function openness(tape: Tape, unit: number): Fact {
  const values = Array.from({ length: tape.length - 1 }, (_, k) => tape.values('f', k + 2)[unit]);
  return { kind: 'open', unit, low: Math.min(...values) };
}

/** The gate that is saturated most often; the output in a cell without gates. */
function endsOf(tape: Tape): readonly Fact[] {
  const { cell } = tape.program;
  const gates = cell.signals.filter(({ info }) => info.role === 'gate').map(({ id }) => id);
  const shares = (gates.length > 0 ? gates : [cell.output]).map((signal) => {
    const values = sequenceOf(tape, signal);
    const low = gates.length > 0 ? 0.1 : -0.9;
    const atEnd = values.filter((value) => value < low || value > 0.9).length;
    return { signal, share: atEnd / values.length };
  });
  const [most] = shares.sort((a, b) => b.share - a.share);
  return most.share >= 0.5 ? [{ kind: 'ends', ...most }] : [];
}
