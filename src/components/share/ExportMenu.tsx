import { lazy } from 'react';
import type { Home } from '../../io/opening.ts';
import { DialogButton } from '../DialogButton.tsx';
import './share.css';

const SaveFiles = lazy(async () => ({ default: (await import('./SaveFiles.tsx')).SaveFiles }));

/** A button and its dialog: what is shown as files, and the way to open them again. */
export function ExportMenu({ home }: { readonly home: Home }) {
  return (
    <DialogButton label="Save" title="Save and open" className="share-dialog">
      {() => <SaveFiles home={home} />}
    </DialogButton>
  );
}
