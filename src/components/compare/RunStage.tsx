import { type Badge, badgeOf } from '../badge/badgeOf.ts';
import '../badge/badge.css';
import type { Cell } from '../../cell/cell.ts';
import { registry } from '../../cells/index.ts';
import { areRelated } from '../../figure/change.ts';
import { ownSentence } from '../../notation/differenceSentence.ts';
import { useActions, useDerived } from '../../store/context.tsx';
import { CellMenu } from '../controls/CellMenu.tsx';
import { Options } from '../controls/Options.tsx';
import { Diagram } from '../diagram/Diagram.tsx';
import { Button } from '../primitives/Button.tsx';
import { useBefore } from '../useBefore.ts';
import { type ComparedRun, InRun, RunLetter, useEnded } from './runs.tsx';
import { endWords } from './runWords.ts';

/** One of the runs: its cell and weights by name, and its diagram at the scale of the others. */
export function RunStage({ run, cells, diagram }: StageProps) {
  const { letter, derived, inputs } = run;
  const { cell } = derived;
  const ended = useEnded(run);
  const badge = run.takesOver ? takenOver(derived) : badgeOf(inputs, null, true);
  return (
    <section
      className="card fill run-stage"
      data-run={letter}
      data-ended={ended || undefined}
      aria-label={`${letter}: ${cell.name}`}
    >
      <InRun run={run}>
        <header className="run-head">
          <RunLetter letter={letter} />
          {/* the menu with the name is not on paper */}
          <span className="on-paper">{cell.name}</span>
          <CellMenu label={cell.name} title={`Cell of ${letter}`} cells={() => registry} />
          <span className="run-options">
            <Options />
          </span>
          {ended && <span className="hint run-end">{endWords(run)}</span>}
          {run.place !== null && <RunButtons run={run} place={run.place} />}
        </header>
        {diagram && (
          <div className="fill picture-room stage-picture">
            <Diagram together={cells} />
          </div>
        )}
        <footer className="run-foot">
          <span className="badge" data-kind={badge.kind}>
            {badge.text}
          </span>
          <Own />
        </footer>
      </InRun>
    </section>
  );
}

/** The features that only this run's cell has, if both are of one family. */
function Own() {
  const { cell, sizes } = useDerived();
  const other = useBefore();
  const sentence = other && areRelated(other, cell) ? ownSentence(cell, other, sizes) : null;
  return sentence && <span className="truncated">{sentence}</span>;
}

/** The badge of weights that were learned in the cell of A. */
function takenOver({ predictions }: ComparedRun['derived']): Badge {
  return { kind: 'opened', text: predictions ? 'the weights of A' : 'the weights of A, the rest random' };
}

interface StageProps {
  readonly run: ComparedRun;
  readonly cells: readonly Cell[];
  /** True if the diagram is shown. */
  readonly diagram: boolean;
}

function RunButtons({ run: { letter }, place }: { readonly run: ComparedRun; readonly place: number }) {
  const { exchangeBeside, removeBeside } = useActions();
  return (
    <span className="run-buttons">
      <Button look="icon" aria-label={`Exchange A and ${letter}`} onClick={() => exchangeBeside(place)}>
        ⇄
      </Button>
      <Button look="icon" aria-label={`Remove ${letter}`} onClick={() => removeBeside(place)}>
        ×
      </Button>
    </span>
  );
}
