import { useState } from 'react';
import { cellOf } from '../../../src/cell/cell.ts';
import { sizesOf } from '../../../src/cell/sizes.ts';
import { lstm } from '../../../src/cells/lstm.ts';
import type { RunAnswers } from '../../../src/components/timeline/answers.ts';
import { Timeline } from '../../../src/components/timeline/Timeline.tsx';
import { runForward } from '../../../src/engine/forward.ts';
import { initialParameters, uniform } from '../../../src/engine/parameters.ts';
import { compile } from '../../../src/engine/program.ts';
import type { Tape } from '../../../src/engine/tape.ts';
import '../../../src/theme/theme.css';

const cell = cellOf(lstm);

/** An LSTM with seeded weights run over T seeded inputs in ±1.5. */
export function tapeOf(T: number, H: number, D = 3): Tape {
  const sizes = sizesOf(D, H);
  const x = Float64Array.from({ length: T * D }, (_, k) => 1.5 * uniform(5, k));
  return runForward(compile(cell, sizes), initialParameters(cell, sizes, { seed: 7, gain: 2.5, forgetBias: 1 }), x);
}

/** A timeline with its own cursor and selection instead of the page's store. */
export function Bound({
  tape,
  tokens,
  dark = false,
  start = 1,
  answers,
  gradient,
  onMove,
}: {
  readonly tape: Tape;
  readonly tokens: readonly string[];
  readonly dark?: boolean;
  readonly start?: number;
  readonly answers?: RunAnswers | null;
  readonly gradient?: { readonly of: string; readonly largest: number } | null;
  readonly onMove?: (set: (t: number) => void) => void;
}) {
  const [cursor, setCursor] = useState({ t: start, position: cell.signals.length });
  const [selection, setSelection] = useState<{ signal: string | null; unit: number }>({ signal: 'f', unit: 1 });
  onMove?.((t) => setCursor({ t, position: cell.signals.length }));
  return (
    <div data-theme={dark ? 'dark' : 'light'} style={{ background: 'var(--panel)', padding: 16 }}>
      <Timeline
        tape={tape}
        encoded={{ tokens, labels: null, features: ['a', 'b', 'c'] }}
        cursor={cursor}
        selection={selection}
        hover={null}
        dark={dark}
        onCursor={(t) => setCursor({ t, position: cell.signals.length })}
        onSelect={(signal, unit) => setSelection({ signal, unit })}
        answers={answers ?? null}
        gradient={gradient ?? null}
      />
      <p data-testid="where">{`t ${cursor.t} ${selection.signal} ${selection.unit}`}</p>
    </div>
  );
}
