import { useMemo, useState } from 'react';
import { figurePng } from '../../io/figure.ts';
import { useDerived, useGatescope, useGradient, useInstance } from '../../store/context.tsx';
import { clampedCursor, extentOf } from '../../store/cursor.ts';
import { guesses } from '../../store/guess.ts';
import { shownMoment } from '../../store/shownMoment.ts';
import { grounds } from '../../theme/palette.ts';
import { Choice } from '../controls/Choice.tsx';
import { Dropdown } from '../controls/Dropdown.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { Button } from '../primitives/Button.tsx';
import { shownStrips } from '../timeline/shownStrips.ts';
import { useDark } from '../useColours.ts';
import { usePromised } from '../usePromised.ts';
import { type Figure, type FigureOptions, figureOf, figureSvg, figureTikz } from './figureFile.ts';
import { type FigureSize, figureSizes, heightOf, PAGE_HIGH, pixelsPerUnit } from './figureSizes.ts';
import { hasText, outlinedFigure } from './outlinedFigure.ts';
import { pictureName } from './pictureName.ts';
import { rasterise } from './rasterise.ts';
import { fitsFigure, stripsFigureOf } from './stripsFigure.ts';
import { useSaving } from './useSaving.ts';
import { WalkForm } from './WalkForm.tsx';
import { pausedAt } from './walk.ts';
import './figureForm.css';

const sizeChoices = (Object.keys(figureSizes) as FigureSize[]).map((value) => ({
  value,
  label: figureSizes[value].label,
}));
const contentChoices = [
  { value: 'diagram', label: 'diagram' },
  { value: 'strips', label: 'over time' },
] as const;
const groundChoices = grounds.map((value) => ({ value, label: value }));

/** The diagram of the moment shown, or the strips over time, as a figure: choices, a live preview, and its files. */
export function FigureForm() {
  const derived = useDerived();
  const state = useGatescope((one) => one);
  const instance = useInstance();
  const gradient = useGradient();
  const guessing = useGatescope(guesses);
  const dark = useDark();
  const [options, setOptions] = useState<Required<FigureOptions>>({
    ground: dark ? 'dark' : 'light',
    size: 'page',
    letters: true,
    legend: true,
  });
  // the page behind the dialog stays as it is
  const [strips] = useState(shownStrips);
  const [content, setContent] = useState<(typeof contentChoices)[number]['value']>('diagram');
  const overTime = content === 'strips' ? strips : null;
  const fits = strips.length > 0 && fitsFigure(strips);
  const [paths, setPaths] = useState(false);
  const { said, say, save } = useSaving();
  const change = (part: Partial<FigureOptions>): void => setOptions({ ...options, ...part });
  const { cell } = derived;
  const moment = useMemo(() => {
    const shown = shownMoment(instance);
    return { ...shown, cursor: clampedCursor(shown.cursor, extentOf(derived)) };
  }, [instance, derived, state]);
  const { t } = moment.cursor;
  const figure = useMemo(
    () =>
      overTime
        ? stripsFigureOf(overTime, derived, moment, gradient, options)
        : figureOf(derived, moment, gradient, options),
    [overTime, derived, moment, gradient, options],
  );
  const high = heightOf(figure);
  const write = paths ? outlinedFigure : figureSvg;
  // saving says what failed
  const svg = usePromised(figure, write);
  const look = [overTime && 'over-time', options.size !== 'page' && options.size, options.ground]
    .filter(Boolean)
    .join('-');
  const saveAs = (ending: string, make: () => Promise<Blob | string>, type?: string): void => {
    const note = figure.view === null ? 'The view does not fit in the file: save the whole view as well.' : '';
    void save({ name: pictureName(cell.id, t, look, ending), make, note, ...(type && { type }) });
  };
  return (
    <section className="ruled figure-form" aria-label="Figure">
      <h3>Figure as shown</h3>
      <div className="figure-preview" style={{ background: figure.background }}>
        {svg !== null && <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={`Preview: ${figure.title}`} />}
      </div>
      <div className="figure-choices">
        {fits && (
          <Segmented legend="Shows" legendShown choices={contentChoices} value={content} onChange={setContent} />
        )}
        {strips.length > 0 && !fits && (
          <p className="hint">
            The strips over time have too many numbers for a figure. Fewer units, or the states only, can be saved.
          </p>
        )}
        {overTime && high > PAGE_HIGH && (
          <p className="hint">
            It is {high} mm high, more than a page. Fewer signals, or a wider place, make it lower.
          </p>
        )}
        <Dropdown legend="Drawn for" choices={sizeChoices} value={options.size} onChange={(size) => change({ size })} />
        <Segmented
          legend="Ground"
          legendShown
          choices={groundChoices}
          value={options.ground}
          onChange={(ground) => change({ ground })}
        />
        {!overTime && (
          <Choice label="letters beside wires" checked={options.letters} onChange={(letters) => change({ letters })} />
        )}
        <Choice label="keys to the colours" checked={options.legend} onChange={(legend) => change({ legend })} />
        <Choice label="text as paths, for programs without its fonts" checked={paths} onChange={setPaths} />
        <div className="figure-files">
          <Button onClick={() => saveAs('svg', () => write(figure), 'image/svg+xml')}>SVG</Button>
          <Button onClick={() => saveAs('png', async () => pngOf(figure, await write(figure)))}>PNG</Button>
          <Button onClick={() => saveAs('tikz', async () => figureTikz(figure), 'text/x-tex')}>TikZ</Button>
        </div>
        {!guessing && t > 0 && !overTime && (
          <WalkForm
            figureAt={(at) => figureOf(derived, pausedAt(moment, at), gradient, options)}
            write={write}
            cursor={moment.cursor}
            extent={extentOf(derived)}
            name={(walk, ending) =>
              `gatescope-${cell.id}-${walk === 'stages' ? `t${t}-stages` : 'timesteps'}.${ending}`
            }
            save={save}
            say={say}
          />
        )}
        <p role="status" className="hint">
          {said}
        </p>
      </div>
      <p className="hint">
        {paths && svg !== null && hasText(svg) && 'Some characters have no outlines and remain text. '}
        SVG and PNG files open here again at this moment; TikZ is for LaTeX. Free to use with the line “Figure:
        Gatescope, CC BY 4.0”.
      </p>
    </section>
  );
}

/** A figure as a PNG that carries its view. */
async function pngOf({ size, view, picture }: Figure, svg: string): Promise<Blob> {
  const [, , width, height] = picture.viewBox;
  const scale = pixelsPerUnit(size, width);
  const drawn = await rasterise(svg, { width: Math.round(width * scale), height: Math.round(height * scale) });
  return new Blob([figurePng(new Uint8Array(await drawn.arrayBuffer()), view)], { type: 'image/png' });
}
