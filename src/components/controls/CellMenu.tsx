import { useId } from 'react';
import type { CellDeclaration } from '../../cell/declaration.ts';
import { told } from '../../cells/told.ts';
import { Button } from '../primitives/Button.tsx';
import { Popover } from '../primitives/Popover.tsx';
import { useChooseCell } from './useChooseCell.ts';

interface CellMenuProps {
  readonly label: string;
  /** The name of the list. */
  readonly title: string;
  readonly cells: readonly CellDeclaration[];
}

/** Some cells, each with what it is, in a popover. */
export function CellMenu({ label, title, cells }: CellMenuProps) {
  const { cell, chooseCell } = useChooseCell();
  const id = useId();
  return (
    <Popover
      label={
        <span className="truncated">
          {label} <span aria-hidden="true">▾</span>
        </span>
      }
      title={title}
      current={cells.some((declaration) => declaration.id === cell)}
      className="more-cells"
    >
      {(close) => (
        <ul>
          {cells.map((declaration) => (
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
      )}
    </Popover>
  );
}
