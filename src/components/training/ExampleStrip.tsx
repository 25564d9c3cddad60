import { visible } from '../../text/tokens.ts';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { condensed } from './condensed.ts';

/** The mark under a timestep: an answer, and if it is right. */
export interface ExampleMark {
  /** Null before there is an answer. */
  readonly text: string | null;
  /** Null where nothing was judged. */
  readonly right: boolean | null;
  /** True if the sequence leaves the answer open. */
  readonly free: boolean;
  /** The right answer, where it is to be seen beside the one given. */
  readonly expected?: string;
}

/** Keeps the room of a letter that is not known yet. */
const EMPTY = '\u2002';

/** The largest number of answers that each have a tick of their own. */
const FEW = 3;

/** The number of timesteps that have room, with one left out among them. */
function roomIn(width: number, tokens: readonly string[]): number {
  const letters = tokens.reduce((sum, token) => sum + Math.max(3, [...token].length + 1.4), 0) / tokens.length;
  return Math.max(3, Math.floor((width - 4) / letters));
}

/** The tokens of a sequence with the answer under each; long stretches without a question are abbreviated to their length. */
export function ExampleStrip({
  label,
  tokens,
  marks,
  width,
}: {
  readonly label: string;
  readonly tokens: readonly string[];
  /** One a timestep, null where nothing is asked. */
  readonly marks: readonly (ExampleMark | null)[];
  /** The maximum width, roughly, in letters of the text. */
  readonly width: number;
}) {
  const asked = marks.map((mark) => mark !== null);
  return (
    <ol className="token-strip" aria-label={label} data-few={marks.filter((mark) => mark?.right != null).length <= FEW}>
      {condensed(asked, roomIn(width, tokens)).map((place, k) => {
        if (place.kind === 'gap')
          return (
            <li key={`gap${k}`} className="left-out">
              <span aria-hidden="true">⋯</span>
              <small>
                {place.count}
                <VisuallyHidden> timesteps left out</VisuallyHidden>
              </small>
            </li>
          );
        const mark = marks[place.t];
        return (
          <li key={place.t}>
            <bdi className="token">{visible(tokens[place.t])}</bdi>
            {mark && <Answer mark={mark} />}
          </li>
        );
      })}
    </ol>
  );
}

function Answer({ mark: { text, right, free, expected } }: { readonly mark: ExampleMark }) {
  return (
    <>
      <bdi className="token mark" data-right={right ?? undefined} data-free={free}>
        {text === null ? EMPTY : visible(text)}
        {right !== null && <VisuallyHidden>{right ? ' right' : ' wrong'}</VisuallyHidden>}
      </bdi>
      {expected !== undefined && (
        <small>
          <VisuallyHidden>asked for </VisuallyHidden>
          <bdi>{visible(expected)}</bdi>
        </small>
      )}
    </>
  );
}
