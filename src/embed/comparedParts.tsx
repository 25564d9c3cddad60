import { EachRun } from '../components/compare/EachRun.tsx';
import { longestOf, RunsProvider, useCells, useRuns } from '../components/compare/runs.tsx';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { fetched } from '../components/fetched.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { GatescopeProvider } from '../store/context.tsx';
import type { Part } from '../store/state.ts';
import { PartContent } from './PartContent.tsx';

const RunAnnouncers = fetched(async () => (await import('../components/annotations.ts')).RunAnnouncers);

/** A part of an instance with runs beside the first: once for each run, and one player for all. */
function ComparedPart({ part }: { readonly part: Part }) {
  return <RunsProvider>{part === 'transport' ? <CommonTransport /> : <RunParts part={part} />}</RunsProvider>;
}

/** The announcements of all runs. */
function ComparedAnnouncers() {
  return (
    <RunsProvider>
      <RunAnnouncers />
    </RunsProvider>
  );
}

/** The parts of the runs that are compared, for `EmbedView`. */
export const compared = { Part: ComparedPart, Announcers: ComparedAnnouncers };

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
