import { type CSSProperties, useMemo } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { letterOf, signalOf } from '../../notation/equation.ts';
import { plainOf } from '../../notation/linear.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { withToken } from '../../store/memory/beginnings.ts';
import {
  borrowedEntry,
  borrowing,
  type Entry,
  leadingState,
  mapOf,
  readingsOf,
  strongestUnit,
} from '../../store/memory/memory.ts';
import { borrowedWords, carryingWords, limitsWords, signalName } from '../../store/memory/memoryWords.ts';
import type { Pin } from '../../store/state.ts';
import { Button } from '../primitives/Button.tsx';
import { columnOf } from '../timeline/columns.ts';
import { useOwnColumns, useSharedColumns } from '../timeline/columnsContext.tsx';
import { useFollow } from '../timeline/useScroller.ts';
import { useDark } from '../useColours.ts';
import { useStateOf } from '../useStateOf.ts';
import { BorrowedAnswer } from './BorrowedAnswer.tsx';
import { type MapRow, MemoryGrid, type Square } from './MemoryGrid.tsx';
import { OtherToken } from './OtherToken.tsx';
import type { MemoryMap } from './useMemoryMap.ts';

/** The narrowest column of the map where the reader has narrowed the strips further. */
const NARROWEST = 6;

/** The map under the tokens of the other run, with a summary in words and the effect of one borrowed value. */
export function Comparison({ map: { pair, question, signals, carrying } }: { readonly map: MemoryMap }) {
  const { cell, encoded, other } = useDerived();
  const t = useGatescope((state) => state.cursor.t);
  const sequence = useGatescope((state) => state.inputs.other);
  const interventions = useGatescope((state) => state.inputs.interventions) ?? none;
  const { goTo, select, setInterventions, setOther } = useActions();
  const dark = useDark();
  const [opened, setOpened] = useStateOf<string | null>(cell, null);
  const [editing, setEditing] = useStateOf<number | null>(encoded, null);
  const [pointed, setPointed] = useStateOf<Entry | null>(pair, null);
  const own = useOwnColumns(encoded.tokens);
  const shared = useSharedColumns();
  const sequenceColumns = shared ?? own;
  const { columns, gutter } = sequenceColumns;
  const { scroller } = own;
  const width = columns.bin > 1 ? NARROWEST : columns.width;
  useFollow(scroller, t, sequenceColumns);

  const shown = useMemo(
    () => (signals && question && opened !== null ? mapOf(pair, question, opened) : signals),
    [pair, question, signals, opened],
  );
  const rows = useMemo(
    () =>
      shown?.rows.map((id, row): MapRow => ({ id, entries: shown.entries[row], ...nameOf(cell, id, opened, row) })) ??
      [],
    [shown, cell, opened],
  );
  const entryOf = ({ row, t: at }: Square): Entry =>
    opened === null ? { signal: rows[row].id, unit: null, t: at } : { signal: opened, unit: row, t: at };
  const taken = useMemo(
    () => interventions.reduce<Entry | null>((last, one) => borrowedEntry(one) ?? last, null),
    [interventions],
  );
  const asked = pointed ?? taken;
  const readings = useMemo(() => asked && question && readingsOf(pair, question, asked), [pair, question, asked]);
  const at = asked?.t ?? carrying?.from ?? null;
  const lead = signals && at !== null ? leadingState(pair, signals, at) : null;
  const strongest = useMemo(
    () => (lead !== null && question && at !== null ? strongestUnit(pair, question, lead, at) : null),
    [pair, question, lead, at],
  );
  if (!other || !sequence) return null;
  const outputs = pair.answers?.a.head.outputs ?? null;
  const takenRow =
    taken && opened === (taken.unit === null ? null : taken.signal)
      ? (taken.unit ?? signals?.rows.indexOf(taken.signal))
      : undefined;
  return (
    <>
      {editing !== null && (
        <OtherToken
          t={editing}
          sequence={sequence}
          tokens={other.encoded.tokens}
          features={encoded.features}
          onChange={setOther}
          onClose={() => setEditing(null)}
        />
      )}
      <section
        ref={scroller}
        className="timeline-scroll"
        aria-label="Map of the memory"
        style={{ '--gutter': `${gutter}px` } as CSSProperties}
      >
        <div className="timeline-content" style={{ width: gutter + width * encoded.tokens.length }}>
          <MemoryGrid
            caption={`How far each value, borrowed from the other run, moves the answer${question ? ` at timestep ${question.timestep}` : ''}`}
            tokens={encoded.tokens}
            others={other.encoded.tokens}
            rows={rows}
            taken={taken && takenRow !== undefined ? { row: takenRow, t: taken.t } : null}
            editing={editing}
            gutter={gutter}
            width={width}
            dark={dark}
            onPoint={(square) => setPointed(square && entryOf(square))}
            onTake={(square) => {
              const entry = entryOf(square);
              const others = interventions.filter((one) => borrowedEntry(one) === null);
              setInterventions(isSame(entry, taken) ? others : [...others, borrowing(entry)]);
              goTo(entry.t, undefined, 'jump');
              select(entry.signal, entry.unit ?? undefined);
            }}
            onToken={(step) => setEditing(step === editing ? null : step)}
            onType={(step, character) => {
              if (sequence.kind === 'numbers' || !encoded.features.includes(character)) return false;
              setOther(withToken(sequence, other.encoded.tokens, step, character));
              return true;
            }}
            onName={(row) => setOpened(opened === null ? rows[row].id : null)}
          />
          {t > 0 && (
            <div
              className="timeline-cursor"
              aria-hidden="true"
              style={{ width, transform: `translateX(${columnOf(t, { width, bin: 1 }) * width}px)` }}
            />
          )}
        </div>
      </section>
      <div className="memory-words">
        {!question ? (
          <p>Both runs give the same answers. Change a token of the other run until one differs.</p>
        ) : !signals ? (
          <p>
            This map would take too long here; <code>npm run examine -- patch --other</code> prints it.
          </p>
        ) : (
          <>
            {opened !== null && (
              <p>
                Units of the {signalName(cell, opened)}, one borrowed at a time.{' '}
                <Button look="link" onClick={() => setOpened(null)}>
                  All signals
                </Button>
              </p>
            )}
            {readings && asked && <BorrowedAnswer readings={readings} question={question} outputs={outputs} />}
            <p aria-live="polite">
              {readings && asked
                ? borrowedWords(cell, asked, question, outputs, readings)
                : carryingWords(cell, carrying, question.timestep)}
            </p>
            {lead !== null && at !== null && (
              <p className="hint">{limitsWords(cell, { signal: lead, t: at }, strongest)}</p>
            )}
          </>
        )}
      </div>
    </>
  );
}

const none: readonly Pin[] = [];

const isSame = (a: Entry, b: Entry | null): boolean => a.signal === b?.signal && a.unit === b.unit && a.t === b.t;

/** Names a row: by the letter and label of a signal, or as a unit of the signal that is opened. */
function nameOf(cell: Cell, id: string, opened: string | null, row: number): Pick<MapRow, 'shown' | 'spoken'> {
  if (opened !== null)
    return {
      shown: unitLabel(cell, { kind: 'signal', id: opened }, row),
      spoken: `unit ${row + 1} of ${signalName(cell, opened)}`,
    };
  const letter = letterOf(cell, id);
  const { label } = signalOf(cell, id).info;
  const text = letter && plainOf({ kind: 'letter', key: null, letter, subscript: '' });
  return {
    shown: (
      <>
        {text && <i>{text}</i>} <span>{label}</span>
      </>
    ),
    spoken: signalName(cell, id),
  };
}
