import type { EncodedSequence } from '../../io/sequence.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { facelessName } from '../../text/tokens.ts';

/** The input at timestep t (1…T) in words: token ‘not’, token space, value 0.3. */
export function spokenToken({ tokens, scales }: EncodedSequence, t: number): string {
  const token = tokens[t - 1] ?? '';
  if (scales.length > 0) return `value ${token}`;
  return `token ${facelessName(token) ?? `‘${token}’`}`;
}

/** The timestep as a slider, with the token in words for those who do not see the strip of tokens. */
export function TimestepSlider() {
  const { goTo } = useActions();
  const { encoded, tape, stages } = useDerived();
  const { t, position } = useGatescope((state) => state.cursor);
  const T = tape.length;
  const stage = stages.findLast(({ start }) => start < position);
  const where = `timestep ${t} of ${T}, ${spokenToken(encoded, t)}`;
  return (
    <div className="row timestep">
      <input
        type="range"
        min={Math.min(1, T)}
        max={T}
        step={1}
        value={t}
        disabled={T === 0}
        aria-label="Timestep"
        aria-valuetext={T === 0 ? 'no timesteps' : where}
        onChange={({ currentTarget }) => goTo(Number(currentTarget.value), undefined, 'jump')}
      />
      <output className="where">
        {T === 0 ? 'empty sequence' : `t = ${t} of ${T} · ${stage ? stage.label : 'start'}`}
      </output>
    </div>
  );
}
