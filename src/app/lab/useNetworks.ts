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

interface Loaded {
  readonly gap: number;
  readonly opening: number;
  readonly networks: Readonly<Record<string, LabNetwork>>;
}

/** All cells of the laboratory before training and after, for the gap, the opening and the recurrent scale that are set. */
export function useNetworks(gap: number): {
  readonly networks: readonly CellNetworks[];
  readonly fault: string | null;
} {
  const scale = useDeferredValue(useSetting('scale'));
  const opening = useSetting('opening');
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    trainedAt(gap, opening).then(
      (networks) => {
        if (!wanted) return;
        setLoaded({ gap, opening, networks });
        setFault(null);
      },
      (error: Error) => {
        if (wanted) setFault(error.message);
      },
    );
    return () => {
      wanted = false;
    };
  }, [gap, opening]);
  const fresh = useMemo(
    () => labCells.map((cell) => untrained(cell, { ...shipped, opening }, rememberFirst, 1)),
    [opening],
  );
  const trained = loaded?.gap === gap && loaded.opening === opening ? loaded.networks : null;
  const before = useMemo(() => fresh.map((network) => withRecurrentScale(network, scale)), [fresh, scale]);
  const after = useMemo(
    () => trained && labCells.map((cell) => withRecurrentScale(trained[cell], scale)),
    [trained, scale],
  );
  const networks = useMemo(
    () => labCells.map((cell, k) => ({ cell, before: before[k], after: after?.[k] ?? null })),
    [before, after],
  );
  return { networks, fault };
}
