import { useId } from 'react';
import type { Scaling } from '../../io/sequence.ts';
import { displayed } from '../../notation/number.ts';
import { useDerived, useGatescope } from '../../store/context.tsx';
import { scaled } from '../../text/scales.ts';
import { ScalingHint } from './ScalingHint.tsx';

/** Columns whose scale is written out. */
const FIRST = 6;

/** Prints a number with up to four decimals, so that the sums printed come out as printed. */
const precise = (value: number): string =>
  displayed(value, 4)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

const scalings: Readonly<Record<Scaling, string>> = {
  none: 'as they are',
  standard: 'mean 0, standard deviation 1',
  range: 'from 0 to 1',
};

/** The scaling of each column before it enters the cell, as a formula and its inverse; another choice changes no data. */
export function ScalingField({
  scaling,
  onChange,
}: {
  readonly scaling: Scaling;
  readonly onChange: (scaling: Scaling) => void;
}) {
  const id = useId();
  const { encoded } = useDerived();
  const sequence = useGatescope((state) => state.inputs.sequence);
  return (
    <fieldset className="choices scaling">
      <legend>Scaling of each column</legend>
      {(Object.keys(scalings) as Scaling[]).map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={id} checked={scaling === each} onChange={() => onChange(each)} />
          {scalings[each]}
        </label>
      ))}
      {scaling === 'none' && <ScalingHint onScale={() => onChange('standard')} />}
      {sequence.kind === 'numbers' && scaling !== 'none' && (
        <ul className="bulleted hint">
          {encoded.scales.slice(0, FIRST).map(({ offset, factor }, k) => {
            const first = sequence.rows[0][k];
            const difference = offset < 0 ? `+ ${precise(-offset)}` : `− ${precise(offset)}`;
            const sum = offset < 0 ? `− ${precise(-offset)}` : `+ ${precise(offset)}`;
            return (
              <li key={k}>
                <b>{encoded.features[k]}</b>: x = (value {difference}) ÷ {precise(factor)}, so value = x ·{' '}
                {precise(factor)} {sum}. The first value {precise(first)} enters as{' '}
                {precise(scaled(first, { offset, factor }))}.
              </li>
            );
          })}
          {encoded.scales.length > FIRST && <li>and {encoded.scales.length - FIRST} more columns in the same way</li>}
        </ul>
      )}
    </fieldset>
  );
}
