import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import { lazy, type ReactNode, Suspense } from 'react';
import { useHotkeys } from '../components/controls/useHotkeys.ts';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { useGatescope } from '../store/context.tsx';
import { shownParts } from './parts.tsx';
import './embed.css';

const Announcer = lazy(async () => ({ default: (await import('../components/panels/Announcer.tsx')).Announcer }));

const nothing = (): void => {};

/** The visible parts of the instance around it, one below the other, in a theme of their own. */
export function EmbedView({ children }: { readonly children?: ReactNode }) {
  const { theme, hidden } = useGatescope((state) => state.view);
  const onKeyDown = useHotkeys(nothing);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it only from the controls inside that have focus
    <div className="gate-diagram" data-theme={theme} onKeyDown={onKeyDown}>
      {shownParts(hidden).map(({ part, label, Component }) => (
        <section key={part} data-part={part} aria-label={label}>
          <PartBoundary name={label}>
            <Suspense fallback={null}>
              <Component />
            </Suspense>
          </PartBoundary>
        </section>
      ))}
      <Suspense fallback={null}>
        <Announcer />
      </Suspense>
      {children}
    </div>
  );
}
