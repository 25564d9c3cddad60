import './controls.css';
import { useActions, useDerived } from '../../store/context.tsx';
import { Dropdown } from './Dropdown.tsx';
import { Segmented } from './Segmented.tsx';

/** Choices that still fit side by side. */
const SIDE_BY_SIDE = 3;

/** The options of the present cell; those without effect beside the others are left out. */
export function CellOptions() {
  const { cell } = useDerived();
  const { setOption } = useActions();
  const shown = Object.entries(cell.declaration.options).filter(([, { when }]) => when?.(cell.options) ?? true);
  return (
    <section className="controls cell-options" aria-label={`Options of the ${cell.name} cell`}>
      {shown.map(([name, info]) => {
        if (info.kind === 'flag')
          return (
            <label key={name} className="choice">
              <input
                type="checkbox"
                checked={cell.options[name] === true}
                onChange={({ currentTarget }) => setOption(name, currentTarget.checked)}
              />
              <span>{info.label}</span>
            </label>
          );
        const choices = Object.entries(info.choices).map(([value, label]) => ({
          value,
          label,
          note: info.frameworks?.[value],
        }));
        const value = String(cell.options[name]);
        const onChange = (chosen: string): void => setOption(name, chosen);
        const few = choices.length <= SIDE_BY_SIDE;
        return few ? (
          <Segmented key={name} legend={info.label} legendShown choices={choices} value={value} onChange={onChange} />
        ) : (
          <Dropdown key={name} legend={info.label} choices={choices} value={value} onChange={onChange} />
        );
      })}
    </section>
  );
}
