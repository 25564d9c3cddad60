import { useEffect, useEffectEvent, useMemo } from 'react';
import type { CellId, CellOptions, StageId } from '../cells/index.ts';
import { Fault } from '../components/primitives/Fault.tsx';
import { fewParts, partsBeside } from '../components/visibleParts.ts';
import { defaultView } from '../io/defaults.ts';
import { GatescopeProvider } from '../store/context.tsx';
import type { Derived } from '../store/derive.ts';
import { createGatescope, type Gatescope } from '../store/gatescope.ts';
import type { Cursor, Granularity, Part, Theme, View, Zoom } from '../store/state.ts';
import { Refusal, refusalOf, sentenceOf } from '../text/refusal.ts';
import { EmbedView } from './EmbedView.tsx';
import { type Given, type InputProps, inputsFrom } from './propsMoment.ts';

/** A moment that the reader has stepped to. */
export interface GateStep {
  /** 1…T; 0 where the sequence is empty. */
  readonly timestep: number;
  /** How many signals of the timestep are computed, 0…N. */
  readonly position: number;
  /** The id of the stage reached, or null before the first. */
  readonly stage: StageId | null;
  /** The token of the timestep, or its numbers in few digits. */
  readonly token: string;
}

export interface GateDiagramProps {
  /** A cell of the registry: `rnn`, `lstm`, `peephole`, `coupled`, `gru` … Default `lstm`. */
  readonly cell?: CellId | undefined;
  /** Options of the cell that differ from their defaults. */
  readonly options?: CellOptions | undefined;
  /** The number of units H, 1 to 64. Default 4. */
  readonly hiddenSize?: number | undefined;
  /** The text that is read, one-hot. */
  readonly text?: string | undefined;
  /** How the text is cut. Default `characters`. */
  readonly tokens?: 'characters' | 'words' | undefined;
  /** Numbers instead of a text: one a timestep, or one row of D a timestep. */
  readonly sequence?: readonly (number | readonly number[])[] | undefined;
  /** The names of the D inputs of `sequence`. */
  readonly columns?: readonly string[] | undefined;
  /** Parameter values by name, row-major; names left out are zeros. Without it, parameters come from the seed. */
  readonly parameters?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** A whole number from which the parameters are drawn. Default 1. */
  readonly seed?: number | undefined;
  /** Initial states by id, H numbers each; those left out start at 0. */
  readonly initialStates?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** What is read off the hidden state at every timestep: y = W h + b, W row-major, a row an output. */
  readonly head?:
    | {
        readonly outputs: readonly string[];
        /** Whether each output is a class, with a probability, or a value. Default `class`. */
        readonly asks?: 'class' | 'value';
        readonly W: ArrayLike<number>;
        readonly b: ArrayLike<number>;
      }
    | undefined;
  /** The timestep shown, from 1. The reader may step on from there; a change of the prop goes there. */
  readonly timestep?: number | undefined;
  /** How many signals of the timestep are computed. Default all. */
  readonly position?: number | undefined;
  /** The stage up to whose end the timestep is computed, instead of `position`. */
  readonly stage?: StageId | undefined;
  /** How far one step goes. Default `stage`. */
  readonly granularity?: Granularity | undefined;
  /** Values, or the gradients of the last output by them. Default `values`. */
  readonly shows?: View['shows'] | undefined;
  /** How wires are drawn. Default `lanes`. */
  readonly zoom?: Zoom | undefined;
  /** The cell between its neighbours, or folded into a loop. Default `unfolded`. */
  readonly chain?: View['chain'] | undefined;
  /** Default `auto`: light or dark as the reader's system is. */
  readonly theme?: Theme | undefined;
  /** The parts shown, default `['diagram', 'transport']`. */
  readonly controls?: readonly Part[] | undefined;
  /** `off`: nothing moves. `auto` moves unless the reader asked for less motion. Default `auto`. */
  readonly motion?: 'auto' | 'off' | undefined;
  /** Whether keys step and play while focus is inside. Default true. */
  readonly hotkeys?: boolean | undefined;
  /** Called after every step, also one that a prop asked for. */
  readonly onStep?: ((step: GateStep) => void) | undefined;
  /** Called with a sentence where the props cannot be shown; the sentence is shown too. */
  readonly onError?: ((message: string) => void) | undefined;
}

/**
 * The diagram of a recurrent cell with the values it computes, to be stepped through. Each one on a page is an
 * instance of its own. Import `gatescope/react/style.css` once.
 */
