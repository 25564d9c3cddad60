import { lazy, Suspense, useEffect, useState } from 'react';
import { badgeOf } from '../../components/badge/badgeOf.ts';
import { BadgeText } from '../../components/badge/WeightsBadge.tsx';
import { PlayButtons } from '../../components/controls/Transport.tsx';
import { Diagram } from '../../components/diagram/Diagram.tsx';
import { PartBoundary } from '../../components/PartBoundary.tsx';
import { partTable } from '../../components/parts.tsx';
import { TokenStrip } from '../../components/sequence/TokenStrip.tsx';
import { ColumnsProvider, useSharedColumns } from '../../components/timeline/columnsContext.tsx';
import { linkOf } from '../../io/link.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import type { Part } from '../../store/state.ts';
import { tokenLabel } from '../../text/tokens.ts';

const Announcer = lazy(async () => ({ default: (await import('../../components/panels/Announcer.tsx')).Announcer }));

interface Props {
  /** True if the view reads the reader's own text. */
  readonly ownText: boolean;
  readonly readersText: string | null;
}

/** Parts that a figure shows under the diagram where its view names them. */
const below: readonly Part[] = ['stages', 'equations', 'inspector', 'prediction', 'timeline'];

/** The one figure of a lesson: what is read, the cell, what steps it, and the way to the instrument with the same view. */
export function Figure({ ownText, readersText }: Props) {
  const hidden = useGatescope((state) => state.view.hidden);
  const { encoded, tape } = useDerived();
  const t = useGatescope((state) => state.cursor.t);
  const inputs = useGatescope((state) => state.inputs);
  return (
    <section className="lesson-figure card" aria-label="Figure">
      <ColumnsProvider>
        <Tokens />
        <div className="lesson-picture">
          <PartBoundary name="The diagram">
            <Diagram />
          </PartBoundary>
        </div>
        {below
          .filter((part) => !hidden.includes(part))
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
      </ColumnsProvider>
      <div className="lesson-foot">
        <PlayButtons />
        <output className="where">
          t = {t} of {tape.length}
          {t > 0 && (
            <>
              {' · reading '}
              <bdi>{tokenLabel(encoded.tokens[t - 1])}</bdi>
            </>
          )}
        </output>
        <BadgeText badge={badgeOf(inputs, null)} />
        <IntoExplore />
      </div>
      {readersText !== null && !ownText && (
        <p className="hint">This chapter reads a text of its own; your sentence comes back later.</p>
      )}
      <Suspense fallback={null}>
        <Announcer />
      </Suspense>
    </section>
  );
}

function Tokens() {
  const shared = useSharedColumns();
  return shared && <TokenStrip shared={shared} />;
}

/** Leads to the instrument with what the figure shows. */
function IntoExplore() {
  const inputs = useGatescope((state) => state.inputs);
  const cursor = useGatescope((state) => state.cursor);
  const selection = useGatescope((state) => state.selection);
  const view = useGatescope((state) => state.view);
  const [hash, setHash] = useState('v=1');
  useEffect(() => {
    let wanted = true;
    const link = linkOf({ inputs, cursor, selection, view: { ...view, hidden: [] } });
    void Promise.resolve(link).then((ready) => wanted && setHash(ready.ok ? ready.hash : 'v=1'));
    return () => {
      wanted = false;
    };
  }, [inputs, cursor, selection, view]);
  return (
    <a className="into-explore" href={`#${hash}`}>
      Take this into Explore →
    </a>
  );
}
