import { useMemo, useState } from 'react';
import { exploreAddress } from '../../questions/moment.ts';
import type { Question } from '../../questions/question.ts';
import { GatescopeProvider, useDerived } from '../../store/context.tsx';
import { createGatescope } from '../../store/gatescope.ts';
import type { Moment } from '../../store/state.ts';
import { Diagram } from '../diagram/Diagram.tsx';
import { hasSite } from '../hasSite.ts';
import { Root } from '../Root.tsx';
import { usePromised } from '../usePromised.ts';

interface Props {
  readonly question: Question;
  readonly moment: Moment;
}

const noKeys = (): void => {};

/** The cell by itself: what is beside it is not asked about, and the room is small. */
function Cell() {
  const { cell } = useDerived();
  const together = useMemo(() => [cell], [cell]);
  return <Diagram together={together} />;
}

/** The diagram of a question's run at the moment that is asked about, where no figure is beside the question. */
export function PlaceFigure({ question, moment }: Props) {
  const [gatescope] = useState(() => createGatescope({ initial: moment }));
  // a browser that cannot pack a link shows the diagram all the same
  const address = usePromised(question, exploreAddress);
  return (
    <div className="place-figure">
      <GatescopeProvider gatescope={gatescope}>
        <Root rootRef={null} className="card" onKeyDown={noKeys}>
          <Cell />
        </Root>
      </GatescopeProvider>
      <p className="hint">
        What was asked has a thick outline.{' '}
        {hasSite && address !== null && (
          // the question stays where it is, with its answer
          <a href={address} target="_blank" rel="noreferrer">
            Open it in Explore
          </a>
        )}
      </p>
    </div>
  );
}
