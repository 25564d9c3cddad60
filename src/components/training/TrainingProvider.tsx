import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Training } from '../../store/training/training.ts';
import { type PageTraining, TrainingContext } from './trainingContext.ts';

/** Provides the training of a page to all of its parts. A run goes on while the card that began it is not shown. */
export function TrainingProvider({ children }: { readonly children: ReactNode }) {
  const [training, setTraining] = useState<Training | null>(null);
  const wished = useRef(false);
  const page = useMemo<PageTraining>(
    () => ({
      training,
      begin: (create) => setTraining((now) => now ?? create()),
      takePage() {
        if (training) training.actions.takePage();
        else wished.current = true;
      },
    }),
    [training],
  );
  useEffect(() => {
    if (!training) return;
    if (wished.current) training.actions.takePage();
    wished.current = false;
    return training.attach();
  }, [training]);
  return <TrainingContext value={page}>{children}</TrainingContext>;
}
