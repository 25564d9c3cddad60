import { networkFields, variedFields } from './beside.ts';
import { keysOfField } from './besideKeys.ts';
import { encode } from './encode.ts';
import { MAX_BESIDE } from './limits.ts';
import type { Inputs, Variation } from './moment.ts';
import type { Home, Opened, openedEntries } from './opening.ts';
import { optionsWritten } from './publishedOptions.ts';
import { type Entries, entriesIn, listIn } from './query.ts';
import { quoted } from './reading.ts';
import { keyOf } from './urlTable.ts';
import { seededWeights } from './weights.ts';

/** The functions that open entries and presets. */
interface Opener extends Pick<Home, 'presets'> {
  readonly open: typeof openedEntries;
}

/** The runs beside the first, from what a link says of them. What cannot be used is left out, with a notice. */
export async function openedBeside(
  first: Inputs,
  text: string,
  { open, presets }: Opener,
  notices: string[],
): Promise<readonly Variation[]> {
  const opened = async (given: Entries): Promise<Variation | null> => {
    const id = given.get('preset');
    const preset = id === undefined ? undefined : await Promise.resolve(presets(id)).catch(() => undefined);
    if (id !== undefined && !preset) {
      notices.push(`“beside” names the preset ${quoted(id)}, which is not there; the run was left out.`);
      return null;
    }
    const { entries, varied, variation } = askedOf(first, given, preset, notices);
    return variation(await open(entries, { presets: () => varied, home: VARIED }));
  };
  const all = await Promise.all(runsIn(text, notices).map(opened));
  return all.filter((variation) => variation !== null);
}

/** The same at once; null if something of a run must be fetched first. */
export function openedBesideNow(
  first: Inputs,
  text: string,
  open: (entries: Entries, inputs: Inputs) => Opened,
  notices: string[],
): readonly Variation[] | null {
  const runs = runsIn(text, notices);
  if (runs.some((given) => given.has('preset') || given.has('interventions'))) return null;
  return runs.map((given) => {
    const { entries, varied, variation } = askedOf(first, given, undefined, notices);
    return variation(open(entries, varied));
  });
}

/** The entries of each run, as many as can be shown. */
function runsIn(text: string, notices: string[]): readonly Entries[] {
  const runs = listIn(text);
  if (runs.length > MAX_BESIDE) notices.push(`“beside” names ${runs.length} runs; ${MAX_BESIDE} are shown.`);
  return runs.slice(0, MAX_BESIDE).map(entriesIn);
}

const known: ReadonlySet<string> = new Set(Object.values(keysOfField).flat());

/** The name under which the run that is varied is opened. */
const VARIED = 'varied';

/** A run beside the first, as it is opened. */
interface Asked {
  readonly entries: Entries;
  /** The inputs that the entries change. */
  readonly varied: Inputs;
  /** The run as it varies the first one, from what its entries opened as. */
  readonly variation: (own: Opened) => Variation;
}

function askedOf(first: Inputs, given: Entries, preset: Inputs | undefined, notices: string[]): Asked {
  const entries = new Map([...given].filter(([name]) => known.has(name)));
  for (const name of given.keys())
    if (name !== 'preset' && !known.has(name)) notices.push(`“beside” holds ${quoted(name)}; it was left out.`);
  const named = (field: keyof Variation): boolean => keysOfField[field].some((name) => entries.has(name));
  // a network trained on other inputs reads its own sequence
  const foreign = preset && encode(preset.sequence).D !== encode(first.sequence).D;
  const varied: Inputs = {
    ...(preset ?? first),
    weights: seededWeights(),
    initial: {},
    sequence: foreign ? preset.sequence : first.sequence,
  };
  const read = new Map(entries).set('preset', VARIED);
  // options that are not named are those of the first run, not the defaults that old links meant
  if (!preset && !named('options'))
    read.set('options', keyOf('options').write(optionsWritten(entries.get('cell') ?? first.cell, first.options)));
  const variation = ({ moment: { inputs }, notices: own }: Opened): Variation => {
    notices.push(...own.map((notice) => `Beside: ${notice}`));
    // values of the preset that do not fit the sequence stay inactive
    const whole: Inputs = {
      ...inputs,
      ...(preset && !named('weights') && { weights: preset.weights }),
      ...(preset && !named('initial') && { initial: preset.initial }),
    };
    const fields = variedFields.filter(
      (field) => named(field) || (preset && networkFields.some((one) => one === field)),
    );
    return {
      ...Object.fromEntries(fields.map((field) => [field, whole[field] ?? []])),
      ...(foreign && { sequence: whole.sequence }),
    };
  };
  return { entries: read, varied, variation };
}
