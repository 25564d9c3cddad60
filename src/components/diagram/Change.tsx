import type { Cell, Parameter } from '../../cell/cell.ts';
import { noveltyOf } from '../../figure/change.ts';
import { comparedParameters } from '../../notation/difference.ts';

interface ChangeProps {
  readonly cell: Cell;
  readonly before: Cell;
}

/** What the last switch added and removed, in words beside the marks in the picture. */
export function Change({ cell, before }: ChangeProps) {
  const { added, removed } = comparedParameters(before, cell);
  const now = labels(cell, noveltyOf(cell, before).signals);
  const then = labels(before, noveltyOf(before, cell).signals);
  // what is only computed in another way is neither
  const came = now.filter((label) => !then.includes(label));
  const went = then.filter((label) => !now.includes(label));
  if (came.length + went.length + added.length + removed.length === 0) return null;
  return (
    <figcaption className="change">
      {came.length + added.length > 0 && (
        <p>
          <strong className="came">New</strong> {came.join(', ')} <Names parameters={added} />
        </p>
      )}
      {went.length + removed.length > 0 && (
        <p>
          <strong className="went">Gone</strong>{' '}
          <s>
            {went.join(', ')} <Names parameters={removed} />
          </s>
        </p>
      )}
    </figcaption>
  );
}

const labels = (cell: Cell, ids: ReadonlySet<string>): string[] =>
  cell.signals.filter(({ id }) => ids.has(id)).map(({ info }) => info.label);

/** Parameters as printed: p with its gate as subscript. */
function Names({ parameters }: { readonly parameters: readonly Parameter[] }) {
  return parameters.map(({ name, letter, subscript }) => (
    <i key={name}>
      {letter}
      <sub>{subscript}</sub>{' '}
    </i>
  ));
}
