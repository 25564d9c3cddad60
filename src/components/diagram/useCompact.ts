import { useEffect, useState } from 'react';
import type { compactPictureOf } from '../../figure/compactPicture.ts';
import { useMedia } from '../useMedia.ts';

type Draw = typeof compactPictureOf;

/** Returns the drawing of a cell for a narrow screen, fetched when first needed; null on other screens and until it is loaded. */
export function useCompact(): Draw | null {
  const narrow = useMedia('screen and (max-width: 40rem)');
  const [draw, setDraw] = useState<Draw | null>(null);
  useEffect(() => {
    if (narrow) void import('../../figure/compactPicture.ts').then((found) => setDraw(() => found.compactPictureOf));
  }, [narrow]);
  return narrow ? draw : null;
}
