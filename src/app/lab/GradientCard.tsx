import { nameOf } from '../../cells/index.ts';
import { reachWords, WRONG } from '../../laboratory/gradientWords.ts';
import type { FlowOf } from '../../laboratory/networks.ts';
import { percentage } from '../../notation/number.ts';
import type { Example } from '../../training/task.ts';
import { CellGradient } from './CellGradient.tsx';
import { ScaleSlider } from './ScaleSlider.tsx';
import type { CellNetworks } from './useNetworks.ts';

interface GradientCardProps {
  readonly networks: readonly CellNetworks[];
  readonly example: Example;
  readonly flowOf: FlowOf;
}

/** The gradient of every cell on one sequence, before and after training, at a recurrent scale of the reader's choice. */
export function GradientCard({ networks, example: { x, tokens }, flowOf }: GradientCardProps) {
  const distance = tokens.length - 1;
  const [plain, gated] = ['rnn', 'lstm'].map((id) => networks.find(({ cell }) => cell === id)?.before);
  return (
    <section className="card stack" aria-labelledby="gradient">
      <h2 id="gradient">The gradient on its way back</h2>
      {plain && gated && <p className="prose lead-words">{reachWords(flowOf(plain), flowOf(gated), distance)}</p>}
      <p className="prose">
        To learn, a network has to know how its last state, at T, would change if the state at an earlier timestep k had
        been a little different. This gradient is a product of one matrix per timestep. If it vanishes, nothing is
        learned from that far back; if it explodes, learning becomes erratic.
      </p>
      {plain && <ScaleSlider plain={plain} x={x} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
      <section className="columns cell-gradients" aria-label="The cells side by side" tabIndex={0}>
        {networks.map(({ cell, before, after }) => (
          <CellGradient
            key={cell}
            name={nameOf(cell)}
            before={before}
            after={after}
            flowOf={flowOf}
            distance={distance}
          />
        ))}
      </section>
      <p className="hint">
        ∏ f, in a GRU ∏ (1 − z), is the direct path alone: the product of the gates on it. Beyond the vertical line,
        more than {percentage(WRONG)} of the gradient takes other paths. Norms are spectral: the largest factor by which
        any small change of the earlier state grows, with the other state at that timestep held fixed. Values beyond the
        axis are drawn at its edge.
      </p>
    </section>
  );
}
