import './controls.css';
import { declarationOf, mainCells } from '../../cells/index.ts';
import { MoreCells } from './MoreCells.tsx';
import { Segmented } from './Segmented.tsx';
import { useChooseCell } from './useChooseCell.ts';

const choices = mainCells.map(({ id, name }) => ({ value: id, label: name }));

/** Which cell is shown: the five of the family side by side, the rest under More. */
export function CellSwitch() {
  const { cell, chooseCell } = useChooseCell();
  const main = mainCells.some(({ id }) => id === cell);
  return (
    <div className="controls cell-switch">
      <div className="cell-choices">
        <Segmented legend="Cell" choices={choices} value={main ? cell : null} onChange={(id) => void chooseCell(id)} />
        <MoreCells />
      </div>
      <p className="hint">{declarationOf(cell)?.summary}</p>
    </div>
  );
}
