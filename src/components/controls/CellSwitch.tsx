import { declarationOf, mainCells, moreCells, registry } from '../../cells/index.ts';
import { CellMenu } from './CellMenu.tsx';
import { Segmented } from './Segmented.tsx';
import { useChooseCell } from './useChooseCell.ts';
import './controls.css';

/** The choice of the cell: the five of the family side by side, the rest under More; a single list on a narrow screen. */
export function CellSwitch({ narrow = false }: { readonly narrow?: boolean }) {
  const { cell, chooseCell } = useChooseCell();
  const name = declarationOf(cell)?.name ?? cell;
  const choices = mainCells.map(({ id, name }) => ({ value: id, label: name }));
  const main = mainCells.some(({ id }) => id === cell);
  if (narrow) return <CellMenu label={name} title="Cell" cells={() => registry} />;
  return (
    <div className="controls cell-choices">
      <Segmented legend="Cell" choices={choices} value={main ? cell : null} onChange={(id) => void chooseCell(id)} />
      <CellMenu label={main ? 'More' : name} title="More cells" current={!main} cells={moreCells} />
    </div>
  );
}
