import { fetchCells } from '../cells/index.ts';
import { withBeside } from './beside.ts';
import { defaultInputs } from './defaults.ts';
import { encode } from './encode.ts';
import { MAX_LINK } from './limits.ts';
import { migrated, VERSION } from './migrations.ts';
import type { Inputs, Moment } from './moment.ts';
import type { openedBesideNow } from './openedBeside.ts';
import { momentOf, withinRuns } from './openedMoment.ts';
import { selectionIn } from './openedSelection.ts';
import { type Entries, entriesIn } from './query.ts';
import { quoted, type Refused } from './reading.ts';
import { type ReadValues, readValues } from './readValues.ts';
import { keyNames, keyOf } from './urlTable.ts';

/** The result of opening a link or a file of a view: always a whole moment, with notices of all that could not be used. */
export interface Opened {
  readonly moment: Moment;
  /** One sentence each, naming the key. */
  readonly notices: readonly string[];
}

/** The result of opening a file of a view. */
export type OpenedFile = ({ readonly ok: true } & Opened) | Refused;

/** The inputs of a preset, which may have to be fetched; undefined where there is none of this id. */
export type PresetInputs = (id: string) => Inputs | undefined | Promise<Inputs | undefined>;

/** The dependencies of opening: the presets, and the one shown if a link names no inputs. */
export interface Home {
  readonly presets: PresetInputs;
  readonly home: string;
  /** The timestep at which a first visit opens the home preset, with something to see; default 1. */
  readonly t?: number;
}

/** Opens the part of a link after the #, with or without it. Never rejects. */
export async function opened(hash: string, home: Home): Promise<Opened> {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LINK) {
    const refusal = `This link has ${text.length} characters; ${MAX_LINK} is the most. It was not opened.`;
    return { moment: (await openedEntries(new Map(), home)).moment, notices: [refusal] };
  }
  const entries = entriesIn(text);
  const z = entries.get('z');
  if (z === undefined) return openedEntries(entries, home);
  const packing = await import('./packing.ts').catch(() => null);
  const inner = packing && (await packing.unpacked(z));
  if (inner !== null) return openedEntries(new Map([...entriesIn(inner), ...entries]), home);
  const { moment, notices } = await openedEntries(entries, home);
  const reason = packing
    ? '“z” is broken or too large: the compressed part of the link is missing.'
    : 'The code that unpacks “z” could not be fetched; the link shows the rest. Reload the page to try again.';
  return { moment, notices: [reason, ...notices] };
}

/** The keys around the table of values. */
const around: ReadonlySet<string> = new Set(['v', 'z', 'preset', 'parts']);

/**
 * Opens a link synchronously, with defaults for missing keys; null if something must be fetched first. The code that reads
 * runs beside the first comes from the caller, because most others fetch it.
 */
export function openedNow(hash: string, besideNow: typeof openedBesideNow): Opened | null {
  const given = entriesIn(hash);
  if (hash.length > MAX_LINK || ['z', 'preset', 'interventions'].some((name) => given.has(name))) return null;
  const notices: string[] = [];
  const entries = currentEntries(given, notices);
  const values = readValues(entries, notices);
  const moment = momentOf(values, entries.get('parts'), undefined, 1, notices);
  const beside = besideNow(moment.inputs, values.value('beside'), variedNow, notices);
  if (beside === null) return null;
  return { moment: within({ ...moment, inputs: withBeside(moment.inputs, beside) }, values, notices), notices };
}

/** Opens the entries of a run over the inputs that it varies. */
function variedNow(given: Entries, inputs: Inputs): Opened {
  const notices: string[] = [];
  const values = readValues(currentEntries(given, notices), notices);
  return { moment: within(momentOf(values, undefined, inputs, 1, notices), values, notices), notices };
}

/** The moment at a timestep, a signal and a unit that one of its runs has. */
function within(moment: Moment, values: ReadValues, notices: string[]): Moment {
  return { ...withinRuns(moment, values, notices), selection: selectionIn(moment.inputs, values, notices) };
}

/** Upgrades entries of any version to the current one, with a notice for each unknown key. */
function currentEntries(given: Entries, notices: string[]): Entries {
  const version = versionOf(given.get('v'), notices);
  const entries = migrated(given, version);
  for (const name of entries.keys())
    if (!around.has(name) && !(keyNames as readonly string[]).includes(name))
      notices.push(`${quoted(name)} is not a key of a link; it was left out.`);
  return entries;
}

