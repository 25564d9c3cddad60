import { useId } from 'react';
import type { CellDeclaration } from '../../cell/declaration.ts';
import { told } from '../../cells/told.ts';
import { Deferred } from '../Deferred.tsx';
import { choosing } from '../fetched.tsx';
import { PartBoundary } from '../PartBoundary.tsx';
import { Button } from '../primitives/Button.tsx';
import { Popover } from '../primitives/Popover.tsx';
import { useChooseCell } from './useChooseCell.ts';

interface CellMenuProps {
  readonly label: string;
  /** The name of the list. */
  readonly title: string;
  /** True if the present cell is in the list. */
  readonly current?: boolean;
  /** The cells in it, once all are there. */
  readonly cells: () => readonly CellDeclaration[];
}

/** Some cells, each with what it is, in a popover. */
export function CellMenu({ label, title, current = true, cells }: CellMenuProps) {
  return (
    <Popover
      label={
        <span className="truncated">
          {label} <span aria-hidden="true">▾</span>
        </span>
      }
      title={title}
      current={current}
      className="more-cells"
    >
      {(close) => (
        <PartBoundary name="The list of cells">
          <Deferred meanwhile={<p className="hint">Loading…</p>}>
            <Cells cells={cells} close={close} />
          </Deferred>
        </PartBoundary>
      )}
    </Popover>
  );
}

interface CellsProps extends Pick<CellMenuProps, 'cells'> {
  readonly close: () => void;
}

const Cells = choosing<CellsProps>(async () => ({ cells, close }) => {
  const { cell, chooseCell } = useChooseCell();
  const id = useId();
  return (
    <ul>
      {cells().map((declaration) => (
        <li key={declaration.id}>
          <Button
            look="row"
            aria-current={declaration.id === cell || undefined}
            aria-describedby={`${id}-${declaration.id}`}
            onClick={() => {
              void chooseCell(declaration.id);
              close();
            }}
          >
            {declaration.name}
          </Button>
          <p className="hint" id={`${id}-${declaration.id}`}>
            {told(declaration).summary}
          </p>
        </li>
      ))}
    </ul>
  );
});
