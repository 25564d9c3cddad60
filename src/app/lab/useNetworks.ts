import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type LabNetwork, untrained, withRecurrentScale } from '../../laboratory/networks.ts';
import { type NetworkTexts, networksIn } from '../../laboratory/networkTexts.ts';
import { labCells, shipped } from '../../laboratory/recipe.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { useSetting } from './labStore.ts';

/** Weights of one gap as they are shipped. */
const files = import.meta.glob<NetworkTexts>('../../laboratory/data/gap-*.json', { import: 'default' });

/** The networks that were trained at a gap with the first seed, by cell. Rejects where the gap was not measured. */
async function trainedAt(gap: number, opening: number): Promise<Readonly<Record<string, LabNetwork>>> {
  const texts = await files[`../../laboratory/data/gap-${gap}.json`]?.();
  if (!texts) throw new Error(`No networks were trained at a gap of ${gap}`);
  return networksIn(texts, gap, opening);
}

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
  /** The networks could not be loaded. */
  readonly failed: boolean;
} {
  const scale = useDeferredValue(useSetting('scale'));
  const opening = useSetting('opening');
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    trainedAt(gap, opening).then(
      (networks) => {
        if (!wanted) return;
        setLoaded({ gap, opening, networks });
        setFailed(false);
      },
      (error: unknown) => {
        reportError(error);
        if (wanted) setFailed(true);
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
  return { networks, failed };
}
