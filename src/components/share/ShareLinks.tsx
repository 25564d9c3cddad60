import { useState } from 'react';
import { useInstance } from '../../store/context.tsx';
import { shownMoment } from '../../store/shownMoment.ts';
import type { Moment } from '../../store/state.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { EmbedForm } from './EmbedForm.tsx';
import { hasLonger } from './hasLonger.ts';
import { LinkField } from './LinkField.tsx';
import { OfflineFile } from './OfflineFile.tsx';
import { PublicAddress } from './PublicAddress.tsx';
import { pageAddress, webAddress } from './snippet.ts';
import { useLink } from './useLink.ts';

/** The significant digits that are left of weights so that they fit into a link. */
const SHORT = 4;

/** The link to the moment at which it is first shown, as a code to scan, and the text that brings it into another page. */
export function ShareLinks() {
  const instance = useInstance();
  const { actions } = instance;
  const now = (): Moment => shownMoment(instance);
  // the dialog shares the moment at which it was opened
  const [moment, setMoment] = useState(now);
  const [published, setPublished] = useState('');
  const page = useLink(moment, null);
  if (!page) return <p role="status">Making the link…</p>;
  if (!page.ok)
    return (
      <>
        <Fault>{page.message}</Fault>
        {hasLonger(moment.inputs.weights, SHORT) && (
          <p className="hint">
            <Button
              onClick={() => {
                actions.roundWeights(SHORT);
                setMoment(now());
              }}
            >
              Round the weights to {SHORT} digits
            </Button>{' '}
            Shorter weights make a shorter link. The page then shows the rounded weights; undo brings the old ones back.
          </p>
        )}
        <OfflineFile moment={moment} />
      </>
    );
  const here = webAddress(published) ?? window.location.href;
  return (
    <>
      <PublicAddress typed={published} onChange={setPublished} />
      <LinkField
        link={pageAddress(here, page.hash)}
        hint="Anyone who opens it sees the same cell, sequence, moment and numbers."
      />
      <EmbedForm moment={moment} site={here} pageKeys={page.hash} />
      <OfflineFile moment={moment} />
    </>
  );
}
