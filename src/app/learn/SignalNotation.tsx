import type { Cell } from '../../cell/cell.ts';
import { slotOf } from '../../cell/slot.ts';
import { Mathematics } from '../../components/equations/Mathematics.tsx';
import { equationOf, symbolsOf } from '../../notation/equation.ts';
import { equationMarkup, markupOf } from '../../notation/mathml.ts';
import { spokenEquation, spokenOf } from '../../notation/spoken.ts';

interface Props {
  readonly cell: Cell;
  readonly signal: string;
}

/** The symbol of a signal of the cell beside the text; its name where that has no such signal. */
export function SignalSymbol({ cell, signal }: Props) {
  const { id, kind } = slotOf(signal);
  if (id !== 'x' && !cell.signals.some((one) => one.id === id)) return id;
  const formula = symbolsOf(cell)(
    id === 'x' ? { kind: 'input', id: 'x' } : { kind: kind === 'previous' ? kind : 'signal', id },
  );
  return (
    <span role="img" aria-label={spokenOf(formula)}>
      <Mathematics markup={{ tag: 'math', attributes: {}, children: [markupOf(formula)] }} />
    </span>
  );
}

/** The equation of a signal of the cell beside the text; nothing where that has no such signal. */
export function SignalEquation({ cell, signal }: Props) {
  if (!cell.signals.some(({ id }) => id === signal)) return null;
  const equation = equationOf(cell, signal);
  return (
    <span
      className="lesson-equation"
      role="img"
      aria-label={spokenEquation(equation)}
      data-signal={signal}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an equation that scrolls has to be reachable by key
      tabIndex={0}
    >
      <Mathematics markup={equationMarkup(equation)} />
    </span>
  );
}
