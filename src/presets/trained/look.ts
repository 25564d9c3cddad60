import { cellOf } from '../../cell/cell.ts';
import { declarationOf } from '../../cells/index.ts';
import { atLeast, displayed, MINUS_SIGN, percentage } from '../../notation/number.ts';
import { withCommas } from '../../text/counts.ts';
import { inQuotes } from '../../text/tokens.ts';
import type { Fact, TrainedCell, TrainedTask } from './catalogue.ts';

/** Below this a change of the first symbol is as good as none. */
const GONE = 0.05;
/** A forget gate that never falls below this keeps what its unit holds for a while. */
const KEEPS = 0.9;
/** The correlation from which on a unit is said to follow something. */
const FOLLOWS = 0.8;

/** Lists what to look for in a trained cell, a sentence for each fact. */
export function lookOf({ cell, facts }: TrainedCell): readonly string[] {
  const declaration = declarationOf(cell);
  const signals = new Map(declaration && cellOf(declaration).signals.map(({ id, info }) => [id, info]));
  const isGate = (id: string): boolean => signals.get(id)?.role === 'gate';
  return facts.map((fact) => sentence(fact, (id) => signals.get(id)?.label ?? id, isGate));
}

function sentence(fact: Fact, label: (signal: string) => string, isGate: (signal: string) => boolean): string {
  switch (fact.kind) {
    case 'right':
      return fact.asked === 1
        ? `The answer asked for is right, with a probability of ${percentage(fact.least)}.`
        : `All ${fact.asked} answers that can be known are right, each with a probability ${atLeast(fact.least)}.`;
    case 'wrong': {
      const which =
        fact.asked === 1
          ? 'The answer asked for is'
          : `Of ${fact.asked} answers that can be known ${fact.wrong} ${fact.wrong === 1 ? 'is' : 'are'}`;
      return `${which} wrong: at timestep ${fact.t} it says ${inQuotes(fact.answer)} with a probability of ${percentage(fact.share)}, and ${inQuotes(fact.right)} is right.`;
    }
    case 'value':
      return `At timestep ${fact.t} it answers ${displayed(fact.answer)}; ${displayed(fact.right)} is right. It is never further off than ${displayed(fact.worst)}.`;
    case 'first': {
      const other = `had ${inQuotes(fact.other)} been read instead`;
      if (fact.by === 0)
        return `What came first is gone: ${other}, the hidden state would be the same at timestep ${fact.t}.`;
      return fact.by < GONE
        ? `What came first is gone: ${other}, no unit of the hidden state would be more than ${displayed(fact.by)} away at timestep ${fact.t}.`
        : `What came first is still there at timestep ${fact.t}: ${other}, unit ${fact.unit + 1} of the hidden state would be ${displayed(fact.by)} away.`;
    }
    case 'follows':
      if (Math.abs(fact.r) < FOLLOWS)
        return `No unit by itself follows ${fact.label}: the closest, unit ${fact.unit + 1} of the ${label(fact.signal)}, has a correlation of ${displayed(fact.r)} with it.`;
      return `Unit ${fact.unit + 1} of the ${label(fact.signal)} follows ${fact.label}: over this sequence the two have a correlation of ${displayed(fact.r)}.`;
    case 'open': {
      const low = `The forget gate of unit ${fact.unit + 1} falls to ${percentage(fact.low)} at its lowest`;
      if (fact.low >= KEEPS)
        return `The forget gate of unit ${fact.unit + 1} never falls below ${percentage(fact.low)} after the first timestep: what the unit holds, it keeps.`;
      return fact.low < 0.5 ? `${low}: the unit lets go of most of what it held.` : `${low}.`;
    }
    case 'ends':
      return `${percentage(fact.share)} of all values of the ${label(fact.signal)} are saturated: below ${isGate(fact.signal) ? '0.1' : `${MINUS_SIGN}0.9`} or above 0.9.`;
  }
}

/** The measured score of a trained cell: “99.8 %”, “100 %” if no answer was wrong, or a mean squared error. */
export function reached({ reaches }: Pick<TrainedCell, 'reaches'>, { asks }: Pick<TrainedTask, 'asks'>): string {
  if (asks === 'value') return displayed(reaches);
  const share = reaches === 1 ? '100' : (100 * reaches).toFixed(1);
  return `${share === '100.0' ? '>99.9' : share}\u202f%`;
}

/** The share of what can be learned that was learned: 0 for the score of the best constant guess, 1 for no mistake. */
export function learned({ reaches, chance }: TrainedCell, { asks }: Pick<TrainedTask, 'asks'>): number {
  const share = asks === 'class' ? (reaches - chance) / (1 - chance) : 1 - reaches / chance;
  return Math.min(1, Math.max(0, share));
}

/** The measurement in a sentence. */
export function measurement(trained: TrainedCell, task: TrainedTask): string {
  const { chance, sequences, level, H } = trained;
  const what = task.asks === 'class' ? 'of the answers right' : 'mean squared error';
  const fresh = `${withCommas(sequences)} fresh sequences`;
  const guess = reached({ reaches: chance }, task);
  return `${H} units, trained at ${level} (${task.level}): ${reached(trained, task)} ${what} on ${fresh}; the best constant guess: ${guess}.`;
}
