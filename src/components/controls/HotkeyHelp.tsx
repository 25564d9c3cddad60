import { Sheet } from '../primitives/Sheet.tsx';
import { hotkeys, printedKeys } from './hotkeys.ts';
import './controls.css';

/** The keys and what they do, in a dialog. */
export function HotkeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Sheet title="Keys" open={open} onClose={onClose} className="hotkey-help">
      <p>Keys work unless the focused control uses them itself.</p>
      <table>
        <thead className="visually-hidden">
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
              <kbd>P</kbd>
            </th>
            <td>hold, scale or cut the value under the pointer or focus; a long press does the same</td>
          </tr>
          <tr>
            <th scope="row">a click on a token</th>
            <td>go to its timestep, at the same operation as now</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>?</kbd>
            </th>
            <td>this list</td>
          </tr>
        </tbody>
      </table>
    </Sheet>
  );
}
