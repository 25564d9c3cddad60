import { useEffect, useState } from 'react';
import type { compactPictureOf } from '../../figure/compactPicture.ts';
import { NARROW, useFromServer, useMedia } from '../useMedia.ts';

type Draw = typeof compactPictureOf;

/** Paper has room for the other picture. */
const query = `screen and ${NARROW}`;

let fetched: Draw | null = null;

/** Fetches the drawing that a narrow screen needs, so that no instance made afterwards waits. Rejects if it does not load. */
export async function fetchCompact(): Promise<void> {
  if (matchMedia(query).matches) await fetchDrawing();
}

async function fetchDrawing(): Promise<void> {
  ({ compactPictureOf: fetched } = await import('../../figure/compactPicture.ts'));
}

/**
 * Returns the drawing of a cell for a narrow screen, fetched when first needed; null on other screens and until it is loaded.
 * While an instance that begins on a narrow screen is `waiting` for it, the picture for other screens is not to be seen.
 */
export function useCompact(): { readonly draw: Draw | null; readonly waiting: boolean } {
  const narrow = useMedia(query);
  const [draw, setDraw] = useState(() => fetched);
  const fromServer = useFromServer();
  const [waiting, setWaiting] = useState((narrow || fromServer) && !draw);
  useEffect(() => {
    if (narrow && !draw)
      void fetchDrawing()
        .then(() => setDraw(() => fetched))
        .catch(() => {})
        .finally(() => setWaiting(false));
    else setWaiting(false);
  }, [narrow, draw]);
  return { draw: narrow ? draw : null, waiting: narrow && waiting };
}
