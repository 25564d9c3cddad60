import { useEffect, useState } from 'react';
import type { compactPictureOf } from '../../figure/compactPicture.ts';
import { useMedia } from '../useMedia.ts';

type Draw = typeof compactPictureOf;

/**
 * Returns the drawing of a cell for a narrow screen, fetched when first needed; null on other screens and until it is loaded.
 * While an instance that begins on a narrow screen is `waiting` for it, the picture for other screens is not to be seen.
 */
export function useCompact(): { readonly draw: Draw | null; readonly waiting: boolean } {
  const narrow = useMedia('screen and (max-width: 40rem)');
  const [draw, setDraw] = useState<Draw | null>(null);
  const [waiting, setWaiting] = useState(narrow);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const { compactPictureOf } = await import('../../figure/compactPicture.ts');
      setDraw(() => compactPictureOf);
    };
    if (narrow)
      void load()
        .catch(() => {})
        .finally(() => setWaiting(false));
  }, [narrow]);
  return { draw: narrow ? draw : null, waiting: narrow && waiting };
}
