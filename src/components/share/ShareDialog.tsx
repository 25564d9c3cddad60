import { lazy } from 'react';
import { DialogButton } from '../DialogButton.tsx';
import './share.css';

const ShareLinks = lazy(async () => ({ default: (await import('./ShareLinks.tsx')).ShareLinks }));

/** A button and its dialog: the link to what is shown, and the markup that puts it into a course page. */
export function ShareDialog() {
  return (
    <DialogButton label="Share" title="Share this view" className="share-dialog">
      {() => <ShareLinks />}
    </DialogButton>
  );
}
