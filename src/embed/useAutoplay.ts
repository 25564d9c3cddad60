import { type RefCallback, useCallback } from 'react';
import { useGatescope, useInstance } from '../store/context.tsx';

/** The share of the diagram that has to be in sight. */
const IN_SIGHT = 0.5;

/**
 * The ref of the diagram of an instance: plays once when the diagram comes into sight, where what was opened asks for it
 * and the reader does not mind motion.
 */
export function useAutoplay(): RefCallback<Element> {
  const instance = useInstance();
  const asked = useGatescope((state) => state.opened.view.autoplay);
  return useCallback(
    (diagram) => {
      if (!diagram || !asked || !instance.animated()) return;
      const sight = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          sight.disconnect();
          instance.actions.play();
        },
        { threshold: IN_SIGHT },
      );
      sight.observe(diagram);
      return () => sight.disconnect();
    },
    [instance, asked],
  );
}
