import { lazy, Suspense } from 'react';
import type { Cell } from '../../cell/cell.ts';
import { sequenceKeysOf } from '../../io/link.ts';
import type { Home } from '../../io/opening.ts';
import { parametersFile } from '../../io/parametersFile.ts';
import { tapeCsv, tapeFile } from '../../io/tapeFile.ts';
import { viewFile } from '../../io/viewFile.ts';
import { learnedIn } from '../../io/weights.ts';
import { useDerived, useGatescope, useInstance } from '../../store/context.tsx';
import { guesses } from '../../store/guess.ts';
import { shownMoment } from '../../store/shownMoment.ts';
import { Button } from '../primitives/Button.tsx';
import { FigureForm } from './FigureForm.tsx';
import { FileChooser } from './FileChooser.tsx';
import { useSaving } from './useSaving.ts';

const ChosenRun = lazy(async () => ({ default: (await import('../compare/ChosenRun.tsx')).ChosenRun }));

/** Everything that can be taken along as a file, and the place to open one. */
export function SaveFiles({ home }: { readonly home: Home }) {
  const compared = useGatescope(({ inputs }) => inputs.beside !== undefined);
  const { cell } = useDerived();
  const moment = shownMoment(useInstance());
  const { said, save } = useSaving();
  const files = <RunFiles save={save} />;
  return (
    <>
      {compared ? (
        <Suspense>
          <ChosenRun>{files}</ChosenRun>
        </Suspense>
      ) : (
        files
      )}
      <section className="ruled share-files" aria-label="Whole view">
        <h3>Whole view</h3>
        <Button onClick={() => void save({ name: fileName(cell, 'view', 'json'), make: () => viewFile(moment) })}>
          JSON
        </Button>
      </section>
      <p role="status" className="hint">
        {said}
      </p>
      <FileChooser home={home} />
    </>
  );
}

const fileName = ({ id }: Cell, kind: string, ending: string): string => `gatescope-${id}-${kind}.${ending}`;

/** The files of one run: its diagram, tape and parameters. */
function RunFiles({ save }: Pick<ReturnType<typeof useSaving>, 'save'>) {
  const derived = useDerived();
  const { inputs } = useGatescope((state) => state);
  const moment = shownMoment(useInstance());
  const guessing = useGatescope(guesses);
  const { cell, sizes, parameters, initial, tape, encoded, predictions } = derived;
  const named = (kind: string, ending: string): string => fileName(cell, kind, ending);
  return (
    <>
      <FigureForm />
      <section className="ruled share-files" aria-label="Tape">
        <h3>Tape: every signal of every timestep</h3>
        {guessing ? (
          <p className="hint">It contains the values you are guessing: switch guessing off under View to save it.</p>
        ) : (
          <>
            <Button
              onClick={() =>
                void save({
                  name: named('tape', 'csv'),
                  make: () => tapeCsv(tape, encoded.tokens),
                  type: 'text/csv',
                })
              }
            >
              CSV
            </Button>
            <Button
              onClick={() =>
                void save({ name: named('tape', 'json'), make: () => tapeFile(tape, moment, encoded.tokens) })
              }
            >
              JSON
            </Button>
          </>
        )}
        {tape.precision === 'float32' && <p className="hint">Computed in float32.</p>}
      </section>
      <section className="ruled share-files" aria-label="Parameters">
        <h3>Parameters, initial states and outputs</h3>
        <Button
          onClick={() =>
            void save({
              name: named('parameters', 'json'),
              make: () =>
                parametersFile(cell, sizes, parameters, {
                  initial,
                  head: predictions?.head ?? null,
                  trained: learnedIn(inputs),
                  sequence: sequenceKeysOf(moment),
                }),
            })
          }
        >
          JSON
        </Button>
      </section>
    </>
  );
}
