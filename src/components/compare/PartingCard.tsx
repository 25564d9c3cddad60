import { type ReactNode, useId, useMemo } from 'react';
import type { Difference } from '../../analysis/parting.ts';
import { type PartingTerm, partingTerms } from '../../analysis/partingTerms.ts';
import type { Cell } from '../../cell/cell.ts';
import { slotOf } from '../../cell/slot.ts';
import { balanced } from '../../notation/balanced.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { plainOf } from '../../notation/linear.ts';
import { displayed } from '../../notation/number.ts';
import { useActions, useGatescope } from '../../store/context.tsx';
import { Dropdown } from '../controls/Dropdown.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { Contribution } from '../inspector/Contribution.tsx';
import { UnitName } from '../inspector/UnitName.tsx';
import { Button } from '../primitives/Button.tsx';
import { ParameterName } from './ParameterName.tsx';
import { usePartings } from './partings.tsx';
import { type ComparedRun, useRuns } from './runs.tsx';
import '../inspector/arithmetic.css';

/** Thresholds to choose from: runs part where their difference is larger. */
const THRESHOLDS = [0, 0.01, 0.05, 0.1, 0.25, 0.5];

/** The timesteps at which two runs part, and the terms that make the difference. */
export function PartingCard() {
  const { a, b, partings, compareWith, goTo } = usePartings();
  const others = useRuns().slice(1);
  const threshold = useGatescope((state) => state.view.threshold);
  const t = useGatescope((state) => state.cursor.t);
  const { setThreshold } = useActions();
  const here = partings.find(({ timestep }) => Math.max(1, timestep) === t);
  const shown = here ?? partings[0];
  const at = (parting: Difference): number => Math.max(1, parting.timestep);
  const previous = partings.findLast((parting) => at(parting) < t);
  const next = partings.find((parting) => at(parting) > t);
  const choices = [...new Set([...THRESHOLDS, threshold])].sort((x, y) => x - y);
  return (
    <section className="parting-card" aria-label="Where they part">
      <header className="row parting-head">
        <h2>Where they part</h2>
        <span>
          <Button
            look="icon"
            aria-label="Previous parting"
            disabled={!previous}
            onClick={() => previous && goTo(previous)}
          >
            ←
          </Button>
          <Button look="icon" aria-label="Next parting" disabled={!next} onClick={() => next && goTo(next)}>
            →
          </Button>
        </span>
        {others.length > 1 && (
          <Segmented
            legend="Compare A with"
            choices={others.map(({ letter }) => ({ value: letter, label: letter }))}
            value={b.letter}
            onChange={compareWith}
          />
        )}
        <Dropdown
          legend="by more than"
          choices={choices.map((value) => ({ value: String(value), label: String(value) }))}
          value={String(threshold)}
          onChange={(value) => setThreshold(Number(value))}
        />
      </header>
      {shown ? (
        <Parting a={a} b={b} parting={shown} onGo={here ? null : () => goTo(shown)} />
      ) : (
        <p>No value of the two differs by more than {threshold}.</p>
      )}
    </section>
  );
}

interface PartingProps {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly parting: Difference;
  /** Goes there; null at the moment itself. */
  readonly onGo: (() => void) | null;
}

