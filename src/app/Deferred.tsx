import { createContext, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';

const Painted = createContext(false);

/** Longest wait for the first paint, in ms: a page in a background tab paints no frames. */
const AT_MOST = 300;

/** Paints the cell before the parts of the page inside `Deferred` are fetched and rendered. */
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

interface DeferredProps {
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** Renders its children after the first paint; `meanwhile` takes their place until then and while they are fetched. */
export function Deferred({ meanwhile = null, children }: DeferredProps) {
  return useContext(Painted) ? <Suspense fallback={meanwhile}>{children}</Suspense> : meanwhile;
}
