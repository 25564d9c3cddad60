import { useEffect, useState } from 'react';

interface LiveRegionProps {
  readonly message: string;
  /** While true (playing) nothing is announced; the last message is announced once afterwards. */
  readonly silent: boolean;
  /** The time in milliseconds for which a message must stand to be announced; of faster ones only the last is. */
  readonly settle?: number;
}

/** Says one short sentence a step to screen readers, once the steps settle. */
export function LiveRegion({ message, silent, settle = 500 }: LiveRegionProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (silent) return;
    const timer = setTimeout(() => setSaid(message), settle);
    return () => clearTimeout(timer);
  }, [message, silent, settle]);
  return (
    <p className="live-region visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {said}
    </p>
  );
}
