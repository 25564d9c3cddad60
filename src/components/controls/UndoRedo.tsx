import './controls.css';
import { useActions, useGatescope } from '../../store/context.tsx';
import { IconButton } from './IconButton.tsx';

/** Takes back and repeats changes of what decides the numbers; nothing before there is a change. */
export function UndoRedo() {
  const { undo, redo } = useActions();
  const past = useGatescope((state) => state.past.length);
  const future = useGatescope((state) => state.future.length);
  if (past + future === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="controls undo-redo" role="group" aria-label="Changes">
      <IconButton icon="undo" label="Undo" shortcut="Control+Z" idle={past === 0} onClick={undo} />
      <IconButton icon="redo" label="Redo" shortcut="Control+Shift+Z" idle={future === 0} onClick={redo} />
    </div>
  );
}
