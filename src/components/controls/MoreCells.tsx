import { useId } from 'react';
import { moreCells } from '../../cells/index.ts';
import { Button } from '../primitives/Button.tsx';
import { Popover } from '../primitives/Popover.tsx';
import { useChooseCell } from './useChooseCell.ts';

/** The less common cells, each with what it is, in a popover. */
export function MoreCells() {
  const { cell, chooseCell } = useChooseCell();
  const id = useId();
  const current = moreCells.find((declaration) => declaration.id === cell);
  const label = (
    <>
      {current ? `More: ${current.name}` : 'More'} <span aria-hidden="true">▾</span>
    </>
  );
  return (
    <Popover label={label} title="More cells" current={current !== undefined} className="more-cells">
      {(close) => (
        <ul>
          {moreCells.map((declaration) => (
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
                {declaration.summary}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