export function GateDiagram(props: GateDiagramProps) {
  const made = useInstanceOf(props);
  const tell = useEffectEvent((message: string) => props.onError?.(message));
  useEffect(() => {
    if (typeof made === 'string') tell(made);
  }, [made]);
  if (typeof made === 'string')
    return (
      <div className="gate-diagram" data-theme={props.theme ?? 'auto'}>
        <Fault>{made}</Fault>
      </div>
    );
  return (
    <GatescopeProvider gatescope={made}>
      <Following gatescope={made} {...props} />
      <EmbedView />
    </GatescopeProvider>
  );
}

/** The instance for what decides the numbers, made anew only when that changes; or a sentence on what is wrong. */
function useInstanceOf(props: GateDiagramProps): Gatescope | string {
  const { motion = 'auto', hotkeys = true } = props;
  const { cell, options, hiddenSize, text, tokens, sequence, columns, parameters, seed, initialStates, head } = props;
  const inputs: InputProps = {
    cell,
    options,
    hiddenSize,
    text,
    tokens,
    sequence,
    columns,
    parameters,
    seed,
    initialStates,
    head,
  };
  // arrays written in place are new ones on every render, so they are compared by what they hold
  const key = JSON.stringify([inputs, motion, hotkeys], (_, value) =>
    ArrayBuffer.isView(value) || Number.isNaN(value) ? String(value) : value,
  );
  // the key stands for everything that is used
  const made = useMemo(() => {
    try {
      const initial = { inputs: inputsFrom(inputs), view: viewFrom(props) };
      const beginAt = (derived: Derived): Cursor => placeFrom(derived, props);
      return createGatescope({ initial, beginAt, settings: { motion, hotkeys } });
    } catch (error) {
      return sentenceOf(error);
    }
  }, [key]);
  useEffect(() => (typeof made === 'string' ? undefined : () => made.halt()), [made]);
  return made;
}

type ViewProps = Given<'controls' | 'shows' | 'zoom' | 'chain' | 'theme' | 'granularity'>;

function viewFrom({ controls = fewParts, shows, zoom, chain, theme, granularity }: ViewProps): View {
  return {
    shows: shows ?? defaultView.shows,
    output: defaultView.output,
    outputAt: defaultView.outputAt,
    zoom: zoom ?? defaultView.zoom,
    chain: chain ?? defaultView.chain,
    granularity: granularity ?? defaultView.granularity,
    speed: defaultView.speed,
    theme: theme ?? defaultView.theme,
    hidden: partsBeside(controls),
  };
}

/** Timestep and position; a stage means the end of its last signal. */
function placeFrom({ stages }: Derived, { timestep: t = 1, position, stage }: GateDiagramProps): Cursor {
  if (stage === undefined) return { t, position: position ?? Number.POSITIVE_INFINITY };
  const span = stages.findLast(({ id }) => id === stage);
  if (!span)
    throw new Refusal(
      `There is no stage “${stage}”; there are ${[...new Set(stages.map(({ id }) => id))].join(', ')}.`,
    );
  return { t, position: span.end };
}

/** Lets an instance follow the props that change no number, and tells of its steps. */
function Following({ gatescope, ...props }: GateDiagramProps & { readonly gatescope: Gatescope }) {
  const { actions } = gatescope;
  const { controls = fewParts, shows, zoom, chain, theme, granularity, timestep, position, stage } = props;
  const shown = controls.join();
  const report = useEffectEvent((step: GateStep) => props.onStep?.(step));
  const go = useEffectEvent(() => {
    const refusal = refusalOf(() => {
      const { t, position } = placeFrom(gatescope.derived(), props);
      actions.goTo(t, position);
    });
    if (refusal !== null) props.onError?.(refusal);
  });
  useEffect(
    () =>
      gatescope.subscribe(({ cursor }, before) => {
        if (cursor.t === before.cursor.t && cursor.position === before.cursor.position) return;
        const { stages, encoded } = gatescope.derived();
        report({
          timestep: cursor.t,
          position: cursor.position,
          stage: (stages.findLast(({ start }) => start < cursor.position)?.id as StageId | undefined) ?? null,
          token: encoded.tokens[cursor.t - 1] ?? '',
        });
      }),
    [gatescope],
  );
  // a change of these three is what asks to go there
  useEffect(() => go(), [timestep, position, stage]);
  useEffect(() => {
    const view = viewFrom({ shows, zoom, chain, theme, granularity });
    actions.setShows(view.shows);
    actions.setZoom(view.zoom);
    actions.setChain(view.chain);
    actions.setTheme(view.theme);
    actions.setGranularity(view.granularity);
  }, [actions, shows, zoom, chain, theme, granularity]);
  useEffect(() => {
    const hidden = partsBeside(shown.split(',') as Part[]);
    const now = gatescope.getState().view.hidden;
    for (const part of hidden) if (!now.includes(part)) actions.hide(part);
    for (const part of now) if (!hidden.includes(part)) actions.show(part);
  }, [gatescope, actions, shown]);
  return null;
}
