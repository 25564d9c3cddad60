import { unitQuestion } from '../../src/analysis/attribution.ts';
import { type PatchMap, patchMap, patchQuestion, unitPatchMap } from '../../src/analysis/patchMap.ts';
import { displayed } from '../../src/notation/number.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { outputOf, timestepOf } from './timesteps.ts';

/** How far each value, borrowed from the run of `--other`, moves the answer to that run's: of every signal, or of the units of one. */
export function patch(examined: Examined, { timestep, signal, output }: Given): Printed {
  const { free, other } = examined;
  if (!other) return fail('A map needs a second run. Give its sequence with --other, as long as the first.');
  const t = timestepOf(examined, timestep);
  const { tape, predictions, cell, encoded } = free;
  const k = outputOf(examined, output) ?? 0;
  const question = predictions
    ? patchQuestion(tape, other.tape, predictions.head, predictions.head.asks, t, k)
    : unitQuestion(tape.program, cell.output, k, t);
  if (signal !== undefined && !cell.signals.some(({ id }) => id === signal))
    return fail(`--signal is ${signal}; choose one of ${cell.signals.map(({ id }) => id).join(', ')}.`);
  const map =
    question && (signal ? unitPatchMap(tape, other.tape, question, signal) : patchMap(tape, other.tape, question));
  if (!map) return { text: 'Both runs answer alike: there is no difference to be mapped.', data: { map: null } };
  const { tokens } = encoded;
  return {
    text: [
      `How far the answer at timestep ${t} moves towards that of the other run (0: not at all, 1: all the way)`,
      'where one value is borrowed from it. A borrowed value can be one that this cell would never have.',
      '',
      table(map),
    ].join('\n'),
    data: { timestep: t, ...map },
  };

  function table({ rows, entries }: PatchMap): string {
    const lines = Array.from({ length: t }, (_, at) => [
      String(at + 1),
      tokenLabel(tokens[at]),
      tokenLabel(other?.encoded.tokens[at] ?? ''),
      ...entries.map((row) => displayed(row[at])),
    ]);
    return plainTable(['timestep', 'input', 'other', ...rows], lines);
  }
}
