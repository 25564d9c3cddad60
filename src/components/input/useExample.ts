import { useRef, useState } from 'react';
import { inputsOf } from '../../presets/index.ts';
import { useActions } from '../../store/context.tsx';

/** Shows an example by its id, fetching its weights where they are not here yet; of several the one asked for last. */
export function useExample(onShown: () => void = () => {}) {
  const { applyPreset } = useActions();
  const [fetching, setFetching] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef<string | null>(null);

  const choose = async (preset: string): Promise<void> => {
    latest.current = preset;
    setFault(null);
    setFetching(preset);
    try {
      const inputs = await inputsOf(preset);
      if (latest.current !== preset || !inputs) return;
      applyPreset(inputs);
      onShown();
    } catch {
      setFault('This trained cell could not be fetched. Choose it again.');
    } finally {
      if (latest.current === preset) setFetching(null);
    }
  };
  return { choose, fetching, fault };
}
