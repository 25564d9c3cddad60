import { createContext, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';

/** True once the cell is painted, and by default. */
const Painted = createContext(true);

/** True once the reader has turned to the instance after that, and by default. */
const Used = createContext(true);

/** Longest wait for the first paint, in ms: a page in a background tab, or a frame out of sight, paints nothing. */
const AT_MOST = 2000;

interface PaintFirstProps {
  /** False until the reader turns to the instance, where what only its use needs is not fetched before. Default true. */
  readonly used?: boolean;
  readonly children: ReactNode;
}

/** Paints the cell before the parts inside `Deferred` and `OnUse` are fetched and rendered. A server leaves them out. */
export function PaintFirst({ used = true, children }: PaintFirstProps) {
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
  return (
    <Painted value={painted}>
      <Used value={painted && used}>{children}</Used>
    </Painted>
  );
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

/** Renders its children after the first paint, once the reader has turned to the instance. */
export function OnUse({ children }: { readonly children: ReactNode }) {
  return useContext(Used) ? <Suspense fallback={null}>{children}</Suspense> : null;
}
