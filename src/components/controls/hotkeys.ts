import type { Gatescope } from '../../store/gatescope.ts';
import type { Lock } from '../../store/state.ts';
import { speeds } from '../../store/viewActions.ts';

/** Keys that do one thing: the handler and the help are made from these. */
export interface Hotkey {
  /** The keys, as `strokeOf` writes them. */
  readonly keys: readonly string[];
  readonly label: string;
  /** The short form of the keys, if the list of them is long. */
  readonly printed?: string;
  /** The setting that the keys change or pass by: they do nothing where it is locked. */
  readonly changes?: Lock;
  run(gatescope: Gatescope, key: string): void;
}

const TEN = 10;

const jumpBy =
  (timesteps: number) =>
  ({ actions, getState }: Gatescope): void =>
    actions.goTo(getState().cursor.t + timesteps, undefined, 'jump');

const speedBy =
  (direction: 1 | -1) =>
  ({ actions, getState }: Gatescope): void => {
    const { speed } = getState().view;
    const next = direction > 0 ? speeds.find((s) => s > speed) : speeds.findLast((s) => s < speed);
    if (next !== undefined) actions.setSpeed(next);
  };

export const hotkeys: readonly Hotkey[] = [
  {
    keys: ['Space', 'k'],
    label: 'play or pause',
    run: ({ actions, getState }) => (getState().playing ? actions.pause() : actions.play()),
  },
  { keys: ['ArrowRight'], label: 'one step forward', run: ({ actions }) => actions.step(1) },
  { keys: ['ArrowLeft'], label: 'one step back', run: ({ actions }) => actions.step(-1) },
  { keys: ['.'], label: 'one operation forward', changes: 'step', run: ({ actions }) => actions.step(1, 'operation') },
  { keys: [','], label: 'one operation back', changes: 'step', run: ({ actions }) => actions.step(-1, 'operation') },
  { keys: ['l', 'Shift+ArrowRight'], label: 'ten timesteps forward', run: jumpBy(TEN) },
  { keys: ['j', 'Shift+ArrowLeft'], label: 'ten timesteps back', run: jumpBy(-TEN) },
  { keys: ['Home'], label: 'to the start', run: ({ actions }) => actions.first() },
  { keys: ['End'], label: 'to the end', run: ({ actions }) => actions.last() },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    printed: '0 … 9',
    label: 'to 0 … 90 % of the sequence',
    run: ({ actions, derived }, key) => {
      const T = derived().tape.length;
      actions.goTo(1 + Math.round(((T - 1) * Number(key)) / TEN), undefined, 'jump');
    },
  },
  { keys: ['>'], label: 'faster', changes: 'speed', run: speedBy(1) },
  { keys: ['<'], label: 'slower', changes: 'speed', run: speedBy(-1) },
  { keys: ['Control+z'], label: 'undo', run: ({ actions }) => actions.undo() },
  { keys: ['Control+Shift+z', 'Control+y'], label: 'redo', run: ({ actions }) => actions.redo() },
];

/** A key event as text: `Space`, `Shift+ArrowLeft`, `Control+z`. On a Mac, Command counts as Control. */
export function strokeOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = event.ctrlKey || event.metaKey;
  const shift = event.shiftKey && (key.length > 1 || control);
  return `${control ? 'Control+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

/** Prints the keys of a hotkey. */
export function printedKeys({ keys, printed }: Hotkey): string {
  return printed ?? keys.map(printedStroke).join(', ');
}

function printedStroke(stroke: string): string {
  return stroke
    .replace('Control', 'Ctrl')
    .replace('ArrowRight', '→')
    .replace('ArrowLeft', '←')
    .split('+')
    .map((key) => (/^[a-z]$/.test(key) ? key.toUpperCase() : key))
    .join(' + ');
}
