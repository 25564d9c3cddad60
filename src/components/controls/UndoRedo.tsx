import './controls.css';
import { useActions, useGatescope } from '../../store/context.tsx';
import { IconButton } from './IconButton.tsx';

/** The outlines of the buttons. */
const icons = {
  undo: 'M9 4 3 9.5 9 15v-3.9h4.5a3.4 3.4 0 0 1 0 6.9H8v2.5h5.5a5.9 5.9 0 0 0 0-11.9H9z',
  redo: 'M15 4l6 5.5L15 15v-3.9h-4.5a3.4 3.4 0 0 0 0 6.9H16v2.5h-5.5a5.9 5.9 0 0 1 0-11.9H15z',
};

/** Takes back and repeats changes of what decides the numbers; nothing before there is a change. */
export function UndoRedo() {
  const { undo, redo } = useActions();
  const past = useGatescope((state) => state.past.length);
  const future = useGatescope((state) => state.future.length);
  if (past + future === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="controls undo-redo" role="group" aria-label="Changes">
      <IconButton icon={icons.undo} label="Undo" shortcut="Control+Z" idle={past === 0} onClick={undo} />
      <IconButton icon={icons.redo} label="Redo" shortcut="Control+Shift+Z" idle={future === 0} onClick={redo} />
    </div>
  );
}
