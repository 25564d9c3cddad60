import { floatText } from '../io/floats.ts';
import { entriesIn, queryOf } from '../io/query.ts';
import { quoted } from '../io/reading.ts';
import { asIs, check, oneOf, type Reader, reading, real, whole } from '../io/urlReaders.ts';
import { gaps, labCells, limits, openings } from './recipe.ts';

/** The settings of the laboratory. */
export interface LabSettings {
  readonly gap: number;
  /** The bias with which the gates on the direct path started. */
  readonly opening: number;
  /** The factor of the recurrent matrices. */
  readonly scale: number;
  /** The seed of the sequence. */
  readonly example: number;
  /** The cell whose inputs are weighed. */
  readonly cell: string;
  readonly weights: 'before' | 'after';
  /** The number of timesteps from the matrices to the question; at most as many as there are. */
  readonly back: number;
  /** The input that replaces one that is left out. */
  readonly blank: 'zero' | 'mean';
  readonly theme: 'auto' | 'light' | 'dark' | 'projector';
}

/** The recurrent scales on offer. */
export const scales = { min: 0.1, max: 10 } as const;

interface Key<T> {
  readonly read: Reader<T>;
  readonly write: (value: T) => string;
  readonly initial: T;
}

const key = <T>(read: Reader<T>, write: (value: T) => string, initial: T): Key<T> => ({
  read,
  write,
  initial,
});

/** A number that was measured. */
const amongst =
  (read: Reader<number>, measured: readonly number[], kind: string): Reader<number> =>
  (text) => {
    const value = read(text);
    check(measured.includes(value), `is not one of the ${kind} that were measured: ${measured.join(', ')}`);
    return value;
  };

const keys: { readonly [K in keyof LabSettings]: Key<LabSettings[K]> } = {
  gap: key(amongst(whole(...limits.gap), gaps, 'gaps'), String, 60),
  opening: key(amongst(whole(0, limits.opening[1]), openings, 'biases'), String, 4),
  scale: key(real(scales.min, scales.max), floatText, 1),
  example: key(whole(1, 9999), String, 1),
  cell: key(oneOf(labCells), asIs, 'lstm'),
  weights: key(oneOf(['before', 'after']), asIs, 'after'),
  back: key(whole(1, limits.gap[1] + 1), String, 10),
  blank: key(oneOf(['zero', 'mean']), asIs, 'zero'),
  theme: key(oneOf(['auto', 'light', 'dark', 'projector']), asIs, 'auto'),
};
const names = Object.keys(keys) as readonly (keyof LabSettings)[];
const keyOf = (name: keyof LabSettings): Key<unknown> => keys[name] as unknown as Key<unknown>;

/** The initial settings of the laboratory. */
export const initialSettings = Object.fromEntries(
  names.map((name) => [name, keyOf(name).initial]),
) as unknown as LabSettings;

/** The settings after the # of an address, and a sentence for each part of it that could not be used. */
export function settingsIn(hash: string): { readonly settings: LabSettings; readonly notices: readonly string[] } {
  const notices: string[] = [];
  const found: Record<string, unknown> = { ...initialSettings };
  for (const [name, text] of entriesIn(hash)) {
    if (!Object.hasOwn(keys, name)) {
      notices.push(`${quoted(name)} is not a key of a link to the laboratory; it was left out.`);
      continue;
    }
    const result = reading(keyOf(name as keyof LabSettings).read, text);
    if ('value' in result) found[name] = result.value;
    else notices.push(`${quoted(name)} ${result.fault}; it was left out.`);
  }
  return { settings: found as unknown as LabSettings, notices };
}

/** The inverse: what differs from the first view, as it is written after the #. */
export function hashOf(settings: LabSettings): string {
  const entries = names
    .filter((name) => settings[name] !== keyOf(name).initial)
    .map((name) => [name, keyOf(name).write(settings[name])] as const);
  return queryOf(new Map(entries));
}
