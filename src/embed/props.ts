import type { CellId, CellOptions, StageId } from '../cells/index.ts';
import type { Granularity, Part, Theme, View, Zoom } from '../store/state.ts';

/** A moment that the reader has stepped to. */
export interface GateStep {
  /** The timestep, 1…T; 0 if the sequence is empty, more than T if a longer run is compared. */
  readonly timestep: number;
  /** The number of signals of the timestep that are computed, 0…N. */
  readonly position: number;
  /** The id of the stage reached, or null before the first. */
  readonly stage: StageId | null;
  /** The token of the timestep, or its numbers in few digits. */
  readonly token: string;
}

/** The props that have the names of the keys of a link. */
interface LinkProps {
  /** The part of a link after its #, with any keys (docs/url.md). Props given beside it take precedence. */
  readonly link?: string | undefined;
  /** A cell of the registry: `rnn`, `lstm`, `peephole`, `coupled`, `gru` … Default `lstm`. */
  readonly cell?: CellId | undefined;
  /** Options of the cell that differ from their defaults. */
  readonly options?: CellOptions | undefined;
  /** The number of units H, 1 to 64. Default 4. */
  readonly units?: number | undefined;
  /** The text that the cell reads, one-hot over its own tokens. */
  readonly text?: string | undefined;
  /** The unit of text that makes a token. Default `characters`. */
  readonly tokens?: ('characters' | 'words') | undefined;
  /** Numbers instead of a text, unscaled: one per timestep, or one row of D numbers per timestep. */
  readonly rows?: readonly (number | readonly number[])[] | undefined;
  /** The names of the D inputs of `rows`. */
  readonly columns?: readonly string[] | undefined;
  /** Parameter values by name, row-major; names left out are zeros. Without it, parameters come from the seed. */
  readonly weights?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** A whole number from which the parameters are drawn. Default 1. */
  readonly seed?: number | undefined;
  /** Initial states by id, H numbers each; those left out start at 0. */
  readonly initial?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** The output layer on the hidden state of every timestep: y = W h + b, W row-major with one row of H numbers per output. */
  readonly head?:
    | {
        readonly outputs: readonly string[];
        /** The kind of outputs: classes, with probabilities, or values. Default `class`. */
        readonly asks?: 'class' | 'value';
        readonly W: ArrayLike<number>;
        readonly b: ArrayLike<number>;
      }
    | undefined;
  /** The timestep shown, from 1. The reader may step on from there; another value goes to its timestep. */
  readonly t?: number | undefined;
  /** The number of signals of the timestep that are computed. Default: all. */
  readonly done?: number | undefined;
  /** The stage up to whose end the timestep is computed, instead of `done`. */
  readonly stage?: StageId | undefined;
  /** The length of one step. Default `stage`. */
  readonly step?: Granularity | undefined;
  /** The values, or the gradients of the last output with respect to them. Default `values`. */
  readonly shows?: View['shows'] | undefined;
  /** The drawing of wires. Default `lanes`. */
  readonly zoom?: Zoom | undefined;
  /** The cell between its neighbours, or folded into a loop. Default `unfolded`. */
  readonly chain?: View['chain'] | undefined;
  /** The colours. Default `auto`, light or dark as the reader's system. */
  readonly theme?: Theme | undefined;
  /** The parts shown. Default `['diagram', 'transport']`. */
  readonly parts?: readonly Part[] | undefined;
  /** `off`: nothing moves. `auto` moves unless the reader asked for less motion. Default `auto`. */
  readonly motion?: View['motion'] | undefined;
  /** True if keys step and play while focus is inside. Default true. */
  readonly hotkeys?: boolean | undefined;
}

/** Aliases of props. If both are given, the prop named on the right wins. */
const otherNames = {
  hiddenSize: 'units',
  sequence: 'rows',
  parameters: 'weights',
  initialStates: 'initial',
  timestep: 't',
  position: 'done',
  granularity: 'step',
  controls: 'parts',
} as const satisfies Readonly<Record<string, keyof LinkProps>>;

type OtherNames = { readonly [Name in keyof typeof otherNames]?: LinkProps[(typeof otherNames)[Name]] };

/** The props of `GateDiagram`, the React component (docs/embedding.md). */
export interface GateDiagramProps extends LinkProps, OtherNames {
  /** Called after every step, also after one that a prop asked for. */
  readonly onStep?: ((step: GateStep) => void) | undefined;
  /** Called with a sentence when the props cannot be shown; the component shows the sentence, too. */
  readonly onError?: ((message: string) => void) | undefined;
}

/** The props under the names of a link, with the callbacks. */
export type NamedProps = LinkProps & Pick<GateDiagramProps, 'onStep' | 'onError'>;

/** Moves props given under another name to the name of a link. */
export function namedAsLink(props: GateDiagramProps): NamedProps {
  const named: Record<string, unknown> = { ...props };
  for (const [other, name] of Object.entries(otherNames)) {
    named[name] ??= named[other];
    delete named[other];
  }
  return named;
}

/** Partial props, each possibly undefined when a host passes it on. */
export type Given<Names extends keyof NamedProps> = Pick<NamedProps, Names>;
