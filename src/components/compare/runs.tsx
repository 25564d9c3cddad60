import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { takesOver } from '../../io/variations.ts';
import { GatescopeProvider, useGatescope, useInstance } from '../../store/context.tsx';
import type { Derived } from '../../store/derive.ts';
import type { Gatescope } from '../../store/gatescope.ts';
import { firstView, runView } from '../../store/runView.ts';
import type { Inputs } from '../../store/state.ts';
import { OfRun } from '../ofRun.ts';
import { endWords, LETTERS } from './runWords.ts';
import './runs.css';

/** One of the runs that are compared. */
export interface ComparedRun {
  readonly letter: string;
  readonly instance: Gatescope;
  readonly inputs: Inputs;
  readonly derived: Derived;
  /** Its place beside the first, from 0; null for the first. */
  readonly place: number | null;
  /** True if it has the weights of the first in another cell, in which they were not learned. */
  readonly takesOver: boolean;
}

const Context = createContext<readonly ComparedRun[]>([]);

/** Provides the compared runs to everything inside. */
export function RunsProvider({ children }: { readonly children: ReactNode }) {
  const gatescope = useInstance();
  const first = useGatescope((state) => state.inputs);
  const instances = useMemo(
    () => [firstView(gatescope), ...gatescope.places.map((_, k) => runView(gatescope, k))],
    [gatescope],
  );
  const runs = useMemo(() => {
    const { places, derive } = gatescope;
    const found: ComparedRun[] = [
      {
        letter: LETTERS[0],
        instance: instances[0],
        inputs: first,
        derived: derive(first),
        place: null,
        takesOver: false,
      },
    ];
    for (const [place, { inputs: inputsIn, derive: deriveIn }] of places.entries()) {
      const inputs = inputsIn(first);
      if (!inputs) continue;
      const k = place + 1;
      found.push({
        letter: LETTERS[k],
        instance: instances[k],
        inputs,
        derived: deriveIn(inputs),
        place,
        takesOver: takesOver(first, first.beside?.[place] ?? {}),
      });
    }
    return found;
  }, [gatescope, instances, first]);
  return <Context value={runs}>{children}</Context>;
}

/** The runs that are compared, the first one first. */
export const useRuns = (): readonly ComparedRun[] => useContext(Context);

/** Provides one run to everything inside. */
export function InRun({ run, children }: { readonly run: ComparedRun; readonly children: ReactNode }) {
  return (
    <OfRun value={` of ${run.letter}`}>
      <GatescopeProvider gatescope={run.instance}>{children}</GatescopeProvider>
    </OfRun>
  );
}

/** The run with the most timesteps, the first of them. */
export const longestOf = (runs: readonly ComparedRun[]): ComparedRun =>
  runs.reduce((longest, run) => (run.derived.tape.length > longest.derived.tape.length ? run : longest));

/** The cells of all runs; the same list as long as the cells are the same. */
export function useCells(runs: readonly ComparedRun[]): readonly Cell[] {
  const [a, b, c] = runs.map(({ derived }) => derived.cell);
  return useMemo(() => [a, b, c].filter((cell) => cell !== undefined), [a, b, c]);
}

/** True once the runs in step are past the end of this one; outside its provider. */
export const useEnded = ({ derived }: ComparedRun): boolean =>
  useGatescope(({ cursor }) => cursor.t > derived.tape.length);

/** Tells that a run has ended before the others, and when. */
export function RunEnd({ run }: { readonly run: ComparedRun }) {
  return useEnded(run) && <span className="hint run-end">{endWords(run)}</span>;
}

/** The letter of a run on its ground. */
export function RunLetter({ letter }: { readonly letter: string }) {
  return (
    <span className="run-letter" data-run={letter}>
      {letter}
    </span>
  );
}
