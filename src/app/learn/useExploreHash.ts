import { useEffect, useState } from 'react';
import { linkOf } from '../../io/link.ts';
import type { Moment } from '../../io/moment.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import type { Derived } from '../../store/derive.ts';
import { beforeStage } from '../../store/guess.ts';

/** Hash of an address that opens Explore with the figure's view. While the reader is asked for a value, Explore asks, too. */
export function useExploreHash(asking: boolean): string {
  const { stages } = useDerived();
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const [hash, setHash] = useState('v=1');
  useEffect(() => {
    let wanted = true;
    const moment = { inputs, cursor, selection, view: { ...view, hidden: [] } };
    const link = linkOf(asking ? hiding(moment, stages) : moment);
    void Promise.resolve(link).then((ready) => wanted && setHash(ready.ok ? ready.hash : 'v=1'));
    return () => {
      wanted = false;
    };
  }, [stages, inputs, cursor, selection, view, asking]);
  return hash;
}

/** A moment that begins with the stage of the next value and asks before every stage. Of other runs it shows none. */
function hiding({ inputs, cursor, selection, view }: Moment, stages: Derived['stages']): Moment {
  const { beside: _beside, other: _other, ...run } = inputs;
  return {
    inputs: run,
    cursor: beforeStage({ ...cursor, position: cursor.position + 1 }, stages),
    selection,
    view: { ...view, shows: 'values', guess: true },
  };
}
