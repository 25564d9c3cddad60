import { useState } from 'react';
import { useDerived, useGradient } from '../../store/context.tsx';
import { clampedCursor, extentOf } from '../../store/cursor.ts';
import type { Moment } from '../../store/state.ts';
import { Refusal } from '../../text/refusal.ts';
import { faultOf } from '../faultOf.ts';
import { Button } from '../primitives/Button.tsx';
import { Fault } from '../primitives/Fault.tsx';
import { OFFLINE_PAGE, offlineFile } from './offlineFile.ts';
import { saveFile } from './saveFile.ts';

/** The button that saves a moment of the present run as one HTML file. */
export function OfflineFile({ moment }: { readonly moment: Moment }) {
  const derived = useDerived();
  const gradient = useGradient();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const cursor = clampedCursor(moment.cursor, extentOf(derived));
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSaved('');
    setFault(null);
    try {
      const name = `gatescope-${derived.cell.id}-t${cursor.t}.html`;
      saveFile(name, offlineFile(await fetchedPage(), derived, { ...moment, cursor }, gradient), 'text/html');
      setSaved(`The browser is saving ${name}.`);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="ruled" aria-label="For offline use">
      <div className="row spread">
        <h3>For offline use</h3>
        <Button aria-busy={busy} onClick={() => void save()}>
          Save as one HTML file
        </Button>
      </div>
      <p className="hint" role="status">
        {saved || 'A double-click opens it at this view, without a network. It contains all cells and weights.'}
      </p>
      {fault && <Fault>{fault}</Fault>}
    </section>
  );
}

/** The offline page, which is beside this one. */
async function fetchedPage(): Promise<string> {
  const response = await fetch(OFFLINE_PAGE).catch(() => null);
  if (!response?.ok)
    throw new Refusal(`The file ${OFFLINE_PAGE} of this site could not be fetched. Check the network and try again.`);
  return response.text();
}
