import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useHotkeys } from '../components/controls/useHotkeys.ts';
import { Legends } from '../components/diagram/Legends.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { partsBeside, partTable } from '../components/parts.tsx';
import { Root } from '../components/Root.tsx';
import { useGatescope } from '../store/context.tsx';
import './embed.css';

const Announcer = lazy(async () => ({ default: (await import('../components/panels/Announcer.tsx')).Announcer }));

const nothing = (): void => {};

/** The visible parts of the instance around it, one below the other, in a theme of their own. */
export function EmbedView({ children }: { readonly children?: ReactNode }) {
  const hidden = useGatescope((state) => state.view.hidden);
  const onKeyDown = useHotkeys(nothing);
  // a server has nobody to announce to, and cannot wait for what does
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return (
    <Root className="gate-diagram" onKeyDown={onKeyDown}>
      {partsBeside(hidden).map((part) => {
        const { label, Component } = partTable[part];
        return (
          <section key={part} data-part={part} aria-label={label}>
            <PartBoundary name={label}>
              <Suspense fallback={null}>
                <Component />
              </Suspense>
            </PartBoundary>
            {part === 'diagram' && (
              <details className="gate-colours">
                <summary>Colours</summary>
                <Legends />
              </details>
            )}
          </section>
        );
      })}
      <PartBoundary name="The announcement">
        <Suspense fallback={null}>{mounted && <Announcer />}</Suspense>
      </PartBoundary>
      {children}
    </Root>
  );
}
