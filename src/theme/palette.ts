/** The grounds that a picture is drawn for where no style sheet reaches it: a file, a slide, white paper. */
export const grounds = ['light', 'dark', 'print'] as const;
export type Ground = (typeof grounds)[number];

/** The colours of theme.css that a picture needs, light and dark, with the same values. */
const colours = {
  panel: ['#fffefb', '#211f1c'],
  ink: ['#1c1b1f', '#f1ede4'],
  'ink-soft': ['#5d5a55', '#b9b3a8'],
  line: ['#ddd7ca', '#423f39'],
  accent: ['#1f6f9f', '#7cc0ea'],
  cell: ['#e8f3e3', '#24302a'],
  'cell-line': ['#83b67e', '#5b8a63'],
  layer: ['#ffe896', '#5a4a17'],
  'layer-line': ['#b58a00', '#d8b03c'],
  op: ['#ffc9d6', '#5d2638'],
  'op-line': ['#c0456b', '#ea7f9f'],
  'op-ink': ['#741a38', '#ffd7e2'],
  state: ['#e0cff3', '#44305e'],
  'state-line': ['#7d4fb4', '#b993e6'],
  input: ['#c0e3f7', '#1d4259'],
  'input-line': ['#2c82b4', '#64b5e2'],
  'ribbon-line': ['#45423d', '#a8a297'],
  track: ['#e3dfd5', '#3a3731'],
  ghost: ['#8f897d', '#8b857a'],
  added: ['#8a4bd0', '#c79bff'],
} as const;

/** The colours of a figure by name. */
export type Palette = Readonly<Record<keyof typeof colours, string>>;

const paletteFor = (k: 0 | 1): Palette =>
  Object.fromEntries(Object.entries(colours).map(([name, pair]) => [name, pair[k]])) as Palette;

/** Literal colours by meaning, equal to the variables of theme.css; on paper the ground is white and the ink black. */
export const palettes: Readonly<Record<Ground, Palette>> = {
  light: paletteFor(0),
  dark: paletteFor(1),
  print: { ...paletteFor(0), panel: '#ffffff', ink: '#000000', 'ink-soft': '#3d3a36' },
};
