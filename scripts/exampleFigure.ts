import { type Figure, figureOf, figureSvg } from '../src/components/share/figureFile.ts';
import { attribute } from '../src/components/share/snippet.ts';
import { firstVisit } from '../src/presets/firstVisit.ts';
import { createDerive } from '../src/store/derive.ts';
import type { Ground } from '../src/theme/palette.ts';

const figure = (ground: Ground): Figure => {
  const moment = firstVisit();
  return figureOf(createDerive()(moment.inputs), moment, null, { ground });
};

/** The view of a first visit as SVG documents, made at once: a build lets go of this module when it has loaded it. */
export const svgs = {
  light: await figureSvg(figure('light')),
  dark: await figureSvg(figure('dark')),
};

/** The title of that view, as HTML contains it. */
export const title = attribute(figure('light').title);
