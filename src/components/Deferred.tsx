import { createContext, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';

/** True once the cell is painted, and by default. */
const Painted = createContext(true);

/** Longest wait for the first paint, in ms: a page in a background tab, or a frame out of sight, paints nothing. */
const AT_MOST = 2000;

/** Paints the cell before the parts inside `Deferred` are fetched and rendered. A server leaves them out. */
export function PaintFirst({ children }: { readonly children: ReactNode }) {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const paint = (): void => setPainted(true);
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(paint);
    });
    const late = setTimeout(paint, AT_MOST);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
  }, []);
  return <Painted value={painted}>{children}</Painted>;
}

/** True once the cell is painted, so that other parts may load. */
export const usePainted = (): boolean => useContext(Painted);

interface DeferredProps {
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** Renders its children after the first paint; `meanwhile` takes their place until then and while they are fetched. */
export function Deferred({ meanwhile = null, children }: DeferredProps) {
  return usePainted() ? <Suspense fallback={meanwhile}>{children}</Suspense> : meanwhile;
}
