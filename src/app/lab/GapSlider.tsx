import { gaps } from '../../laboratory/recipe.ts';
import { useLab, useSetting } from './labStore.ts';

/** The distance of the question from the symbol that it asks for; the stops are the gaps that were measured. */
export function GapSlider() {
  const gap = useSetting('gap');
  const lab = useLab();
  return (
    <div className="row lab-slider">
      <label htmlFor="gap">Gap</label>
      <input
        id="gap"
        type="range"
        min={0}
        max={gaps.length - 1}
        value={gaps.indexOf(gap)}
        aria-valuetext={`${gap} timesteps`}
        onChange={({ currentTarget }) => lab.set({ gap: gaps[Number(currentTarget.value)] })}
      />
      <output htmlFor="gap">{gap} timesteps</output>
    </div>
  );
}
