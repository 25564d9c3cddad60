import { useDeferredValue, useMemo } from 'react';
import { declarationOf } from '../../cells/index.ts';
import { displayed } from '../../notation/number.ts';
import { randomOf } from '../../training/random.ts';
import { rememberFirst } from '../../training/tasks/rememberFirst.ts';
import { CellGradient } from './CellGradient.tsx';
import { scales } from './labLink.ts';
import { useLab, useSetting } from './labStore.ts';
import { untrained, withRecurrentScale } from './networks.ts';
import { labCells, shipped } from './recipe.ts';

/** The gradient of every cell on one sequence, before and after training, at a recurrent scale of the reader's choice. */
export function GradientCard() {
  const gap = useDeferredValue(useSetting('gap'));
  const scale = useDeferredValue(useSetting('scale'));
  const seed = useSetting('example');
  const example = useMemo(() => rememberFirst.example(randomOf(seed), gap), [seed, gap]);
  const networks = useMemo(
    () => labCells.map((cell) => ({ cell, before: untrained(cell, shipped.parameters, rememberFirst, 1) })),
    [],
  );
  const scaled = useMemo(
    () => networks.map(({ cell, before }) => ({ cell, before: withRecurrentScale(before, scale) })),
    [networks, scale],
  );
  return (
    <section className="card" aria-labelledby="gradient">
      <h2 id="gradient">The gradient on its way back</h2>
      <p className="prose">
        Learning has to know how the answer at the question would change if the state at an earlier timestep had been a
        little different. That is the derivative of the last state with respect to an earlier one: a product of one
        matrix a timestep. Where it vanishes, nothing can be learned from what was seen back there; where it explodes,
        learning is thrown about. Both are the same product.
      </p>
      <ScaleSlider />
      <div className="cell-gradients">
        {scaled.map(({ cell, before }) => (
          <CellGradient
            key={cell}
            name={declarationOf(cell)?.name ?? cell}
            before={before}
            after={null}
            x={example.x}
            distance={gap + 1}
          />
        ))}
      </div>
    </section>
  );
}

/** Places of the slider a decade. */
const FINE = 20;

/** The recurrent scale, on a logarithmic slider with its neutral value in the middle. */
function ScaleSlider() {
  const scale = useSetting('scale');
  const lab = useLab();
  const place = Math.round(Math.log10(scale) * FINE);
  return (
    <div className="lab-slider">
      <label htmlFor="scale">Recurrent scale</label>
      <input
        id="scale"
        type="range"
        min={Math.log10(scales.min) * FINE}
        max={Math.log10(scales.max) * FINE}
        value={place}
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
