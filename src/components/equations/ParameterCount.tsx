import type { Cell } from '../../cell/cell.ts';
import type { Sizes } from '../../cell/sizes.ts';
import { type ParameterCount as Count, parameterCountOf } from '../../notation/count.ts';
import { type Markup, markupOf } from '../../notation/mathml.ts';
import { VisuallyHidden } from '../primitives/VisuallyHidden.tsx';
import { Mathematics } from './Mathematics.tsx';

interface ParameterCountProps {
  readonly cell: Cell;
  /** The cell shown before; its count is shown beside. */
  readonly before?: Cell | null;
  readonly sizes: Sizes;
}

/** The number of the cell's learned parameters, with the formula and with that of the cell before. */
export function ParameterCount({ cell, before = null, sizes }: ParameterCountProps) {
  const now = parameterCountOf(cell, sizes);
  const earlier = before && parameterCountOf(before, sizes);
  return (
    <p className="parameter-count">
      <Formula count={now} /> parameters
      {earlier && earlier.text !== now.text && (
        <>
          {' '}
          (before: <Formula count={earlier} />)
        </>
      )}
    </p>
  );
}

function Formula({ count: { count, text, formula } }: { readonly count: Count }) {
  const equals: Markup = { tag: 'mo', attributes: {}, children: ['='] };
  const total: Markup = { tag: 'mn', attributes: {}, children: [String(count)] };
  const math: Markup = { tag: 'math', attributes: {}, children: [markupOf(formula), equals, total] };
  return (
    <>
      <VisuallyHidden>{`${text} = ${count}`}</VisuallyHidden>
      <span aria-hidden="true">
        <Mathematics markup={math} />
      </span>
    </>
  );
}
