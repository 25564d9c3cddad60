import fc from 'fast-check';
import { registry } from '../../../src/cells/index.ts';
import { parts, type Variation } from '../../../src/io/moment.ts';
import type { Sequence } from '../../../src/io/sequence.ts';
import { readText } from '../../../src/io/tokens.ts';
import { seededWeights } from '../../../src/io/weights.ts';
import { presets } from '../../../src/presets/handSet.ts';
import type { Gatescope } from '../../../src/store/gatescope.ts';
import { runView } from '../../../src/store/runView.ts';
import { moments, presetVariation } from '../../io/arbitraries.ts';
import type { FakeClock } from '../fakeClock.ts';
import { drawnPins, pinsIn } from '../intervening.ts';

/** One action of a reader, a link or the clock on an instance. */
export interface Act {
  /** The name of the action. */
  readonly name: string;
  /** Text in a counterexample. */
  [fc.toStringMethod](): string;
  run(gate: Gatescope, clock: FakeClock): void;
}

type Of<A> = (gate: Gatescope, given: A, clock: FakeClock) => void;

const act = <A>(name: string, given: fc.Arbitrary<A>, run: Of<A>): fc.Arbitrary<Act> =>
  given.map((value) => ({
    name,
    [fc.toStringMethod]: () => `${name} ${fc.stringify(value)}`,
    run: (gate, clock) => run(gate, value, clock),
  }));

const NONE = fc.constant(null);
const gesture = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });
/** Timesteps, valid and invalid. */
const anywhere = fc.oneof(
  fc.integer({ min: -2, max: 14 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2.5),
);
/** Values of every magnitude, valid and invalid. */
const value = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  fc.constantFrom(0, -0, 1e-300, Number.NaN, Number.POSITIVE_INFINITY),
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const granularity = fc.constantFrom('timestep' as const, 'stage' as const, 'operation' as const);
const pick = fc.nat(60);
const from = <T>(all: readonly T[], k: number): T => all[k % all.length];

const text = fc.record(
  {
    kind: fc.constant('text' as const),
    text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', ' ', 'abab', 'a b a', '\n', '👩‍🚀é')),
    unit: fc.constantFrom('characters' as const, 'words' as const),
    vocabulary: fc.constantFrom(null, ['a', 'b'], ['a', 'b', ' ']),
  },
  { noNullPrototype: true },
);
const numbers = fc.integer({ min: 1, max: 3 }).chain((D) =>
  fc.record(
    {
      kind: fc.constant('numbers' as const),
      columns: fc.constant(['x', 'y', 'z'].slice(0, D)),
      // no field accepts an empty table
      rows: fc.array(fc.array(value, { minLength: D, maxLength: D }), { minLength: 1, maxLength: 6 }),
      scaling: fc.constantFrom('none' as const, 'standard' as const, 'range' as const),
    },
    { noNullPrototype: true },
  ),
);
const sequence: fc.Arbitrary<Sequence> = fc.oneof(text, numbers);

/** A run beside the first: another cell, size, sequence, other weights, or a preset's. */
const variation: fc.Arbitrary<Variation> = fc.oneof(
  fc.record(
    {
      cell: fc.constantFrom(...registry.map(({ id }) => id)),
      H: fc.integer({ min: 1, max: 5 }),
      weights: fc.nat(9).map((seed) => seededWeights({ seed })),
      sequence: text.filter(({ text: read, unit, vocabulary }) => readText(read, unit, vocabulary).ok === true),
    },
    { requiredKeys: ['cell'], noNullPrototype: true },
  ),
  presetVariation,
);

/** Actions that change the numbers. */
const inputs: readonly fc.Arbitrary<Act>[] = [
  act('setCell', fc.constantFrom(...registry.map(({ id }) => id)), ({ actions }, id) => actions.setCell(id)),
  act('setOption', fc.tuple(pick, pick), ({ actions, derived }, [which, to]) => {
    const [name, info] = from(Object.entries(derived().declaration.options), which);
    actions.setOption(name, info.kind === 'flag' ? to % 2 === 0 : from(Object.keys(info.choices), to));
  }),
  act(
    'setH',
    fc.tuple(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 65, 2.5)), gesture),
    (gate, [H, g]) => gate.actions.setH(H, g),
  ),
  act('setSeed', fc.tuple(fc.constantFrom(0, 1, 7, -1, 2 ** 32, 0.5), gesture), ({ actions }, [seed, g]) =>
    actions.setSeed(seed, g),
  ),
  act('randomise', NONE, ({ actions }) => actions.randomise()),
  act('setInitialisation', fc.tuple(fc.boolean(), value, gesture), ({ actions }, [gain, to, g]) =>
    actions.setInitialisation(gain ? { gain: to } : { forgetBias: to }, g),
  ),
  act('reset', NONE, ({ actions }) => actions.reset()),
  act('editParameter', fc.tuple(pick, pick, value, gesture), ({ actions, derived }, [which, at, to, g]) => {
    const [name, values] = from(Object.entries(derived().parameters), which);
    actions.editParameter(name, at % values.length, to, g);
  }),
  act('setInitial', fc.tuple(pick, pick, value, gesture), ({ actions, derived }, [which, at, to, g]) => {
    const [name, values] = from(Object.entries(derived().initial), which);
    actions.setInitial(name, at % values.length, to, g);
  }),
  act('setInterventions', fc.tuple(drawnPins, gesture), (gate, [drawn, g]) =>
    gate.actions.setInterventions(pinsIn(gate, drawn), g),
  ),
  act('roundWeights', fc.integer({ min: 1, max: 6 }), ({ actions }, digits) => actions.roundWeights(digits)),
  act('setSequence', fc.tuple(sequence, gesture), ({ actions }, [to, g]) => {
    // typed text is read first, which refuses it if it is empty or outside its vocabulary
    const read = to.kind === 'text' ? readText(to.text, to.unit, to.vocabulary) : null;
    if (!read || read.ok === true) actions.setSequence(read?.sequence ?? to, g);
  }),
  act('applyPreset', fc.constantFrom(...presets.map(({ id }) => id)), ({ actions }, id) => {
    const preset = presets.find((one) => one.id === id);
    if (preset) actions.applyPreset(preset.inputs);
  }),
  act('replaceInputs', fc.tuple(moments, gesture), ({ actions }, [moment, g]) =>
    actions.replaceInputs(moment.inputs, g),
  ),
  act('switchTo', fc.tuple(moments, gesture), ({ actions }, [moment, g]) => actions.switchTo(moment.inputs, g)),
  act('open', moments, ({ actions }, moment) => actions.open(moment)),
  act(
    'setBeside',
    fc.tuple(variation, fc.constantFrom(undefined, 0, 1), gesture),
    ({ actions, getState }, [to, k, g]) => {
      const places = getState().inputs.beside?.length ?? 0;
      actions.setBeside(to, k === undefined ? k : Math.min(k, places), g);
    },
  ),
  act('removeBeside', fc.constantFrom(undefined, 0, 1), ({ actions }, k) => actions.removeBeside(k)),
  act('exchangeBeside', fc.constantFrom(0, 1), ({ actions }, k) => actions.exchangeBeside(k)),
  act('change the run beside', fc.tuple(pick, pick), (gate, [which, to]) => {
    if (!gate.getState().inputs.beside) return;
    const { actions, derived } = runView(gate, 0);
    if (which % 2 === 0) actions.setCell(from(registry, to).id);
    else actions.setSequence({ kind: 'text', text: 'ab'.repeat(1 + (to % 7)), unit: 'characters', vocabulary: null });
    if (which % 3 === 0) {
      const [name, values] = from(Object.entries(derived().parameters), which);
      actions.editParameter(name, to % values.length, 0.5);
    }
  }),
  act('setLearning', fc.boolean(), ({ actions }, learning) => actions.setLearning(learning)),
  act('undo', NONE, ({ actions }) => actions.undo()),
  act('undo', NONE, ({ actions }) => actions.undo()),
  act('redo', NONE, ({ actions }) => actions.redo()),
];

