import { intervene } from '../../src/engine/intervention/intervene.ts';
import type { Intervention } from '../../src/engine/intervention/intervention.ts';
import { besideInputs } from '../../src/io/beside.ts';
import { defaultInputs, defaultMoment } from '../../src/io/defaults.ts';
import { encode, sameFeatures } from '../../src/io/encode.ts';
import { isFigure } from '../../src/io/figure.ts';
import { detect } from '../../src/io/files.ts';
import type { Inputs, Moment } from '../../src/io/moment.ts';
import { openFile } from '../../src/io/openFile.ts';
import { opened, openedEntries } from '../../src/io/opening.ts';
import { learnedIn } from '../../src/io/weights.ts';
import { createDerive, type Derived } from '../../src/store/derive.ts';
import { predictionsOf } from '../../src/store/predictions.ts';
import { type TrainedOn, trainedOn } from '../../src/store/training/trainedOn.ts';
import { fail, fileBytes, type Given } from '../arguments.ts';
import { failAsking } from '../ownData.ts';
import { changesOf } from './changes.ts';
import { home } from './home.ts';
import { modelSource } from './model.ts';

/** The subject of the command: a cell with weights and a sequence, as the page would show it. */
export interface Examined {
  /** Name of the file or preset, or the link. */
  readonly name: string;
  readonly moment: Moment;
  readonly derived: Derived;
  /** The run without interventions; the same as `derived` if there are none. */
  readonly free: Derived;
  readonly interventions: readonly Intervention[];
  /** The same cell reading the sequence of `--other` or of the link; null without one. */
  readonly other: Pick<Derived, 'tape' | 'encoded'> | null;
  /** The cell of `--beside`, reading the same sequence if it can, or the second run of a link; null without either. */
  readonly beside: Derived | null;
  /** The task that it was trained on; null if unknown. */
  readonly trained: TrainedOn | null;
  /** One sentence for each part of a link that could not be used. */
  readonly notices: readonly string[];
}

/** Opens the subject that the options name, as the page would, reading `--sequence` if given. Ends the command if it cannot. */
export async function examined(given: Given): Promise<Examined> {
  const { model, preset, link, sequence } = given;
  if ([model, preset, link].filter((one) => one !== undefined).length !== 1)
    return fail('Choose what to examine: one of --model file.json, --preset id and --link address.');
  if (model === undefined)
    for (const name of ['text', 'table', 'layer', 'left-out'])
      if (given[name] !== undefined) return fail(`--${name} goes with --model; leave it out.`);
  const found = model !== undefined ? await fileSource(model, given) : await pageSource(preset, link);
  const inputs = sequence === undefined ? found.moment.inputs : await reading(found.moment.inputs, sequence);
  const { below = (read: Inputs) => read, ...source } = found;
  const { interventions: opened = [], ...shown } = below(inputs);
  const interventions = [...opened.filter(({ off }) => !off), ...changesOf(given)];
  const free = createDerive()(shown);
  const beside = given.beside === undefined ? besideIn(shown) : await besideOf(given.beside, shown);
  const other = given.other === undefined ? free.other : createDerive()(below(await reading(inputs, given.other)));
  return {
    ...source,
    moment: { ...found.moment, inputs: shown },
    derived: interventions.length === 0 ? free : changed(free, interventions, other ?? beside),
    free,
    interventions,
    other,
    beside,
  };
}

/** The same values derived from a run with interventions. Throws a sentence if one of them does not fit. */
function changed(free: Derived, interventions: readonly Intervention[], other: Examined['other']): Derived {
  const tape = intervene(free.tape, interventions, other?.tape);
  return { ...free, interventions, tape, predictions: predictionsOf(free.predictions?.head ?? null, tape) };
}

/** The second run of a link; null if it has none. */
function besideIn(inputs: Inputs): Derived | null {
  const [variation] = inputs.beside ?? [];
  return variation ? createDerive()(besideInputs(inputs, variation)) : null;
}

/** A preset's cell reading the examined sequence, or its own if that does not fit. */
async function besideOf(preset: string, { sequence }: Inputs): Promise<Derived> {
  const { moment } = await pageSource(preset, undefined);
  const [own, same] = [moment.inputs, { ...moment.inputs, sequence }].map((inputs) => encode(inputs.sequence));
  const inputs = sameFeatures(own.features, same.features) ? { ...moment.inputs, sequence } : moment.inputs;
  return createDerive()(inputs);
}

/** A subject as loaded, before `--sequence` and interventions apply. */
export interface Source extends Pick<Examined, 'name' | 'moment' | 'trained' | 'notices'> {
  /** For a layer above the first: inputs of that layer, computed by the layers below it. */
  readonly below?: (inputs: Inputs) => Inputs;
}

/** A model file, or any file that the page saves. */
async function fileSource(file: string, given: Given): Promise<Source> {
  const data = fileBytes(file);
  const kind = isFigure(data) ? 'figure' : detect(data);
  if (kind !== 'figure' && kind !== 'parameters' && kind !== 'view' && kind !== 'tape') return modelSource(file, given);
  const leftOut = given['left-out'];
  if (leftOut !== undefined && leftOut !== 'zeros' && leftOut !== 'seed')
    return fail(`--left-out is ${leftOut}; it can be zeros or seed.`);
  const opened = await openFile(data, home, encode(defaultInputs.sequence).features, leftOut ? { leftOut } : {});
  if (opened.kind === 'moment')
    return { name: file, moment: opened.moment, trained: known(opened.moment.inputs), notices: opened.notices };
  if (opened.kind === 'inputs') {
    const inputs = { ...defaultInputs, ...opened.change };
    return { name: file, moment: { ...defaultMoment, inputs }, trained: known(inputs), notices: [] };
  }
  if (opened.kind === 'refused') return fail(`${file}: ${opened.refused.message}`);
  return opened.kind === 'sequence' && opened.reading.ok === 'question'
    ? failAsking(file, opened.reading)
    : fail(`${file} has no parameters. Choose a file of parameters, a view or a tape.`);
}

async function pageSource(preset: string | undefined, link: string | undefined): Promise<Source> {
  if (preset !== undefined) {
    const inputs = await home.presets(preset);
    if (!inputs) return fail(`There is no preset “${preset}”. npm run presets -- --print lists the trained ones.`);
    return { name: preset, moment: { ...defaultMoment, inputs }, trained: known(inputs), notices: [] };
  }
  const address = link ?? '';
  if (/\blab\.html\b/.test(address))
    return fail('This is a link to the laboratory. Its numbers are printed by npm run lab -- --print --link address.');
  const at = address.indexOf('#');
  if (at < 0 && !address.includes('='))
    return fail('A link has its view after a #. Copy the whole address, and put it in quotation marks.');
  const { moment, notices } = await opened(address.slice(at + 1), home);
  return { name: 'the link', moment, trained: known(moment.inputs), notices };
}

const known = (inputs: Inputs): TrainedOn | null => trainedOn(learnedIn(inputs), null);

/** The same inputs with another sequence, written as in a link: a text, or rows such as 0.5,1;0.25,0. */
async function reading(inputs: Inputs, sequence: string): Promise<Inputs> {
  const key = inputs.sequence.kind === 'text' ? 'text' : 'rows';
  const here = 'examined';
  const entries = new Map([
    ['preset', here],
    [key, sequence],
  ]);
  const { moment, notices } = await openedEntries(entries, { presets: () => inputs, home: here });
  return notices.length > 0 ? fail(`--sequence cannot be read by this cell: ${notices[0]}`) : moment.inputs;
}
