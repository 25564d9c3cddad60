import './controls.css';
import { useActions, useGatescope } from '../../store/context.tsx';
import type { View, Zoom } from '../../store/state.ts';
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
const shown: readonly { readonly value: View['shows']; readonly label: string }[] = [
  { value: 'values', label: 'values' },
  { value: 'gradients', label: 'gradients' },
];
/** The choice of the numbers shown, and of the drawing of the diagram. */
export function ViewControls() {
  const { shows, zoom, chain } = useGatescope((state) => state.view);
  const { setShows, setZoom, setChain } = useActions();
  return (
    <section className="controls view-controls" aria-label="View">
      <Segmented legend="show" legendShown choices={shown} value={shows} onChange={setShows} />
      <Segmented legend="wires" legendShown choices={zooms} value={zoom} onChange={setZoom} />
      <Segmented legend="cells" legendShown choices={chains} value={chain} onChange={setChain} />
    </section>
  );
}