/** Actions that move the cursor, let time pass, or select a signal. */
const moves: readonly fc.Arbitrary<Act>[] = [
  act('step', fc.tuple(direction, fc.option(granularity, { nil: undefined })), ({ actions }, [d, g]) =>
    actions.step(d, g),
  ),
  act('goTo', fc.tuple(anywhere, anywhere, fc.constantFrom('run' as const, 'jump' as const)), (gate, [t, at, motion]) =>
    gate.actions.goTo(t, at, motion),
  ),
  act('first', NONE, ({ actions }) => actions.first()),
  act('last', NONE, ({ actions }) => actions.last()),
  act('play', NONE, ({ actions }) => actions.play()),
  act('pause', NONE, ({ actions }) => actions.pause()),
  act('select', fc.tuple(pick, fc.oneof(anywhere, fc.constant(undefined))), ({ actions, derived }, [which, unit]) =>
    actions.select(keyOf(derived(), which), unit),
  ),
  act('hover', pick, ({ actions, derived }, which) => actions.hover(keyOf(derived(), which))),
  act('pass', fc.integer({ min: 1, max: 2500 }), (_, ms, clock) => clock.pass(ms, 40)),
  act('hide the page', NONE, (_gate, _given, clock) => clock.hide()),
  act('reduce motion', fc.boolean(), (_, reduced, clock) => {
    clock.reduced = reduced;
  }),
];

/** Actions that change the view. */
const views: readonly fc.Arbitrary<Act>[] = [
  act('setShows', fc.constantFrom('values' as const, 'gradients' as const), ({ actions }, to) => actions.setShows(to)),
  act('setOutput', fc.option(fc.nat(7)), ({ actions }, to) => actions.setOutput(to)),
  act('setOutputAt', fc.option(fc.integer({ min: 1, max: 14 })), ({ actions }, to) => actions.setOutputAt(to)),
  act('setThreshold', value, ({ actions }, to) => actions.setThreshold(to)),
  act('setZoom', fc.constantFrom('vector' as const, 'lanes' as const, 'unit' as const), ({ actions }, to) =>
    actions.setZoom(to),
  ),
  act('setChain', fc.constantFrom('unfolded' as const, 'folded' as const), ({ actions }, to) => actions.setChain(to)),
  act('setGranularity', granularity, ({ actions }, to) => actions.setGranularity(to)),
  act('setSpeed', fc.constantFrom(0, 0.25, 1, 4, 99, Number.NaN), ({ actions }, to) => actions.setSpeed(to)),
  act('setTheme', fc.constantFrom('auto' as const, 'light' as const, 'projector' as const), ({ actions }, to) =>
    actions.setTheme(to),
  ),
  act('hide', fc.constantFrom(...parts), ({ actions }, part) => actions.hide(part)),
  act('show', fc.constantFrom(...parts), ({ actions }, part) => actions.show(part)),
];

/** Key of a slot, of a previous state, or of nothing that exists. */
function keyOf({ program, cell }: ReturnType<Gatescope['derived']>, which: number): string | null {
  const states = cell.states.map(({ id }) => `prev.${id}`);
  return from([...program.slots.keys(), ...states, 'nothing', 'prev.nothing', null], which);
}

/** Any action of an instance. */
export const acts: fc.Arbitrary<Act> = fc.oneof(...inputs, ...moves, ...views);
