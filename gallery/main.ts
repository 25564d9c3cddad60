import { cssPalette } from '../src/figure/shape.ts';
import { colourOf } from '../src/theme/colour.ts';
import { type Ink, plateSvg, plates, readRun } from './plates.ts';

/** Shows every plate in the system's theme; `?only=LSTM` keeps those whose title begins with the text. */
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const only = new URLSearchParams(location.search).get('only') ?? '';
const ink: Ink = {
  palette: cssPalette,
  colour: (scale, value) => colourOf(scale, value, dark),
  read: readRun,
};
const main = document.querySelector('main') as HTMLElement;
for (const plate of plates.filter(({ title }) => title.startsWith(only))) {
  const svg = plateSvg(plate, ink);
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = plate.title;
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  figure.append(caption, document.importNode(drawn, true));
  main.append(figure);
}
