import type { Cell } from '../../cell/cell.ts';
import { asFactor } from '../../notation/number.ts';
import type { Summed } from '../../notation/summed.ts';
import type { Vote } from '../../store/votes.ts';
import { tokenLabel, tokenName } from '../../text/tokens.ts';
import { Contribution } from '../inspector/Contribution.tsx';
import { UnitName } from '../inspector/UnitName.tsx';
import '../inspector/arithmetic.css';

interface VotesProps {
  readonly cell: Cell;
  /** The name of the output. */
  readonly output: string;
  readonly votes: Summed<Vote>;
  /** The formula from the sum to a probability; null if the sum is the answer itself. */
  readonly probability: string | null;
}

/** The votes of the units for an output, the strongest first. */
export function Votes({ cell, output, votes, probability }: VotesProps) {
  const { kept, rest, fixed, total } = votes;
  const scale = Math.max(...[...kept, rest, fixed].map((row) => Math.abs(row?.value ?? 0)));
  const name = tokenLabel(output);
  return (
    <section className="arithmetic votes" aria-label={`Which units vote for ${tokenName(output)}`}>
      <h3 className="phrases">
        <span>
          Which units vote for <b className="output-name">{name}</b>
        </span>
        <small>weight × hidden state</small>
      </h3>
      <ul>
        {kept.map(({ unit, weight, input, value, text }) => (
          <Contribution
            key={unit}
            label={<UnitName cell={cell} slot={cell.output} unit={unit} />}
            detail={`${weight.text} × ${asFactor(input.text)}`}
            spoken={`unit ${unit + 1}: weight ${weight.text} times ${input.text} gives ${text}`}
            value={value}
            text={text}
            scale={scale}
            source={{ key: cell.output, unit }}
          />
        ))}
        {rest && <Contribution label="others" detail={`${rest.count} units`} {...rest} scale={scale} />}
        {fixed && <Contribution label="bias" detail="" {...fixed} scale={scale} />}
      </ul>
      <p className="spread total">
        <span>sum</span> <span className="value">{total.text}</span>
      </p>
      {probability !== null && (
        <p className="hint">
          Softmax weighs e to the power of this sum against all outputs: <b>{probability}</b>.
        </p>
      )}
    </section>
  );
}
