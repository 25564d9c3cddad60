import { useId, useRef } from 'react';
import { moreCells } from '../../cells/index.ts';
import { useActions, useGatescope } from '../../store/context.tsx';

/** The less common cells, each with what it is, in a popover. */
export function MoreCells() {
  const cell = useGatescope((state) => state.inputs.cell);
  const { setCell } = useActions();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const current = moreCells.find((declaration) => declaration.id === cell);
  const choose = (chosen: string): void => {
    setCell(chosen);
    popover.current?.hidePopover?.();
  };
  return (
    <>
      <button
        type="button"
        className="text-button more"
        popoverTarget={id}
        aria-haspopup="dialog"
        data-current={current !== undefined}
      >
        {current ? `More: ${current.name}` : 'More'} <span aria-hidden="true">▾</span>
      </button>
      <div ref={popover} id={id} popover="auto" className="controls more-cells" role="dialog" aria-label="More cells">
        <ul>
          {moreCells.map((declaration) => (
            <li key={declaration.id}>
              <button
                type="button"
                aria-current={declaration.id === cell || undefined}
                aria-describedby={`${id}-${declaration.id}`}
                onClick={() => choose(declaration.id)}
              >
                {declaration.name}
              </button>
              <p id={`${id}-${declaration.id}`}>{declaration.summary}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
