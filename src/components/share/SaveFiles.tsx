import { useState } from 'react';
import { figurePng } from '../../io/figure.ts';
import { sequenceKeysOf } from '../../io/link.ts';
import type { Home } from '../../io/opening.ts';
import { parametersFile } from '../../io/parametersFile.ts';
import { tapeCsv, tapeFile } from '../../io/tapeFile.ts';
import { viewFile } from '../../io/viewFile.ts';
import { learnedIn } from '../../io/weights.ts';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { clampedCursor, extentOf } from '../../store/cursor.ts';
import { guesses } from '../../store/guess.ts';
import { shownMoment } from '../../store/shownMoment.ts';
import type { Ground } from '../../theme/palette.ts';
import { faultOf } from '../faultOf.ts';
import { Button } from '../primitives/Button.tsx';
import { useDark } from '../useColours.ts';
import { FileChooser } from './FileChooser.tsx';
import { type Figure, figureOf, figureSvg, figureTikz } from './figureFile.ts';
import { pictureName } from './pictureName.ts';
import { rasterise } from './rasterise.ts';
import { saveFile } from './saveFile.ts';

/** Everything that can be taken along as a file, and the place to open one. */
export function SaveFiles({ home }: { readonly home: Home }) {
  const derived = useDerived();
  const { inputs, cursor } = useGatescope((state) => state);
  const moment = shownMoment(useInstance());
  const gradient = useGradient();
  const guessing = useGatescope(guesses);
  const dark = useDark();
  const [ground, setGround] = useState<Ground>(dark ? 'dark' : 'light');
  const [said, setSaid] = useState('');
  const { cell, sizes, parameters, initial, tape, encoded, predictions } = derived;
  const named = (kind: string, ending: string): string => `gatescope-${cell.id}-${kind}.${ending}`;
  const save = async (
    name: string,
    make: () => Promise<Blob | string> | string,
    type?: string,
    note = '',
  ): Promise<void> => {
    try {
      saveFile(name, await make(), type);
      setSaid(`${name} was passed to the browser.${note}`);
    } catch (error) {
      setSaid(`${name} could not be created. ${faultOf(error)}`);
    }
  };
  const saveFigure = (ending: string, make: (figure: Figure) => Promise<Blob | string>, type?: string): void => {
    const shown = { ...moment, cursor: clampedCursor(moment.cursor, extentOf(derived)) };
    const figure = figureOf(derived, shown, gradient, { ground });
    const note = figure.view === null ? ' The view does not fit into the file: save the whole view as well.' : '';
    void save(pictureName(cell.id, cursor.t, ground, ending), () => make(figure), type, note);
  };
  return (
    <>
      <section className="ruled share-files" aria-label="Diagram">
        <h3>Diagram as shown</h3>
        <fieldset className="choices">
          <legend>Background</legend>
          {(['light', 'dark'] as const).map((value) => (
            <label key={value} className="choice">
              <input type="radio" name="ground" checked={ground === value} onChange={() => setGround(value)} />
              {value}
            </label>
          ))}
        </fieldset>
        <Button onClick={() => saveFigure('svg', figureSvg, 'image/svg+xml')}>SVG</Button>
        <Button onClick={() => saveFigure('png', figurePngFile)}>PNG</Button>
        <Button onClick={() => saveFigure('tikz', async (figure) => figureTikz(figure), 'text/x-tex')}>TikZ</Button>
        <p className="hint">
          Opened here again, SVG and PNG show this very moment; TikZ is for LaTeX. Free to use as “Figure: Gatescope, CC
          BY 4.0”.
        </p>
      </section>
      <section className="ruled share-files" aria-label="Tape">
        <h3>Tape: every signal of every timestep</h3>
        {guessing ? (
          <p className="hint">It has the values that you guess first: switch guessing off under View to save it.</p>
        ) : (
          <>
            <Button onClick={() => void save(named('tape', 'csv'), () => tapeCsv(tape, encoded.tokens), 'text/csv')}>
              CSV
            </Button>
            <Button onClick={() => void save(named('tape', 'json'), () => tapeFile(tape, moment, encoded.tokens))}>
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
            void save(named('parameters', 'json'), () =>
              parametersFile(cell, sizes, parameters, {
                initial,
                head: predictions?.head ?? null,
                trained: learnedIn(inputs),
                sequence: sequenceKeysOf(moment),
              }),
            )
          }
        >
          JSON
        </Button>
      </section>
      <section className="ruled share-files" aria-label="Whole view">
        <h3>Whole view</h3>
        <Button onClick={() => void save(named('view', 'json'), () => viewFile(moment))}>JSON</Button>
      </section>
      <p role="status" className="hint">
        {said}
      </p>
      <FileChooser home={home} />
    </>
  );
}

/** A figure as a PNG that carries its view. */
async function figurePngFile(figure: Figure): Promise<Blob> {
  const drawn = await rasterise(await figureSvg(figure));
  return new Blob([figurePng(new Uint8Array(await drawn.arrayBuffer()), figure.view)], { type: 'image/png' });
}
