import { displayed } from '../../src/notation/number.ts';
import { carryingOf, leadingState, mapOf, mapQuestion, pairOf, strongestUnit } from '../../src/store/memory/memory.ts';
import { carryingWords, limitsWords } from '../../src/store/memory/memoryWords.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepOf } from './timesteps.ts';

/** Activation patching: how far each value borrowed from `--other` moves the answer towards that run's, by signal or unit. */
export function patch(examined: Examined, { timestep, signal, output }: Given): Printed {
  const { free, other } = examined;
  if (!other) return fail('A map needs a second run. Give its sequence with --other, as long as the first.');
  const { tape, predictions, cell, encoded } = free;
  if (other.tape.length !== tape.length)
    return fail(`--other has ${other.tape.length} timesteps; give as many as the first sequence has: ${tape.length}.`);
  if (signal !== undefined && !cell.signals.some(({ id }) => id === signal))
    return fail(`--signal is ${signal}; choose one of ${cell.signals.map(({ id }) => id).join(', ')}.`);
  const asked = timestep === undefined ? null : timestepOf(examined, timestep);
  const pair = pairOf(tape, predictions, other.tape);
  const question = mapQuestion(pair, asked, outputOf(examined, output));
  const signals = question && mapOf(pair, question, null);
  if (!question || !signals || (asked !== null && question.timestep !== asked))
    return { text: 'Both runs give the same answer: there is no difference to map.', data: { map: null } };
  const t = question.timestep;
  const map = (signal && mapOf(pair, question, signal)) || signals;
  const carrying = carryingOf(pair, signals, t);
  const at = carrying?.from ?? t;
  const lead = leadingState(pair, signals, at);
  const strongest = strongestUnit(pair, question, lead, at);
  const lines = Array.from({ length: t }, (_, k) => [
    String(k + 1),
    tokenLabel(encoded.tokens[k]),
    tokenLabel(other.encoded.tokens[k]),
    ...map.entries.map((row) => displayed(row[k])),
  ]);
  return {
    text: [
      `How far the answer at timestep ${t} moves towards that of the other run (0: not at all, 1: all the way)`,
      'where one value is borrowed from it.',
      '',
      carryingWords(cell, carrying, t),
      limitsWords(cell, { signal: lead, t: at }, strongest),
      '',
      plainTable(['timestep', 'input', 'other', ...map.rows], lines),
    ].join('\n'),
    data: {
      timestep: t,
      ...map,
      carrying,
      strongest: strongest && { ...strongest, signal: lead, timestep: at, unit: strongest.unit + 1 },
    },
  };
}
