import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useSetting } from './labStore.ts';
import { type LabNetwork, untrained, withRecurrentScale } from './networks.ts';
import { labCells, shipped } from './recipe.ts';
import { trainedAt } from './trained.ts';

/** The networks of one cell as they are shown: at the reader's recurrent scale. */
export interface CellNetworks {
  readonly cell: string;
  readonly before: LabNetwork;
  /** Null while it is being loaded. */
  readonly after: LabNetwork | null;
}

type Trained = Readonly<Record<string, LabNetwork>>;

/** All cells of the laboratory before training and after, for the gap and the recurrent scale that are set. */
export function useNetworks(gap: number): readonly CellNetworks[] {
  const scale = useDeferredValue(useSetting('scale'));
  const fresh = useMemo(() => labCells.map((cell) => untrained(cell, shipped.parameters, rememberFirst, 1)), []);
  const [loaded, setLoaded] = useState<{ readonly gap: number; readonly networks: Trained } | null>(null);
  useEffect(() => {
    let wanted = true;
    void trainedAt(gap)
      .catch(() => null)
      .then((networks) => {
        if (wanted && networks) setLoaded({ gap, networks });
      });
    return () => {
      wanted = false;
    };
  }, [gap]);
  const trained = loaded?.gap === gap ? loaded.networks : null;
  return useMemo(
    () =>
      labCells.map((cell, k) => ({
        cell,
        before: withRecurrentScale(fresh[k], scale),
        after: trained && withRecurrentScale(trained[cell], scale),
      })),
    [fresh, trained, scale],
  );
}
