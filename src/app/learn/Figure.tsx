import { lazy, Suspense } from 'react';
import { AskedNext } from '../../components/controls/AskedNext.tsx';
import { PlayButtons } from '../../components/controls/Transport.tsx';
import { Deferred } from '../../components/Deferred.tsx';
import { Diagram } from '../../components/diagram/Diagram.tsx';
import { hasSite } from '../../components/hasSite.ts';
import { PartBoundary } from '../../components/PartBoundary.tsx';
import { partTable } from '../../components/parts.tsx';
import { TokenStrip } from '../../components/sequence/TokenStrip.tsx';
import { ColumnsProvider, useSharedColumns } from '../../components/timeline/columnsContext.tsx';
import { LineOfUnit } from '../../components/timeline/lineOfUnit.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { extentOf, isAtEnd } from '../../store/cursor.ts';
import type { Part } from '../../store/state.ts';
import { tokenLabel } from '../../text/tokens.ts';
import { comparesGradients } from './comparesGradients.ts';
import { fetchLater } from './fetchLater.ts';
import { useExploreHash } from './useExploreHash.ts';

const Announcer = lazy(async () => ({ default: (await import('../../components/panels/Announcer.tsx')).Announcer }));

const GradientLines = lazy(async () => ({
  default: (await import('../../components/gradients/GradientLines.tsx')).GradientLines,
}));

const FigureNotes = lazy(async () => ({ default: (await fetchLater()).FigureNotes }));

interface Props {
  /** True while the reader is asked for a value that the figure does not show yet. */
  readonly asking: boolean;
  /** True if the view reads the reader's own text. */
  readonly ownText: boolean;
  readonly readersText: string | null;
  /** True if the view names a unit, which the strips draw as a line. */
  readonly line: boolean;
}

/** Parts that a figure shows under the diagram if its view names them. */
const below: readonly Part[] = ['stages', 'equations', 'inspector', 'prediction', 'timeline'];

/** The figure of a lesson: tokens, cell, controls, and a link to Explore with the same view. */
export function Figure({ asking, ownText, readersText, line }: Props) {
  const hidden = useGatescope((state) => state.view.hidden);
  const flowing = useGatescope(comparesGradients);
  const { encoded, tape } = useDerived();
  const t = useGatescope((state) => state.cursor.t);
  const explore = useExploreHash(asking);
  return (
    <section className="fill card lesson-figure" aria-label="Figure">
      <ColumnsProvider>
        <Tokens />
        <div className="fill picture-room">
          {flowing ? (
            <PartBoundary name="The chart of gradients">
              <Suspense fallback={null}>
                <GradientLines />
              </Suspense>
            </PartBoundary>
          ) : (
            <PartBoundary name="The diagram">
              <Diagram centresNarrow />
            </PartBoundary>
          )}
        </div>
        <LineOfUnit value={line}>
          {below
            // the strips show, pale, what is still to come
            .filter((part) => !hidden.includes(part) && !(asking && part === 'timeline'))
            .map((part) => {
              const { label, Component } = partTable[part];
              return (
                <section key={part} className="lesson-part" aria-label={label}>
                  <PartBoundary name={label}>
                    <Suspense fallback={null}>
                      <Component />
                    </Suspense>
                  </PartBoundary>
                </section>
              );
            })}
        </LineOfUnit>
      </ColumnsProvider>
      <div className="row figure-foot">
        <PlayButtons />
        <div className="figure-said">
          <output className="where">
            t = {t} of {tape.length}
            {t > 0 && (
              <>
                {' · reading '}
                <bdi>{tokenLabel(encoded.tokens[t - 1])}</bdi>
              </>
            )}
            {asking && <AtQuestion />}
          </output>
          <Deferred meanwhile={<p />}>
            <FigureNotes named={!flowing} readsOther={readersText !== null && !ownText} />
          </Deferred>
        </div>
        {hasSite && (
          <a className="into-explore" href={`#${explore}`}>
            Take this into Explore →
          </a>
        )}
      </div>
      <Deferred>
        <Announcer />
      </Deferred>
    </section>
  );
}

/** Says at the timestep of the question why the player goes no further. */
function AtQuestion() {
  const derived = useDerived();
  const cursor = useGatescope((state) => state.cursor);
  const until = useGatescope((state) => state.until);
  if (until === null || !isAtEnd(cursor, extentOf(derived, until))) return null;
  return <AskedNext />;
}

function Tokens() {
  const shared = useSharedColumns();
  return shared && <TokenStrip shared={shared} editing={null} />;
}
