import type { ReactNode } from 'react';
import { InRun, RunEnd, RunLetter, useRuns } from './runs.tsx';

interface EachRunProps {
  /** The arrangement of the runs; default `equal-columns`, always side by side. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** Renders the same part once for every run. */
export function EachRun({ className = 'equal-columns', children }: EachRunProps) {
  return (
    <div className={`${className} each-run`}>
      {useRuns().map((run) => (
        <div key={run.letter} data-run={run.letter}>
          <p className="run-title">
            <RunLetter letter={run.letter} /> {run.derived.cell.name} <RunEnd run={run} />
          </p>
          <InRun run={run}>{children}</InRun>
        </div>
      ))}
    </div>
  );
}
