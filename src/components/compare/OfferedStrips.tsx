import { useEffect } from 'react';
import { useGatescope } from '../../store/context.tsx';
import { useMarks } from '../marks/useMarks.ts';
import type { Block } from '../timeline/blocks.ts';
import { momentStrips } from '../timeline/momentStrips.ts';
import { offerStrips } from '../timeline/shownStrips.ts';
import { sizeIn } from './differenceFrames.ts';
import { type ComparedRun, InRun, useEnded } from './runs.tsx';

interface OfferedProps {
  readonly run: ComparedRun;
  readonly blocks: readonly Block[];
}

/** Hands the strips of a run to whoever saves them as a figure. */
export function OfferedStrips(props: OfferedProps) {
  const ended = useEnded(props.run);
  return (
    <InRun run={props.run}>
      <Offered {...props} ended={ended} />
    </InRun>
  );
}

function Offered({ run: { letter, derived }, blocks, ended }: OfferedProps & { readonly ended: boolean }) {
  const state = useGatescope((one) => one);
  const marks = useMarks() ?? null;
  useEffect(() =>
    offerStrips(() => {
      const having = blocks.filter(({ id }) => sizeIn(derived.tape, id) !== null);
      return momentStrips(derived, state, null, { blocks: having, marks, letter, ended });
    }),
  );
  return null;
}
