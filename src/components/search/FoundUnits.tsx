import { type Found, holdsIn } from '../../analysis/unitSearch.ts';
import type { Cell } from '../../cell/cell.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { twoDecimals } from '../../notation/number.ts';
import { foundWords, searchedWords } from '../../store/search/foundWords.ts';
import type { SearchAnswer } from '../../store/search/search.ts';
import { LineChart } from '../charts/LineChart.tsx';
import { UnitName } from '../inspector/UnitName.tsx';
import { Button } from '../primitives/Button.tsx';

/** The number of closest units that are listed. */
const LISTED = 6;

interface FoundUnitsProps {
  readonly cell: Cell;
  readonly asked: string;
  readonly task: string;
  readonly answer: SearchAnswer;
  /** Opens the page of the unit that is selected. */
  readonly onOpen: () => void;
}

/** The units that follow the track most closely, to be chosen, and the scores of all the others. */
export function FoundUnits({ cell, asked, task, answer, onOpen }: FoundUnitsProps) {
  const { search } = answer;
  const { found, chance } = search;
  const words = foundWords(asked, search);
  return (
    <div className="stack">
      <p>{words}</p>
      <ol aria-label="The closest units">
        {found.slice(0, LISTED).map((one) => (
          <li key={`${one.signal} ${one.unit}`}>
            <Button look="row" data-signal={one.signal} data-select="" data-unit={one.unit} onClick={onOpen}>
              <span className="unit">
                {letterOf(cell, one.signal) && <UnitName cell={cell} slot={one.signal} unit={one.unit} />}
              </span>
              <span className="hint">
                {signalOf(cell, one.signal).info.label}, unit {one.unit + 1}
              </span>
              <Bar value={one.searched} />
              <span className="numbers">
                r = {twoDecimals(one.searched)}, confirmed {twoDecimals(one.confirmed)}
                {!holdsIn(search, one) && ': no more than chance'}
              </span>
            </Button>
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
        {searchedWords(task, answer)} To measure chance, whole sequences swap their tracks; 95 % of the swaps stay below
        the dotted line.
      </p>
    </div>
  );
}

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