/** Opens entries of any version. Never rejects. */
export async function openedEntries(given: Entries, { presets, home, t = 1 }: Home): Promise<Opened> {
  const notices: string[] = [];
  const entries = await withCells(currentEntries(given, notices), notices);
  const values = readValues(entries, notices);
  const wished = entries.get('preset');
  const bare = wished === undefined && !keyNames.some((name) => keyOf(name).input && entries.has(name));
  const preset = wished ?? (bare ? home : null);
  const inputs = preset === null ? undefined : await presetInputs(presets, preset, notices);
  const first = !keyNames.some((name) => entries.has(name)) && wished === undefined;
  const moment = momentOf(values, entries.get('parts'), inputs, first ? t : 1, notices);
  const changed = await withInterventions(moment, values.value('interventions'), notices);
  const all = await withRunsBeside(changed, values.value('beside'), presets, notices);
  return { moment: within(all, values, notices), notices };
}

/**
 * Fetches the cell that the entries name, where it is not at hand; every cell where they may mean others. Returns the entries
 * that can be read: without a cell that did not arrive.
 */
async function withCells(entries: Entries, notices: string[]): Promise<Entries> {
  const named = new Map([...entries].filter(([name]) => name === 'cell' || name === 'options'));
  const unknown: string[] = [];
  try {
    await fetchCells(entries.get('cell') ?? defaultInputs.cell);
    readValues(named, unknown);
    if (unknown.length > 0 || entries.has('beside')) await fetchCells();
  } catch {
    notices.push('The cell of this link could not be fetched. Reload the page to try again.');
    return new Map([...entries].filter(([name]) => name !== 'cell' && name !== 'options'));
  }
  return entries;
}

/** The moment with the runs beside the first; what reads them is fetched for a moment that has some. */
async function withRunsBeside(
  moment: Moment,
  given: string,
  presets: PresetInputs,
  notices: string[],
): Promise<Moment> {
  if (given === '') return moment;
  const reader = await import('./openedBeside.ts').catch(() => null);
  if (!reader) notices.push('The runs beside the first could not be fetched. Reload the page to try again.');
  const beside = (await reader?.openedBeside(moment.inputs, given, { open: openedEntries, presets }, notices)) ?? [];
  return { ...moment, inputs: withBeside(moment.inputs, beside) };
}

/** The moment with the interventions that fit; what reads them is fetched for a moment that has some. */
async function withInterventions(moment: Moment, given: string, notices: string[]): Promise<Moment> {
  if (given === '') return moment;
  const fit = await import('./fittingInterventions.ts').catch(() => null);
  if (!fit) {
    notices.push(
      'The interventions could not be fetched; the run is shown without them. Reload the page to try again.',
    );
    return moment;
  }
  const interventions = fit.fittingInterventions(moment.inputs, encode(moment.inputs.sequence), given, notices);
  return interventions.length === 0 ? moment : { ...moment, inputs: { ...moment.inputs, interventions } };
}

/** The inputs of a preset, whose cell is fetched where it is not at hand, or a notice that there is none or that it did not come. */
async function presetInputs(presets: PresetInputs, preset: string, notices: string[]): Promise<Inputs | undefined> {
  const withCell = async (): Promise<Inputs | undefined> => {
    const found = await presets(preset);
    if (found) await fetchCells(found.cell);
    return found;
  };
  const fetched = await withCell().catch(() => null);
  if (fetched === null)
    notices.push(
      `The preset ${quoted(preset)} could not be fetched; the link shows the rest. Check its name, or reload the page to try again.`,
    );
  if (fetched === undefined) notices.push(`There is no preset ${quoted(preset)}; the link shows the rest.`);
  return fetched ?? undefined;
}

function versionOf(text: string | undefined, notices: string[]): number {
  if (text === undefined) return VERSION;
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    notices.push(`${quoted('v')} is ${quoted(text)}, which is not a version; it was read as version ${VERSION}.`);
    return VERSION;
  }
  if (Number(text) > VERSION)
    notices.push(
      `This link has version ${text}; this page knows versions up to ${VERSION}. What it understands is shown.`,
    );
  return Number(text);
}
