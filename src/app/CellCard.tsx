import { lazy } from 'react';
import { CompareWith } from '../components/compare/CompareWith.tsx';
import { Options } from '../components/controls/Options.tsx';
import { StepControls } from '../components/controls/StepControls.tsx';
import { Deferred } from '../components/Deferred.tsx';
import { Diagram } from '../components/diagram/Diagram.tsx';
import { useShown } from '../components/useShown.ts';
import { PagePart } from './PagePart.tsx';

const PinPlace = lazy(async () => ({ default: (await import('../components/annotations.ts')).PinPlace }));

/** The cell with its values, and under it what steps and plays. */
export function CellCard({ narrow, onAsk }: { readonly narrow: boolean; readonly onAsk: () => void }) {
  const diagram = useShown('diagram');
  const cell = useShown('cell');
  const transport = useShown('transport');
  return (
    <section className="card fill stage" aria-label="Cell">
      {diagram && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the nodes inside are buttons; this only sees that one was pressed
        <div
          className="fill picture-room stage-picture"
          onClick={({ target }) => {
            if (target instanceof Element && target.closest('[data-signal]')) onAsk();
          }}
        >
          <PagePart name="The diagram" first>
            <Diagram />
          </PagePart>
        </div>
      )}
      <div className="stage-bar">
        {diagram && !narrow && (
          <div className="stage-choices">
            {cell && <Options />}
            <CompareWith />
          </div>
        )}
        {transport && <StepControls />}
        <Deferred>
          <PinPlace />
        </Deferred>
      </div>
    </section>
  );
}
