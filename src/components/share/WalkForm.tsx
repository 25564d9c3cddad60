import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Extent } from '../../store/cursor.ts';
import type { Cursor } from '../../store/state.ts';
import { Dropdown } from '../controls/Dropdown.tsx';
import { Button } from '../primitives/Button.tsx';
import type { Figure } from './figureFile.ts';
import { movingSize, type PixelSize, WIDEST } from './figureSizes.ts';
import { drawn } from './rasterise.ts';
import type { Saved } from './useSaving.ts';
import { type VideoKind, videoKind } from './videoKind.ts';
import { LONGEST, pausesOf, type Walk, walks } from './walk.ts';

const walkChoices = (Object.keys(walks) as Walk[]).map((value) => ({ value, label: walks[value] }));
const paces = [
  { value: '500', label: '½ second' },
  { value: '1000', label: '1 second' },
  { value: '2000', label: '2 seconds' },
  { value: '4000', label: '4 seconds' },
] as const;

interface Props {
  /** The figure of another moment of the same run. */
  readonly figureAt: (cursor: Cursor) => Figure;
  readonly write: (figure: Figure) => Promise<string>;
  readonly cursor: Cursor;
  readonly extent: Extent;
  readonly name: (walk: Walk, ending: string) => string;
  readonly save: (file: Saved) => Promise<void>;
  /** Tells the reader how far the work is. */
  readonly say: (sentence: string) => void;
}

/** Choices for a moving picture of the cell, and its files. Escape cancels one that is being made, and so does closing the dialog. */
export function WalkForm({ figureAt, write, cursor, extent, name, save, say }: Props) {
  const [walk, setWalk] = useState<Walk>('stages');
  const [pace, setPace] = useState<(typeof paces)[number]['value']>('1000');
  const [busy, setBusy] = useState(false);
  const work = useRef(new AbortController());
  const cancel = (): void => work.current.abort();
  useEffect(() => cancel, []);
  const video = useVideoKind();
  const pauses = pausesOf(walk, cursor, extent);
  /** The pictures of the walk, each drawn when it is asked for. */
  async function* frames(size: PixelSize): AsyncGenerator<Drawing> {
    for (const [k, { cursor: at, times }] of pauses.entries()) {
      work.current.signal.throwIfAborted();
      say(`Drawing picture ${k + 1} of ${pauses.length}…`);
      const canvas = await drawn(await write(figureAt(at)), size);
      yield { canvas, delay: times * Number(pace) };
    }
  }
  const make = async (ending: string, made: () => Promise<Blob>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    work.current = new AbortController();
    await save({ name: name(walk, ending), make: made, signal: work.current.signal });
    setBusy(false);
  };
  const cancelByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !busy) return;
    // the dialog stays open
    event.preventDefault();
    cancel();
  };
  const gif = async (): Promise<Blob> => {
    const { gifInWorker } = await import('./gifInWorker.ts');
    const { size: drawnFor, picture, ramps } = figureAt(cursor);
    const size = movingSize(drawnFor, picture.viewBox, WIDEST.gif);
    return new Blob([await gifInWorker(pixelsIn(frames(size)), ramps)], { type: 'image/gif' });
  };
  const film = async (kind: VideoKind): Promise<Blob> => {
    const { videoOf } = await import('./walkVideo.ts');
    const figure = figureAt(cursor);
    const size = movingSize(figure.size, figure.picture.viewBox, WIDEST.video);
    return videoOf(kind, size, figure.title, frames(size));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key acts on what its buttons began
    <div className="figure-walk" onKeyDown={cancelByKey}>
      <Dropdown legend="Animation" choices={walkChoices} value={walk} onChange={setWalk} />
      <Dropdown legend="Each for" choices={paces} value={pace} onChange={setPace} />
      <div className="figure-files">
        <Button aria-disabled={busy} onClick={() => void make('gif', gif)}>
          GIF
        </Button>
        {video && (
          <Button aria-disabled={busy} onClick={() => void make(video.ending, () => film(video))}>
            {video.ending === 'mp4' ? 'MP4' : 'WebM'}
          </Button>
        )}
        {busy && <Button onClick={cancel}>Cancel</Button>}
      </div>
      {walk === 'timesteps' && extent.T > LONGEST && (
        <p className="hint">
          Timesteps {pauses[0].cursor.t} to {pauses[pauses.length - 1].cursor.t}: at most {LONGEST} fit into one file.
        </p>
      )}
    </div>
  );
}

interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly delay: number;
}

/** The pixels of pictures as they come. */
async function* pixelsIn(drawings: AsyncIterable<Drawing>) {
  for await (const { canvas, delay } of drawings) {
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    if (context) yield { pixels: context.getImageData(0, 0, width, height).data, width, height, delay };
  }
}

/** The kind of video that this browser encodes; null while that is being asked, and where it encodes none. */
function useVideoKind(): VideoKind | null {
  const [kind, setKind] = useState<VideoKind | null>(null);
  useEffect(() => {
    let wanted = true;
    void videoKind(WIDEST.video, (WIDEST.video * 9) / 16).then((found) => wanted && setKind(found));
    return () => {
      wanted = false;
    };
  }, []);
  return kind;
}
