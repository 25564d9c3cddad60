import { type ReactNode, useEffect, useRef } from 'react';

/** Compares the guess with the answer. It takes focus when it appears, so that a screen reader continues from it. */
export function AskVerdict({ children }: { readonly children: ReactNode }) {
  const verdict = useRef<HTMLDivElement>(null);
  useEffect(() => verdict.current?.focus(), []);
  return (
    <div ref={verdict} tabIndex={-1} role="status" className="ask-verdict">
      {children}
    </div>
  );
}
