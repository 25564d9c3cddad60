import { useState } from 'react';

/** A number that changes with the identity of a value. */
export function usePictureKey(picture: unknown): number {
  const [seen, setSeen] = useState({ picture, key: 0 });
  if (seen.picture === picture) return seen.key;
  const next = { picture, key: seen.key + 1 };
  setSeen(next);
  return next.key;
}
