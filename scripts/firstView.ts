import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { sharedFrame } from '../src/components/diagram/useFrame.ts';
import { figureOf } from '../src/components/share/figureFile.ts';
import { frameHash } from '../src/components/share/frameHash.ts';
import { startFromLink } from '../src/components/share/startFromLink.ts';
import { Frame } from '../src/embed/Frame.tsx';
import { compactPictureOf } from '../src/figure/compactPicture.ts';
import { neighboursOf } from '../src/figure/frame.ts';
import { type Picture, pictureOf } from '../src/figure/picture.ts';
import { sceneOf } from '../src/figure/scene.ts';
import { still } from '../src/figure/still.ts';
import { svgOf } from '../src/figure/svg.ts';
import { home } from '../src/presets/index.ts';
import { type Ground, palettes } from '../src/theme/palette.ts';

const { gatescope, notices } = await startFromLink(frameHash(''), home);
const moment = gatescope.getState();
const derived = gatescope.derived();

/** The picture that the frame draws in this view, by its width: see `Diagram`. */
function pictureOn(screen: 'narrow' | 'medium' | 'wide', ground: Ground): Picture {
  const { cell, sizes } = derived;
  const { zoom, chain } = moment.view;
  const sizeOf = ({ kind }: { readonly kind: string }): number => (kind === 'input' ? sizes.D : sizes.H);
  const style = { zoom, palette: palettes[ground], sizeOf, backwards: false };
  if (screen === 'narrow') return compactPictureOf(cell, null, chain, style);
  const scene = sceneOf(cell, chain);
  const frame = sharedFrame(cell, chain, { medium: screen === 'medium', centresNarrow: false });
  return pictureOf(scene, { ...style, frame, neighbours: neighboursOf(scene, frame) });
}

const media = { narrow: '(max-width: 40rem)', medium: '(max-width: 64rem)', wide: '' };
const grounds = { dark: '(prefers-color-scheme: dark)', light: '' };

/** The pictures of the view without a link, each with its condition; the first that fits is the one to show. */
export const pictures = (['narrow', 'medium', 'wide'] as const).flatMap((screen) =>
  (['dark', 'light'] as const).map((ground) => {
    const { title, state } = figureOf(derived, moment, null, { ground, legend: false });
    const { viewBox, root } = pictureOn(screen, ground);
    return {
      name: `first-${screen}-${ground}.svg`,
      media: [media[screen], grounds[ground]].filter(Boolean).join(' and '),
      svg: svgOf({ viewBox, root: still(root) }, state, { title }),
    };
  }),
);

/** The HTML of the frame at an address without a link, and in it the place of its picture. */
export const html = renderToString(createElement(Frame, { gatescope, notices, hash: '', home }))
  .replace(/<svg(?=[^>]* role="group")[\s\S]*?<\/svg>/, '<!--picture-->')
  .replace('class="gate-diagram"', 'class="gate-diagram first-view" inert hidden');
