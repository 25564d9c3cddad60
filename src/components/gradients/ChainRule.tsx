import { useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { idOfKey, timestepOfKey } from '../../cell/slot.ts';
import { asFactor, displayed } from '../../notation/number.ts';
import { summed } from '../../notation/summed.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import type { Derived } from '../../store/derive.ts';
import { type Returned, returnedTo } from '../../store/gradient/chainRule.ts';
import type { Gradient } from '../../store/gradient/gradient.ts';
import { objectiveLetter } from '../../store/gradient/objectiveName.ts';
import { Contribution } from '../inspector/Contribution.tsx';
import { UnitName } from '../inspector/UnitName.tsx';
import '../inspector/arithmetic.css';
import './gradients.css';

interface ChainRuleProps {
  readonly derived: Derived;
  readonly gradient: Gradient;
  /** The slot asked about as seen from timestep t, and its unit from 0. */
  readonly slot: string;
  readonly unit: number;
  readonly t: number;
}

/** The sources of one gradient: every use of the number, and the gradient passed back from each by the chain rule. */
export function ChainRule({ derived, gradient, slot, unit, t }: ChainRuleProps) {
  const { cell, tape, parameters, predictions, encoded } = derived;
  const id = idOfKey(slot);
  const at = timestepOfKey(slot, t);
  const value = gradient.adjoint.values(id, at)[unit];
  const { kept, total: sum } = useMemo(() => {
    const returned = returnedTo({ id, unit, t: at }, tape, parameters, gradient);
    return summed(returned, null, value, returned.length);
  }, [id, unit, at, tape, parameters, gradient, value]);
  const scale = Math.max(...kept.map(({ value }) => Math.abs(value)));
  const L = objectiveLetter(gradient.of, cell, predictions);
  const ref = id === 'x' ? ({ kind: 'input', id: 'x' } as const) : ({ kind: 'signal', id } as const);
  const name = unitLabel(cell, ref, unit, encoded.features);
  return (
    <section className="arithmetic chain-rule" aria-label={`Where the derivative with respect to ${name} comes from`}>
      <h3 className="phrases" aria-label={`The derivative of L with respect to ${name} is ${sum.text}, timestep ${at}`}>
        <span className="label">
          ∂L / ∂<UnitName cell={cell} slot={slot} unit={unit} features={encoded.features} /> = {sum.text}
        </span>
        <small>timestep {at}</small>
      </h3>
      <p className="hint">
        L = {L} at timestep {gradient.of.t}. Every use of {name} hands back its own gradient times its slope:
      </p>
      {kept.length === 0 ? (
        <p>Nothing later depends on it: its gradient is 0.</p>
      ) : (
        <ul>
          {kept.map((use, k) => (
            <Contribution
              key={k}
              label={<User use={use} cell={cell} unit={unit} />}
              detail={detailOf(use, at)}
              spoken={spokenOf(use, cell, at)}
              value={use.value}
              text={use.text}
              scale={scale}
              source={use.user === null ? undefined : { key: use.user, unit, later: use.t - t }}
            />
          ))}
        </ul>
      )}
      <p className="spread total">
        <span>sum</span> <span className="value">{sum.text}</span>
      </p>
    </section>
  );
}

/** A value computed from the number: one unit of a signal, or through a matrix all of them. */
function User({ use, cell, unit }: { readonly use: Returned; readonly cell: Cell; readonly unit: number }) {
  if (use.user === null) return 'L itself';
  return use.factors === null ? labelOf(cell, use.user) : <UnitName cell={cell} slot={use.user} unit={unit} />;
}

const labelOf = (cell: Cell, id: string | null): string =>
  cell.signals.find((signal) => signal.id === id)?.info.label ?? 'L';

function detailOf({ user, factors, matrix, t }: Returned, at: number): string {
  const how = factors
    ? `${asFactor(displayed(factors.gradient))} × ${asFactor(displayed(factors.slope))}`
    : matrix
      ? 'all its units, by weight'
      : user === null
        ? ''
        : 'all its units';
  return [t > at ? 't + 1' : '', how].filter(Boolean).join(' · ');
}

function spokenOf({ user, t, factors, text }: Returned & { readonly text: string }, cell: Cell, at: number): string {
  const label = labelOf(cell, user);
  const when = t > at ? ' of the next timestep' : '';
  const how = factors ? `gradient ${displayed(factors.gradient)} times slope ${displayed(factors.slope)} gives ` : '';
  return `${label}${when}: ${how}${text}`;
}
