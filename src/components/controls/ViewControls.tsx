import './controls.css';
import { useActions, useGatescope } from '../../store/context.tsx';
import type { Theme, View, Zoom } from '../../store/state.ts';
import { Dropdown } from './Dropdown.tsx';
import { Segmented } from './Segmented.tsx';

const zooms: readonly { readonly value: Zoom; readonly label: string }[] = [
  { value: 'vector', label: 'vector' },
  { value: 'lanes', label: 'lanes' },
  { value: 'unit', label: 'one unit' },
];
const chains: readonly { readonly value: View['chain']; readonly label: string }[] = [
  { value: 'unfolded', label: 'chain' },
  { value: 'folded', label: 'loop' },
];
const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'auto', label: 'as the system' },
  { value: 'light', label: 'light' },
  { value: 'dark', label: 'dark' },
  { value: 'projector', label: 'projector' },
];

/** How the diagram is drawn, and in which colours. */
export function ViewControls() {
  const { zoom, chain, theme } = useGatescope((state) => state.view);
  const { setZoom, setChain, setTheme } = useActions();
  return (
    <section className="controls view-controls" aria-label="View">
      <Segmented legend="wires" legendShown choices={zooms} value={zoom} onChange={setZoom} />
      <Segmented legend="cells" legendShown choices={chains} value={chain} onChange={setChain} />
      <Dropdown legend="theme" choices={themes} value={theme} onChange={setTheme} />
    </section>
  );
}
