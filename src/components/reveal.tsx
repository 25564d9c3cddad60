import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';

/** A panel that a control elsewhere in the instance can open. */
type RevealedPanel = 'training' | 'memory';

const Context = createContext<Map<RevealedPanel, () => void>>(new Map());

/** Lets components inside lead to each other without knowing of each other. */
export function RevealProvider({ children }: { readonly children: ReactNode }) {
  const [places] = useState(() => new Map<RevealedPanel, () => void>());
  return <Context value={places}>{children}</Context>;
}

/** Takes part as a place while the component is mounted: `reveal` brings it into sight. */
export function useRevealed(place: RevealedPanel, reveal: () => void): void {
  const places = useContext(Context);
  const latest = useEffectEvent(reveal);
  useEffect(() => {
    const show = (): void => latest();
    places.set(place, show);
    return () => {
      if (places.get(place) === show) places.delete(place);
    };
  }, [places, place]);
}

/** Brings a place into sight; does nothing where the instance does not show it. */
export function useReveal(): (place: RevealedPanel) => void {
  const places = useContext(Context);
  return (place) => places.get(place)?.();
}
