import { useMemo } from 'react';
import type { PatchMap } from '../../analysis/patchMap.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import {
  type Carrying,
  carryingOf,
  differingAnswers,
  fitsInTime,
  type MapQuestion,
  mapOf,
  mapQuestion,
  type Pair,
  pairOf,
} from '../../store/memory/memory.ts';

/** Two runs, and the map of the values that one borrows from the other. */
export interface MemoryMap {
  readonly pair: Pair;
  /** The timesteps whose answers differ. */
  readonly differing: readonly number[];
  readonly question: MapQuestion | null;
  /** The map of all signals; null where there is no question, or where it would take too long. */
  readonly signals: PatchMap | null;
  readonly carrying: Carrying | null;
}

/** The map of the run without interventions against the other one; null without one that fits, and while the weights change by themselves. */
export function useMemoryMap(): MemoryMap | null {
  const { free, other } = useDerived();
  const { tape, predictions } = free;
  const learning = useGatescope((state) => state.learning);
  const { output, outputAt } = useGatescope((state) => state.view);
  const pair = useMemo(
    () => (other && !learning ? pairOf(tape, predictions, other.tape) : null),
    [tape, predictions, other, learning],
  );
  return useMemo(() => {
    if (!pair) return null;
    const question = mapQuestion(pair, outputAt, output);
    const signals = question && fitsInTime(pair, question.timestep) ? mapOf(pair, question, null) : null;
    return {
      pair,
      differing: differingAnswers(pair, question?.output ?? 0),
      question,
      signals,
      carrying: signals && question && carryingOf(pair, signals, question.timestep),
    };
  }, [pair, output, outputAt]);
}
