import { EachRun, RunAnnouncers } from '../components/compare/EachRun.tsx';
import { useCells } from '../components/compare/RunStage.tsx';
import { longestOf, RunsProvider, useRuns } from '../components/compare/runs.tsx';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { GatescopeProvider } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { PartContent } from './PartContent.tsx';

/** A part of an instance with runs beside the first: once for each run, and one player for all. */
export function ComparedPart({ part }: { readonly part: Part }) {
  return <RunsProvider>{part === 'transport' ? <CommonTransport /> : <RunParts part={part} />}</RunsProvider>;
}

/** The announcements of all runs. */
export function ComparedAnnouncers() {
  return (
    <RunsProvider>
      <RunAnnouncers />
    </RunsProvider>
  );
}

function CommonTransport() {
  return (
    <GatescopeProvider gatescope={longestOf(useRuns()).instance}>
      <PartContent part="transport" />
    </GatescopeProvider>
  );
}

function RunParts({ part }: { readonly part: Part }) {
  const cells = useCells(useRuns());
  return (
    <EachRun className="columns">
      {part === 'diagram' ? (
        <PartBoundary name="The diagram">
          <Diagram together={cells} />
        </PartBoundary>
      ) : (
        <PartContent part={part} />
      )}
    </EachRun>
  );
}
