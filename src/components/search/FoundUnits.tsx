import { type Found, holdsIn } from '../../analysis/unitSearch.ts';
import type { Cell } from '../../cell/cell.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { MINUS_SIGN } from '../../notation/number.ts';
import type { SearchAnswer } from '../../store/search/search.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { UnitName } from '../inspector/UnitName.tsx';

/** How many of the closest units are listed. */
const LISTED = 6;

interface FoundUnitsProps {
  readonly cell: Cell;
  readonly asked: string;
  readonly task: string;
  readonly answer: SearchAnswer;
  readonly onSelect: (signal: string, unit: number) => void;
}

/** The units that follow the track most closely, to be chosen, and where all the others stand. */
export function FoundUnits({
  cell,
  asked,
  task,
  answer: { search, level, asked: trained },
  onSelect,
}: FoundUnitsProps) {
  const { found, chance, samples } = search;
  const telling = found.filter((one) => holdsIn(search, one));
  const words = `${telling.length} of ${found.length} units follow ${asked} more closely than chance, in both halves; by chance the best of them would reach ${twoDecimals(chance)}.`;
  return (
    <div className="found">
      <p>{words}</p>
      <ol aria-label="The closest units">
        {found.slice(0, LISTED).map((one) => (
          <li key={`${one.signal} ${one.unit}`}>
            <button type="button" onClick={() => onSelect(one.signal, one.unit)}>
              <span className="unit">
                {letterOf(cell, one.signal) && <UnitName cell={cell} slot={one.signal} unit={one.unit} />}
              </span>
              <span className="what">
                {signalOf(cell, one.signal).info.label}, unit {one.unit + 1}
              </span>
              <Bar value={one.searched} />
              <span className="numbers">
                r = {twoDecimals(one.searched)}, confirmed {twoDecimals(one.confirmed)}
                {!holdsIn(search, one) && ': no more than chance'}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <LineChart
        title="All units, the closest first"
        x={{ label: 'unit', domain: [1, found.length] }}
        y={{ label: '|r|', domain: [0, 1] }}
        lines={[
          { name: 'confirmed on fresh sequences', tone: 'beside', points: points(found, 'confirmed') },
          { name: 'searched', tone: 'main', points: points(found, 'searched') },
        ]}
        rule={{ value: chance, label: 'the best by chance' }}
        summary={words}
      />
      <p className="hint">
        Correlation r over fresh sequences of “{task}” at level {level},{' '}
        {trained
          ? 'at which this cell was trained'
          : 'where the task begins: at which level this cell was trained is not known'}
        : {samples[0]} timesteps were searched, {samples[1]} others confirm. For chance, whole sequences swap what is
        asked about; 95 % of the swaps stay below the dotted line.
      </p>
    </div>
  );
}

const twoDecimals = (r: number): string => r.toFixed(2).replace('-', MINUS_SIGN);

const points = (found: readonly Found[], half: 'searched' | 'confirmed'): [number, number][] =>
  found.map((one, k) => [k + 1, Math.abs(one[half])]);

/** A correlation as a bar from the middle. */
function Bar({ value }: { readonly value: number }) {
  return (
    <svg viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true" focusable="false" data-negative={value < 0}>
      <rect x={Math.min(0, value)} width={Math.abs(value)} y={0} height={1} />
      <line x1={0} x2={0} y1={0} y2={1} />
    </svg>
  );
}
