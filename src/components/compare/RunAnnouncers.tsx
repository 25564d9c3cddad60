import { Announcer } from '../panels/Announcer.tsx';
import { type ComparedRun, InRun, useEnded, useRuns } from './runs.tsx';
import { endWords } from './runWords.ts';

/** Says each step of every run, and that it has ended. */
export function RunAnnouncers() {
  return useRuns().map((run) => <RunAnnouncer key={run.letter} run={run} />);
}

function RunAnnouncer({ run }: { readonly run: ComparedRun }) {
  const ended = useEnded(run);
  return (
    <InRun run={run}>
      <Announcer run={run.letter} end={ended ? endWords(run) : null} />
    </InRun>
  );
}
