import '../theme/theme.css';
import '../theme/fonts/fonts.css';
import { lazy, type ReactNode } from 'react';
import { useHotkeys } from '../components/controls/useHotkeys.ts';
import { Deferred, PaintFirst } from '../components/Deferred.tsx';
import { PartBoundary } from '../components/PartBoundary.tsx';
import { partTable } from '../components/parts.tsx';
import { Root } from '../components/Root.tsx';
import { fewParts, partsBeside } from '../components/visibleParts.ts';
import { useGatescope } from '../store/context.tsx';
import { useAutoplay } from './useAutoplay.ts';
import './embed.css';

const Legends = lazy(async () => ({ default: (await import('../components/annotations.ts')).Legends }));
const Announcer = lazy(async () => ({ default: (await import('../components/annotations.ts')).Announcer }));
const PinPlace = lazy(async () => ({ default: (await import('../components/annotations.ts')).PinPlace }));

const nothing = (): void => {};

/** The visible parts of the instance around it, one below the other, in a theme of their own. */
export function EmbedView({ children }: { readonly children?: ReactNode }) {
  const hidden = useGatescope((state) => state.view.hidden);
  const onKeyDown = useHotkeys(nothing);
  const autoplay = useAutoplay();
  return (
    <Root className="gate-diagram" onKeyDown={onKeyDown}>
      <PaintFirst>
        {partsBeside(hidden).map((part) => {
          const { label, Component } = partTable[part];
          return (
            <section key={part} data-part={part} aria-label={label} ref={part === 'diagram' ? autoplay : undefined}>
              <PartBoundary name={label}>
                {fewParts.includes(part) ? (
                  <Component />
                ) : (
                  <Deferred>
                    <Component />
                  </Deferred>
                )}
              </PartBoundary>
              {part === 'diagram' && (
                <details className="gate-colours">
                  <summary>Colours</summary>
                  <Deferred>
                    <Legends />
                  </Deferred>
                </details>
              )}
            </section>
          );
        })}
        <PartBoundary name="The interventions">
          <Deferred>
            <PinPlace />
          </Deferred>
        </PartBoundary>
        <PartBoundary name="The announcement">
          <Deferred>
            <Announcer />
          </Deferred>
        </PartBoundary>
      </PaintFirst>
      {children}
    </Root>
  );
}
