import { useEffect, useId, useMemo, useState } from 'react';
import { type Link, linkOf } from '../../io/link.ts';
import { useDerived, useInstance } from '../../store/context.tsx';
import { shownMoment } from '../../store/shownMoment.ts';
import { type Moment, type Part, parts } from '../../store/state.ts';
import { partTable } from '../parts.tsx';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { fewParts, partsBeside } from '../visibleParts.ts';
import { CopyField } from './CopyField.tsx';
import { hasLonger } from './hasLonger.ts';
import { frameAddress, frameHeight, frameMarkup, frameTitle, isLocal, pageAddress, webAddress } from './snippet.ts';

/** The link of a moment as a page or as a frame with these parts; null for the instant in which it is compressed. */
function useLink(moment: Moment, hidden: readonly Part[] | null): Link | null {
  const link = useMemo(() => {
    if (hidden === null) return linkOf(moment);
    return linkOf({ ...moment, view: { ...moment.view, hidden } }, 'frame');
  }, [moment, hidden]);
  const [later, setLater] = useState<{ readonly of: unknown; readonly link: Link } | null>(null);
  useEffect(() => {
    if (!(link instanceof Promise)) return;
    const unable = (): Link => ({ ok: false, message: 'This browser cannot compress the view into a link.' });
    void link.catch(unable).then((ready) => setLater({ of: link, link: ready }));
  }, [link]);
  if (!(link instanceof Promise)) return link;
  return later?.of === link ? later.link : null;
}

/** The significant digits that are left of weights so that they fit into a link. */
const SHORT = 4;

/** The link to the moment at which it is first shown, and the markup that puts it into a course page. */
export function ShareLinks() {
  const instance = useInstance();
  const { actions } = instance;
  const { cell } = useDerived();
  const now = (): Moment => shownMoment(instance);
  // the dialog shares the moment at which it was opened
  const [moment, setMoment] = useState(now);
  const [shown, setShown] = useState(fewParts);
  const [published, setPublished] = useState('');
  const address = useId();
  const hidden = useMemo(() => partsBeside(shown), [shown]);
  const page = useLink(moment, null);
  const frame = useLink(moment, hidden);
  if (!page || !frame) return <p role="status">Making the link…</p>;
  if (!page.ok || !frame.ok)
    return (
      <>
        <Fault>
          {page.ok ? (frame.ok ? '' : frame.message) : page.message} “Save” has it: the whole view as a file.
        </Fault>
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
            Shorter weights make a shorter link. The page shows the rounded ones from then on; undo brings the old ones
            back.
          </p>
        )}
      </>
    );
  const here = webAddress(published) ?? window.location.href;
  const toggle = (part: Part): void => setShown(parts.filter((other) => (other === part) !== shown.includes(other)));
  return (
    <>
      {isLocal(window.location.href) && (
        <div className="field">
          <p className="hint">
            This page is open from an address that works only on this computer or in its network. Links for others need
            the address at which the site is published.
          </p>
          <label htmlFor={address}>Public address of the site</label>
          <input
            id={address}
            type="url"
            placeholder="https://example.org/gatescope/"
            value={published}
            aria-invalid={published !== '' && webAddress(published) === null}
            onChange={({ currentTarget }) => setPublished(currentTarget.value)}
          />
          {published !== '' && webAddress(published) === null && (
            <p className="hint" role="status">
              Type a full address that begins with https://.
            </p>
          )}
        </div>
      )}
      <CopyField label="Link" text={pageAddress(here, page.hash)} lines={2} />
      <p className="hint">Anyone who opens it sees the same cell, sequence, moment and numbers.</p>
      <h3>In a course page</h3>
      <fieldset className="choices">
        <legend>Parts shown</legend>
        {parts.map((part) => (
          <label key={part} className="choice">
            <input type="checkbox" checked={shown.includes(part)} onChange={() => toggle(part)} />
            {partTable[part].label.toLowerCase()}
          </label>
        ))}
      </fieldset>
      <CopyField
        label="HTML for an embedded frame"
        text={frameMarkup(
          frameAddress(here, frame.hash),
          frameTitle(cell.name, moment.inputs.sequence),
          frameHeight(shown, moment.view.shows),
        )}
        lines={5}
      />
    </>
  );
}
