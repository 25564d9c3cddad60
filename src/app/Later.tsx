import { createContext, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';

const Drawn = createContext(false);

/** How long what comes later waits at most, in ms: a page that is not looked at draws no frames. */
const AT_MOST = 300;

/** Lets the cell be drawn before all that explains it is fetched and rendered. */
export function FirstThePicture({ children }: { readonly children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const draw = (): void => setDrawn(true);
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(draw);
    });
    const late = setTimeout(draw, AT_MOST);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(late);
    };
  }, []);
  return <Drawn value={drawn}>{children}</Drawn>;
}

interface LaterProps {
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** What comes after the first picture; `meanwhile` stands in its place until then, and while it is fetched. */
export function Later({ meanwhile = null, children }: LaterProps) {
  return useContext(Drawn) ? <Suspense fallback={meanwhile}>{children}</Suspense> : meanwhile;
}
