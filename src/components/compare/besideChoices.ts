import type { Cell } from '../../cell/cell.ts';
import { mainCells, nameOf } from '../../cells/index.ts';
import type { Inputs, Variation } from '../../io/moment.ts';
import { learnedIn, seededWeights } from '../../io/weights.ts';
import { exampleOf, scoresOf } from '../../presets/trained/examples.ts';

/** A run that can be put beside the first. */
export interface BesideChoice {
  readonly name: string;
  /** A short description of the choice. */
  readonly hint: string;
  /** The variation of the first run, or a cell whose weights for the same task are fetched. */
  readonly put: Variation | { readonly learned: string };
}

/** Choices of one kind. */
export interface BesideChoices {
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly BesideChoice[];
}

/** The runs that can be added beside a run, the trained cells of its task first. */
export function besideChoices(inputs: Inputs, cell: Cell): readonly BesideChoices[] {
  const all = [learnedChoices(inputs), cellChoices(inputs), optionChoices(inputs, cell), weightChoices(inputs)];
  return all.filter(({ choices }) => choices.length > 0);
}

/** Other cells that learned the same task. */
function learnedChoices(inputs: Inputs): BesideChoices {
  const learned = learnedIn(inputs);
  const example = learned ? exampleOf(learned.task) : undefined;
  const cells = example?.questions[0].task.cells ?? [];
  const choices = cells
    .filter(({ cell }) => cell !== inputs.cell)
    .map(
      ({ cell }): BesideChoice => ({
        name: nameOf(cell),
        hint: example ? scoresOf(example, cell) : '',
        put: { learned: cell },
      }),
    );
  return {
    title: `Learned the same: ${example?.title ?? ''}`,
    hint: 'Each with the weights it learned itself, and its score on fresh sequences.',
    choices,
  };
}

function cellChoices(inputs: Inputs): BesideChoices {
  const choices = mainCells
    .filter(({ id }) => id !== inputs.cell)
    .map(({ id, name }): BesideChoice => ({ name, hint: '', put: { cell: id } }));
  return {
    title: 'Another cell with these weights',
    hint: 'It gets the weights that both cells have; the rest are random. This shows how it works, not which cell is better.',
    choices,
  };
}

/** A label with a capital, unless it is a symbol such as σ or the name of a function. */
const capitalised = (label: string): string =>
  /^[a-z]+[ -]/.test(label) ? `${label[0].toUpperCase()}${label.slice(1)}` : label;

/** The same cell with one option changed. */
function optionChoices(inputs: Inputs, cell: Cell): BesideChoices {
  const choices = Object.entries(cell.declaration.options)
    .filter(([, { when }]) => when?.(cell.options) ?? true)
    .flatMap(([name, info]): BesideChoice[] => {
      const value = cell.options[name];
      const put = (to: string | boolean): Variation => ({ options: { ...inputs.options, [name]: to } });
      if (info.kind === 'flag')
        return [{ name: `${value === true ? 'Without' : 'With'} ${info.label}`, hint: '', put: put(value !== true) }];
      return Object.entries(info.choices)
        .filter(([choice]) => choice !== value)
        .map(([choice, label]) => ({ name: capitalised(label), hint: info.label, put: put(choice) }));
    });
  return { title: `The ${cell.name} with another option`, hint: '', choices };
}

function weightChoices({ weights, interventions = [] }: Inputs): BesideChoices {
  const { seed } = weights.initialisation;
  const random: BesideChoice = {
    name: weights.kind === 'seeded' ? 'Other random weights' : 'Random weights',
    hint: 'the same cell before it learns',
    put: { weights: seededWeights({ ...weights.initialisation, seed: weights.kind === 'seeded' ? seed + 1 : seed }) },
  };
  const kept: BesideChoice = {
    name: 'These weights, kept',
    hint: 'a copy that stays while the first trains or is edited',
    put: { weights },
  };
  const free: BesideChoice = { name: 'The same without interventions', hint: '', put: { interventions: [] } };
  return {
    title: 'The same cell',
    hint: '',
    choices: [random, kept, ...(interventions.length > 0 ? [free] : [])],
  };
}
