import type { Matrix } from './matrices.ts';

/** A matrix by its letter and subscript. */
export function MatrixName({ matrix: { letter, subscript } }: { readonly matrix: Matrix }) {
  return (
    <var>
      {letter}
      {subscript !== '' && <sub>{subscript}</sub>}
    </var>
  );
}
