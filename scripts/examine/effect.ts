import { parting } from '../../src/analysis/parting.ts';
import { interventionText } from '../../src/io/interventionText.ts';
import { displayed } from '../../src/notation/number.ts';
import { answerText } from '../../src/notation/outputs.ts';
import { effectOf } from '../../src/store/effect.ts';
import { rowAt } from '../../src/store/predictions.ts';
import { tokenLabel } from '../../src/text/tokens.ts';
import { fail, type Given } from '../arguments.ts';
import { plainTable } from '../plainTable.ts';
import type { Printed } from '../printed.ts';
import type { Examined } from './source.ts';
import { timestepOf } from './timesteps.ts';

/** Effect of interventions on the answer, on the first signal that changes, and on every signal. */
export function effect(examined: Examined, { timestep }: Given): Printed {
  const { free, derived, interventions } = examined;
  if (interventions.length === 0)
    return fail('There is no intervention. Add one with --hold, --scale, --cut, --borrow or --noise.');
  const t = timestepOf(examined, timestep);
  const { cell, tape, encoded } = derived;
  const { sentence, first, answer } = effectOf({ ...derived, free }, t);
  const list = interventions.map(interventionText);
  const signals = cell.signals.map(({ id }) => {
    const begins = parting(free.tape, tape, 0, 1, (signal) => signal !== id);
    return { signal: id, from: begins?.timestep ?? null, ...largest(id) };
  });
  const rows = signals.map(({ signal, from, change, at, unit }) => [
    signal,
    from === null ? '' : String(from),
    from === null ? '' : displayed(change),
    from === null ? '' : `${unit + 1} at ${at}`,
  ]);
  return {
    text: [
      `With ${list.join('; ')}:`,
      sentence,
      '',
      plainTable(['signal', 'changes from', 'most', 'unit'], rows),
      ...(answer ? ['', answersTable()] : []),
    ].join('\n'),
    data: { interventions: list, first: first && { ...first, unit: first.unit + 1 }, signals },
  };

  /** The largest change of a signal, with its timestep and unit. */
  function largest(id: string): { change: number; at: number; unit: number } {
    let most = { change: 0, at: 0, unit: 0 };
    for (let at = 1; at <= tape.length; at++)
      tape.values(id, at).forEach((value, unit) => {
        const change = value - free.tape.values(id, at)[unit];
        if (Math.abs(change) > Math.abs(most.change)) most = { change, at, unit };
      });
    return most;
  }

  function answersTable(): string {
    const { outputs } = derived.predictions?.head ?? { outputs: [] };
    const lines = encoded.tokens.flatMap((token, k) => {
      if (!free.predictions || !derived.predictions) return [];
      const texts = [free.predictions, derived.predictions].map((one) => answerText(outputs, rowAt(one, k + 1)) ?? '');
      return [[String(k + 1), tokenLabel(token), ...texts]];
    });
    return plainTable(['timestep', 'input', 'free', 'changed'], lines);
  }
}
