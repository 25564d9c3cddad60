import type { Cell } from '../../cell/cell.ts';
import { refKey, refsOf } from '../../cell/slot.ts';
import { type ComparedEquation, comparedEquations } from '../../notation/difference.ts';
import { type Equation, equationOf, equationsOf, letterOf } from '../../notation/equation.ts';
import { equationMarkup, type Markup, markupOf } from '../../notation/mathml.ts';
import { type NumberEquation, numberEquationOf } from '../../notation/numbers.ts';
import type { Readings } from '../../notation/readings.ts';
import { spokenEquation, spokenOf } from '../../notation/spoken.ts';
import { isComputed } from '../../store/cursor.ts';
import type { Lit } from './Mathematics.tsx';

/** One line of the list of equations. */
export interface EquationLine {
  readonly id: string;
  readonly signal: string;
  readonly label: string;
  readonly status: ComparedEquation['status'] | 'ghost';
  readonly markup: Markup;
  readonly spoken: string;
  /** The printed equation; null for one of the cell before, and if numbers replace the letters. */
  readonly equation: Equation | null;
}

/** The slot asked about and what it is computed from. */
export function litBy(cell: Cell, key: string | null): Lit {
  const signal = cell.signals.find((s) => s.id === key);
  return { self: key, inputs: signal ? refsOf(signal).map(refKey) : [] };
}

/** The printed equations with letters, compared with the cell before; an asked-for folded signal gets its own line. */
export function symbolLines(cell: Cell, before: Cell | null, asked: string | null): readonly EquationLine[] {
  const line = (equation: Equation, status: EquationLine['status']): EquationLine => ({
    // a removed equation and one that is asked for can be of signals with one name
    id: `${status === 'ghost' || status === 'removed' ? `${status}.` : ''}${equation.signal}`,
    signal: equation.signal,
    label: equation.label,
    status,
    markup: equationMarkup(equation),
    spoken: spokenEquation(equation),
    equation: status === 'removed' || status === 'ghost' ? null : equation,
  });
  const compared: readonly ComparedEquation[] = before
    ? comparedEquations(before, cell)
    : equationsOf(cell).map((equation) => ({ status: 'same', equation, ghost: null }));
  const lines = compared.flatMap(({ equation, status, ghost }) => [
    line(equation, status),
    ...(ghost ? [line(ghost, 'ghost')] : []),
  ]);
  if (asked === null || !isFolded(cell, asked)) return lines;
  const order = cell.signals.map((s) => s.id);
  const next = lines.findIndex((l) => order.indexOf(l.signal) > order.indexOf(asked));
  return lines.toSpliced(next < 0 ? lines.length : next, 0, line(equationOf(cell, asked), 'same'));
}

/** The same lines for one unit, with its numbers as each signal computes with them; in letters while they are not computed. */
export function numberLines(
  cell: Cell,
  readingsOf: (signal: string) => Readings,
  t: number,
  unit: number,
  asked: string | null,
  position: number,
): readonly EquationLine[] {
  const letters = symbolLines(cell, null, asked);
  return cell.signals
    .filter(({ id }) => letterOf(cell, id) !== null || id === asked)
    .map(({ id }) => {
      const line = isComputed(cell, id, position) ? null : letters.find(({ signal }) => signal === id);
      if (line) return line;
      const equation = numberEquationOf(cell, readingsOf(id), id, t, unit);
      return {
        id,
        signal: id,
        label: equation.label,
        status: 'same',
        markup: numberMarkup(equation),
        spoken: numberSpoken(equation),
        equation: null,
      };
    });
}

const isFolded = (cell: Cell, id: string): boolean =>
  cell.signals.some((s) => s.id === id) && letterOf(cell, id) === null;

const sign = (symbol: string): Markup => ({ tag: 'mo', attributes: {}, children: [symbol] });

function numberMarkup({ signal, left, right, relation, result }: NumberEquation): Markup {
  const end = result ? [sign(relation), markupOf(result)] : [];
  const row: Markup = { tag: 'mrow', attributes: {}, children: [markupOf(left), sign('='), markupOf(right), ...end] };
  return { tag: 'math', attributes: { display: 'block', 'data-equation': signal }, children: [row] };
}

function numberSpoken({ left, right, relation, result }: NumberEquation): string {
  const end = result ? ` ${relation === '=' ? 'equals' : 'is about'} ${spokenOf(result)}` : '';
  return `${spokenOf(left)} equals ${spokenOf(right)}${end}`;
}
