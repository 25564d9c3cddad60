import type { ReactNode } from 'react';
import './changes.css';

/** Interventions in words, above what they change. */
export function Changes({ words, children }: { readonly words: readonly string[]; readonly children?: ReactNode }) {
  return (
    <p className="held">
      {words.map((change) => (
        <strong key={change}>{change}. </strong>
      ))}
      {children}
    </p>
  );
}
