import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Difference, partings as partingsOf } from '../../analysis/parting.ts';
import { useActions, useGatescope } from '../../store/context.tsx';
import { memoizeLast } from '../../store/memoizeLast.ts';
import { type ComparedRun, useRuns } from './runs.tsx';

/** The timesteps at which the first run and the one compared with it part. */
export interface Partings {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly partings: readonly Difference[];
  /** Compares the first run with another. */
  readonly compareWith: (letter: string) => void;
  /** Goes to the moment at which the value is computed, and asks about it. */
  readonly goTo: (parting: Difference) => void;
}

const Context = createContext<Partings | null>(null);

/** Finds once, for everything inside, where the runs part. */
export function PartingsProvider({ children }: { readonly children: ReactNode }) {
  const runs = useRuns();
  const [letter, compareWith] = useState('B');
  const [a] = runs;
  const b = runs.find((run) => run.letter === letter && run !== a) ?? runs[1] ?? a;
  const threshold = useGatescope((state) => state.view.threshold);
  const { tape, cell } = a.derived;
  const other = b.derived.tape;
  // those of two pairs, between which an intervention that is switched off and on goes back and forth
  const [partingsOnce] = useState(() => memoizeLast(partingsOf, 2));
  const partings = partingsOnce(tape, other, threshold);
  const { goTo, select } = useActions();
  const value = useMemo(
    (): Partings => ({
      a,
      b,
      partings,
      compareWith,
      goTo: ({ timestep, signal, unit }) => {
        const at = cell.signals.findIndex(({ id }) => id === signal);
        goTo(Math.max(1, timestep), timestep === 0 ? 0 : at + 1, 'jump');
        select(timestep === 0 ? `prev.${signal}` : signal, unit);
      },
    }),
    [a, b, partings, cell, goTo, select],
  );
  return <Context value={value}>{children}</Context>;
}

/** Returns the partings of the runs around the component. */
export function usePartings(): Partings {
  const partings = useContext(Context);
  if (!partings) throw new Error('This component needs a PartingsProvider around it');
  return partings;
}
