import { cellOf } from '../../cell/cell.ts';
import { declarationOf } from '../../cells/index.ts';
import { displayed, percentage } from '../../notation/number.ts';
import { inQuotes } from '../../notation/outputs.ts';
import type { Fact, TrainedCell, TrainedTask } from './catalogue.ts';

/** Below this a change of the first symbol is as good as none. */
const GONE = 0.05;
/** From this correlation on a unit is said to follow something. */
const FOLLOWS = 0.8;

/** What to look for in a trained cell, a sentence a fact. */
export function lookOf({ cell, facts }: TrainedCell): readonly string[] {
  const declaration = declarationOf(cell);
  const labels = new Map(declaration && cellOf(declaration).signals.map(({ id, info }) => [id, info.label]));
  return facts.map((fact) => sentence(fact, (id) => labels.get(id) ?? id));
}

function sentence(fact: Fact, label: (signal: string) => string): string {
  switch (fact.kind) {
    case 'right':
      return `${fact.asked === 1 ? 'The answer' : `All ${fact.asked} answers`} that can be known ${fact.asked === 1 ? 'is' : 'are'} right, ${fact.asked === 1 ? 'with' : 'the least sure one with'} ${percentage(fact.least)}.`;
    case 'wrong':
      return `${fact.wrong} of ${fact.asked} answers that can be known ${fact.wrong === 1 ? 'is' : 'are'} wrong: at timestep ${fact.t} it says ${inQuotes(fact.answer)} with ${percentage(fact.share)}, and ${inQuotes(fact.right)} is right.`;
    case 'value':
      return `At timestep ${fact.t} it answers ${displayed(fact.answer)}; ${displayed(fact.right)} is right. It is never farther off than ${displayed(fact.worst)}.`;
    case 'first':
      return fact.by < GONE
        ? `What came first is gone: had ${inQuotes(fact.other)} been read instead, no unit of the hidden state would be more than ${displayed(fact.by)} away at timestep ${fact.t}.`
        : `What came first is still there at timestep ${fact.t}: had ${inQuotes(fact.other)} been read instead, unit ${fact.unit + 1} of the hidden state would be ${displayed(fact.by)} away.`;
    case 'follows':
      if (Math.abs(fact.r) < FOLLOWS)
        return `No unit by itself follows ${fact.label}: the closest, unit ${fact.unit + 1} of the ${label(fact.signal)}, has a correlation of ${displayed(fact.r)} with it.`;
      return `Unit ${fact.unit + 1} of the ${label(fact.signal)} follows ${fact.label}: over this sequence the two have a correlation of ${displayed(fact.r)}.`;
    case 'open':
      return fact.low >= 0.5
        ? `The forget gate of unit ${fact.unit + 1} never falls below ${percentage(fact.low)} after the first timestep: what the unit holds, it keeps.`
        : `The forget gate of unit ${fact.unit + 1} falls to ${percentage(fact.low)}: the unit lets go of what it held.`;
    case 'ends':
      return `${percentage(fact.share)} of all values of the ${label(fact.signal)} lie within a tenth of an end of their range.`;
  }
}

/** How good a trained cell is, as measured: “99.8 %”, or a mean squared error. */
export function reached({ reaches }: Pick<TrainedCell, 'reaches'>, { asks }: Pick<TrainedTask, 'asks'>): string {
  return asks === 'class' ? `${(100 * reaches).toFixed(1)}\u202f%` : displayed(reaches);
}

/** How much of what can be learned was learned: 0 for what the best constant guess reaches, 1 for no mistake. */
export function learned({ reaches, chance }: TrainedCell, { asks }: Pick<TrainedTask, 'asks'>): number {
  const share = asks === 'class' ? (reaches - chance) / (1 - chance) : 1 - reaches / chance;
  return Math.min(1, Math.max(0, share));
}

/** The measurement in a sentence. */
export function measurement(trained: TrainedCell, task: TrainedTask): string {
  const { chance, sequences, level, H } = trained;
  const what = task.asks === 'class' ? 'of the answers right' : 'mean squared error';
  return `${H} units, trained with ${task.level} ${level}: ${reached(trained, task)} ${what} on ${sequences.toLocaleString('en-GB')} fresh sequences; the best guess that never changes: ${reached({ reaches: chance }, task)}.`;
}
