import { declarationOf } from '../../cells/index.ts';
import { displayed, percentage } from '../../notation/number.ts';
import type { Example } from '../../training/task.ts';
import { CellGradient } from './CellGradient.tsx';
import { WRONG } from './gradientWords.ts';
import { scales } from './labLink.ts';
import { useLab, useSetting } from './labStore.ts';
import type { CellNetworks } from './useNetworks.ts';

interface GradientCardProps {
  readonly networks: readonly CellNetworks[];
  readonly example: Example;
}

/** The gradient of every cell on one sequence, before and after training, at a recurrent scale of the reader's choice. */
export function GradientCard({ networks, example: { x, tokens } }: GradientCardProps) {
  const distance = tokens.length - 1;
  return (
    <section className="card" aria-labelledby="gradient">
      <h2 id="gradient">The gradient on its way back</h2>
      <p className="prose">
        To learn, a network has to know how its answer at the question would change if the state at an earlier timestep
        had been a little different: the derivative of the last state with respect to an earlier one, a product of one
        matrix a timestep. Where it vanishes, nothing is learned from what was seen back there; where it explodes,
        learning is thrown about.
      </p>
      <ScaleSlider />
      <ul className="flow-key" aria-label="The lines">
        <li data-tone="main">the state through which most of it comes</li>
        <li data-tone="beside">the other state</li>
        <li data-tone="gate">the direct path alone: ∏ f, in a GRU ∏ (1 − z)</li>
        <li data-tone="mark">from here on more than {percentage(WRONG)} takes other ways: “just f” is wrong</li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
      <section className="cell-gradients" aria-label="The cells side by side" tabIndex={0}>
        {networks.map(({ cell, before, after }) => (
          <CellGradient
            key={cell}
            name={declarationOf(cell)?.name ?? cell}
            before={before}
            after={after}
            x={x}
            distance={distance}
          />
        ))}
      </section>
      <p className="hint">
        Norms are spectral: the most by which any small change of the earlier state grows. They are taken on the
        sequence that stands under “Which earlier inputs matter”, with the other state at that timestep held fixed.
      </p>
    </section>
  );
}

/** Places of the slider a decade. */
const FINE = 20;

/** The recurrent scale, on a logarithmic slider with its neutral value in the middle. */
function ScaleSlider() {
  const scale = useSetting('scale');
  const lab = useLab();
  return (
    <div className="lab-slider">
      <label htmlFor="scale">Recurrent scale</label>
      <input
        id="scale"
        type="range"
        min={Math.log10(scales.min) * FINE}
        max={Math.log10(scales.max) * FINE}
        value={Math.round(Math.log10(scale) * FINE)}
        aria-valuetext={`times ${displayed(scale)}`}
        onChange={({ currentTarget }) =>
          lab.set({ scale: Number((10 ** (Number(currentTarget.value) / FINE)).toPrecision(3)) })
        }
      />
      <output htmlFor="scale">U × {displayed(scale)}</output>
      <button type="button" disabled={scale === 1} onClick={() => lab.set({ scale: 1 })}>
        Back to 1
      </button>
    </div>
  );
}
