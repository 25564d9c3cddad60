import { useEffect, useMemo, useState } from 'react';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { usePainted } from '../Deferred.tsx';
import { useCurrentRun } from '../training/trainingContext.ts';
import type { Mark } from './marks.ts';

type Marks = Pick<typeof import('./marks.ts'), 'askedOf' | 'marksOf'>;

/**
 * One entry a timestep: whether the answer that is asked there is right, or null where nothing is asked. Null as a whole
 * where nothing is answered or nobody knows what the weights have learned; undefined until what knows the tasks is loaded.
 */
export function useMarks(): readonly (Mark | null)[] | null | undefined {
  const run = useCurrentRun();
  const inputs = useGatescope((state) => state.inputs);
  const { predictions, encoded } = useDerived();
  const [marks, setMarks] = useState<Marks | null>(null);
  const painted = usePainted();
  const needed = painted && predictions !== null;
  useEffect(() => {
    let wanted = needed;
    if (needed)
      void import('./marks.ts').then(
        (loaded) => wanted && setMarks(loaded),
        // without them the answers stay unjudged
        () => {},
      );
    return () => {
      wanted = false;
    };
  }, [needed]);
  return useMemo(() => {
    if (!predictions) return null;
    if (!marks) return undefined;
    const asked = marks.askedOf(inputs, encoded, run);
    return asked && marks.marksOf(predictions, asked);
  }, [marks, predictions, encoded, inputs, run]);
}
