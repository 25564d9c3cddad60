import { type ReactNode, useState } from 'react';
import { Segmented } from '../controls/Segmented.tsx';
import { InRun, RunsProvider, useRuns } from './runs.tsx';

/** Provides the one of the compared runs that the reader chooses. */
export const ChosenRun = ({ children }: { readonly children: ReactNode }) => (
  <RunsProvider>
    <Choosing>{children}</Choosing>
  </RunsProvider>
);

function Choosing({ children }: { readonly children: ReactNode }) {
  const runs = useRuns();
  const [letter, setLetter] = useState(runs[0].letter);
  const run = runs.find((one) => one.letter === letter) ?? runs[0];
  return (
    <>
      <div className="chosen-run">
        <Segmented
          legend="Files of run"
          legendShown
          choices={runs.map(({ letter, derived }) => ({ value: letter, label: `${letter}: ${derived.cell.name}` }))}
          value={run.letter}
          onChange={setLetter}
        />
      </div>
      <InRun key={run.letter} run={run}>
        {children}
      </InRun>
    </>
  );
}
