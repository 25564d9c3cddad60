import { useEffect, useId, useRef } from 'react';
import './controls.css';
import { hotkeys, printedKeys } from './hotkeys.ts';

/** The keys and what they do, in a dialog. */
export function HotkeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="controls hotkey-help" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>Keys</h2>
      <p>They work while focus is inside and the focused control does not need the key itself.</p>
      <table>
        <thead className="unseen">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {hotkeys.map((hotkey) => (
            <tr key={hotkey.label}>
              <th scope="row">
                <kbd>{printedKeys(hotkey)}</kbd>
              </th>
              <td>{hotkey.label}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <kbd>?</kbd>
            </th>
            <td>this list</td>
          </tr>
        </tbody>
      </table>
      <button type="button" className="text-button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
