import { useMemo } from 'react';
import { Button } from '../../components/primitives/Button.tsx';
import { scales } from '../../laboratory/labLink.ts';
import type { LabNetwork } from '../../laboratory/networks.ts';
import { stretchOf, stretchWords } from '../../laboratory/scaleWords.ts';
import { displayed } from '../../notation/number.ts';
import { useLab, useSetting } from './labStore.ts';

/** Places of the slider a decade. */
const FINE = 20;

/** The recurrent scale, on a logarithmic slider with its neutral value in the middle, and what it does to a plain RNN. */
export function ScaleSlider({ plain, x }: { readonly plain: LabNetwork; readonly x: Float64Array }) {
  const scale = useSetting('scale');
  const lab = useLab();
  const words = useMemo(() => stretchWords(stretchOf(plain, x)), [plain, x]);
  return (
    <>
      <div className="row lab-slider">
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
        <Button aria-disabled={scale === 1} onClick={() => lab.set({ scale: 1 })}>
          Back to 1
        </Button>
      </div>
      <p className="prose">
        This multiplies the recurrent matrices of all cells: to the left, gradients vanish; to the right, they explode,
        until saturated tanhs let nothing through. {words}
      </p>
    </>
  );
}