/** One value that differs, in words, and its terms. */
function Parting({ a, b, parting, onGo }: PartingProps) {
  const { timestep, signal, unit } = parting;
  const [one, other] = [a.derived, b.derived];
  const terms = useMemo(() => partingTerms(one.tape, other.tape, parting), [one.tape, other.tape, parting]);
  const { features } = one.encoded;
  const label = signal === 'x' ? 'input' : signalOf(one.cell, signal).info.label;
  const when = timestep === 0 ? 'from the start' : `at t = ${timestep}`;
  return (
    <>
      <p aria-live="polite" className="parting-sentence">
        They {timestep === 0 ? 'differ' : 'part'}{' '}
        {onGo ? (
          <Button look="link" onClick={onGo}>
            {when}
          </Button>
        ) : (
          when
        )}{' '}
        in{' '}
        {letterOf(one.cell, signal) ? (
          <>
            the {label} <UnitName cell={one.cell} slot={signal} unit={unit} features={features} />
          </>
        ) : (
          `unit ${unit + 1} of the ${label}`
        )}
        : <span data-run="A">{displayed(parting.a)}</span> in A, <span data-run={b.letter}>{displayed(parting.b)}</span>{' '}
        in {b.letter}
        {!sameLetter(one.cell, other.cell, signal) && (
          <>
            , where it is <UnitName cell={other.cell} slot={signal} unit={unit} features={features} />
          </>
        )}
        .
      </p>
      {terms.length > 0 && (
        <Terms terms={terms} cells={[one.cell, other.cell]} letter={b.letter} total={parting.b - parting.a} />
      )}
    </>
  );
}

/** True if both cells write the signal with one letter: the candidate of an LSTM has another than that of a GRU. */
function sameLetter(a: Cell, b: Cell, signal: string): boolean {
  const [one, other] = [letterOf(a, signal), letterOf(b, signal)];
  return one?.letter === other?.letter && one?.accent === other?.accent;
}

interface TermsProps {
  readonly terms: readonly PartingTerm[];
  readonly cells: readonly [Cell, Cell];
  readonly letter: string;
  /** The whole difference, to which the shares add up. */
  readonly total: number;
}

function Terms({ terms, cells, letter, total }: TermsProps) {
  const id = useId();
  const scale = Math.max(...terms.map(({ share }) => Math.abs(share)));
  const shown = balanced(
    terms.map(({ share }) => share),
    total,
  );
  const names = terms.map((term) => termName(term, cells));
  // what enters both by other weights has two terms, told apart by the weights
  const nameOf = ({ parameter }: PartingTerm, name: string): ReactNode =>
    parameter !== null && names.indexOf(name) !== names.lastIndexOf(name) ? (
      <>
        {name} by <ParameterName name={parameter} />
      </>
    ) : (
      name
    );
  return (
    <div className="arithmetic">
      <p id={id}>What makes the difference, {letter} − A:</p>
      <ul aria-labelledby={id}>
        {terms.map((term, k) => (
          <Contribution
            key={`${term.from} ${term.parameter}`}
            label={nameOf(term, names[k])}
            detail={operandsText(term, letter)}
            value={term.share}
            text={shown.texts[k]}
            scale={scale}
          />
        ))}
      </ul>
      <p className="spread total">
        <span>{letter} − A</span> <span className="value">{shown.total}</span>
      </p>
    </div>
  );
}

function operandsText({ a, b }: PartingTerm, letter: string): string {
  if (a === null && b === null) return '';
  const text = (value: number | null): string => (value === null ? 'none' : displayed(value));
  return `${text(a)} in A, ${text(b)} in ${letter}`;
}

const fixed: Readonly<Record<string, string>> = {
  bias: 'bias',
  activation: 'another activation',
  intervention: 'intervention',
  whole: 'computed differently',
};

/** A term by what enters it: “peephole of C”, “h of t − 1”. */
function termName({ from, parameter }: PartingTerm, cells: readonly [Cell, Cell]): string {
  if (Object.hasOwn(fixed, from)) return fixed[from];
  const { id, kind } = slotOf(from);
  const cell = cells.find(({ signals }) => signals.some((signal) => signal.id === id)) ?? cells[0];
  const letter = letterOf(cell, id);
  const name =
    letter === null ? signalOf(cell, id).info.label : plainOf({ kind: 'letter', key: null, letter, subscript: '' });
  const then = kind === 'previous' ? ' of t − 1' : '';
  return parameter !== null && /^p/i.test(parameter) ? `peephole of ${name}${then}` : `${name}${then}`;
}
