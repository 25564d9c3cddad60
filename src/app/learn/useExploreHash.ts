import { useEffect, useState } from 'react';
import { usePainted } from '../../components/Deferred.tsx';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { fetchLater } from './fetchLater.ts';

/** Hash of an address that opens Explore with the figure's view. While the reader is asked for a value, Explore asks, too. */
export function useExploreHash(asking: boolean): string {
  const { stages } = useDerived();
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const [hash, setHash] = useState('v=1');
  const painted = usePainted();
  useEffect(() => {
    if (!painted) return undefined;
    let wanted = true;
    const moment = { inputs, cursor, selection, view: { ...view, hidden: [] } };
    void fetchLater()
      .then(({ exploreLink }) => exploreLink(moment, asking ? stages : null))
      .then(
        (ready) => wanted && setHash(ready.ok ? ready.hash : 'v=1'),
        () => {},
      );
    return () => {
      wanted = false;
    };
  }, [painted, stages, inputs, cursor, selection, view, asking]);
  return hash;
}
