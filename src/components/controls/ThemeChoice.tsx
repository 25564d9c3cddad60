import './controls.css';
import { useActions, useGatescope } from '../../store/context.tsx';
import type { Theme } from '../../store/state.ts';
import { Dropdown } from './Dropdown.tsx';

/** The themes by their words. */
export const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'auto', label: 'system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
  { value: 'projector', label: 'projector' },
];

/** The colours of the instance. */
export function ThemeChoice() {
  const theme = useGatescope((state) => state.view.theme);
  const { setTheme } = useActions();
  return (
    <div className="controls">
      <Dropdown legend="theme" choices={themes} value={theme} onChange={setTheme} />
    </div>
  );
}
