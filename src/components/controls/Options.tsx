import { useDerived } from '../../store/context.tsx';
import { Popover } from '../primitives/Popover.tsx';
import { CellOptions } from './CellOptions.tsx';

/** The options of the present cell in words, and the way to change them; nothing for a cell without any. */
export function Options() {
  const { cell } = useDerived();
  const shown = Object.entries(cell.declaration.options).filter(([, { when }]) => when?.(cell.options) ?? true);
  if (shown.length === 0) return null;
  const mentioned = shown.filter(([name, info]) => !info.rare || cell.options[name] !== info.default);
  const words = mentioned.map(([name, info]) => {
    const value = cell.options[name];
    if (info.kind === 'flag') return value === true ? info.label : `no ${info.label}`;
    return info.choices[String(value)] ?? String(value);
  });
  return (
    <Popover label={<span className="truncated">{words.join(' · ')} ▾</span>} title={`Options of the ${cell.name}`}>
      {(_, open) => open && <CellOptions />}
    </Popover>
  );
}
