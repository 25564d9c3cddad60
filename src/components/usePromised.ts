import { useEffect, useState } from 'react';

/** The promised result for an argument; the one before until it is there, and where it fails, which is not told; null at first. */
export function usePromised<A, T>(argument: A, promise: (argument: A) => Promise<T>): T | null {
  const [result, setResult] = useState<T | null>(null);
  useEffect(() => {
    let wanted = true;
    void promise(argument).then(
      (found) => {
        if (wanted) setResult(() => found);
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [argument, promise]);
  return result;
}
