import fc from 'fast-check';
import { type Act, acts } from './acts.ts';
import {
  comesBack,
  computesAnew,
  fresh,
  linksToItself,
  namesWhatExists,
  perform,
  runsInStep,
  runsOf,
  takesGradient,
  undoesAndRedoes,
} from './holds.ts';

/** Average number of actions on one fresh instance. */
const LENGTH = 100;

/** Expensive checks, each with the number of actions from one to the next. */
const SAMPLED = { gradient: 5, back: 7, link: 9, anew: 11, beside: 4 } as const;

async function explored(list: readonly Act[], onAct: (act: Act) => void): Promise<void> {
  const { gate, clock } = fresh();
  for (const [k, act] of list.entries()) {
    onAct(act);
    perform(act, gate, clock);
    namesWhatExists(gate, runsOf(gate));
    undoesAndRedoes(gate.getState());
    if (k % SAMPLED.gradient === 0) takesGradient(gate);
    if (k % SAMPLED.anew === 0) computesAnew(gate);
    if (k % SAMPLED.beside === 0) runsInStep(gate);
    if (k % SAMPLED.link === 0) await linksToItself(gate);
    if (k % SAMPLED.back === 0) comesBack(gate);
  }
  // a long sequence by single operations at the slowest pace takes hours
  for (let k = 0; k < 1000 && gate.getState().playing; k++) clock.pass(100_000, 2000);
  clock.pass(10_000, 100);
  if (gate.getState().playing || clock.pending > 0 || clock.listening > 0)
    throw new Error('Time does not come to rest.');
}

/** Performs random actions from a seed; fails with the shortest list of them that violates an invariant. */
export async function explore(actions: number, seed: number, onAct: (act: Act) => void = () => {}): Promise<void> {
  const lists = fc.array(acts, { minLength: 1, maxLength: 2 * LENGTH - 1, size: 'max' });
  await fc.assert(
    fc.asyncProperty(lists, (list) => explored(list, onAct)),
    { numRuns: Math.ceil(actions / LENGTH), seed },
  );
}
