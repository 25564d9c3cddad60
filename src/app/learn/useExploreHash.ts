import { useEffect, useState } from 'react';
import { linkOf } from '../../io/link.ts';
import { useGatescope } from '../../store/context.tsx';

/** Hash of an address that opens Explore with the figure's view. */
export function useExploreHash(): string {
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const [hash, setHash] = useState('v=1');
  useEffect(() => {
    let wanted = true;
    const link = linkOf({ inputs, cursor, selection, view: { ...view, hidden: [] } });
    void Promise.resolve(link).then((ready) => wanted && setHash(ready.ok ? ready.hash : 'v=1'));
    return () => {
      wanted = false;
    };
  }, [inputs, cursor, selection, view]);
  return hash;
}
