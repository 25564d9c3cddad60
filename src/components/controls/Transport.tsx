import { memo, useMemo, useRef } from 'react';
import './controls.css';
import { useActions, useDerived, useGatescope } from '../../store/context.tsx';
import { extentOf, isAtEnd } from '../../store/cursor.ts';
import type { Granularity } from '../../store/state.ts';
import { speeds } from '../../store/viewActions.ts';
import { useRoving } from '../useRoving.ts';
import { Dropdown } from './Dropdown.tsx';
import { IconButton } from './IconButton.tsx';
import { Segmented } from './Segmented.tsx';
import { TimestepSlider } from './TimestepSlider.tsx';

/** The outlines of the buttons. */
const icons = {
  first: 'M6 5h2.5v14H6zM19 5v14L9.5 12z',
  back: 'M16 5v14L6.5 12z',
  play: 'M8 4.5v15L20 12z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  forward: 'M8 5v14l9.5-7z',
  last: 'M15.5 5H18v14h-2.5zM5 5v14l9.5-7z',
};

const granularities: readonly { readonly value: Granularity; readonly label: string }[] = [
  { value: 'timestep', label: 'timestep' },
  { value: 'stage', label: 'stage' },
  { value: 'operation', label: 'operation' },
];

/** Stepping, playing and moving through the sequence, where nothing else does. */
export function Transport() {
  const actions = useActions();
  const { granularity, locked } = useGatescope((state) => state.view);
  return (
    <section className="controls transport" aria-label="Transport">
      <PlayButtons ends />
      {!locked.includes('step') && (
        <Segmented
          legend="step by"
          legendShown
          choices={granularities}
          value={granularity}
          onChange={actions.setGranularity}
        />
      )}
      <SpeedChoice />
      <TimestepSlider />
    </section>
  );
}

/** The choice of the length of a step; nothing where it is locked. */
export function StepChoice() {
  const { setGranularity } = useActions();
  const { granularity, locked } = useGatescope((state) => state.view);
  if (locked.includes('step')) return null;
  return <Dropdown legend="step by" choices={granularities} value={granularity} onChange={setGranularity} />;
}

/** Back, play and forward; with `ends` also to the start and to the end. */
export const PlayButtons = memo(function PlayButtons({ ends = false }: { readonly ends?: boolean }) {
  const actions = useActions();
  const derived = useDerived();
  const playing = useGatescope((state) => state.playing);
  const by = useGatescope((state) => state.view.granularity);
  const extent = extentOf(
    derived,
    useGatescope((state) => state.until),
  );
  const started = useGatescope(({ cursor }) => cursor.t > 1 || cursor.position > 0);
  const ended = useGatescope(({ cursor }) => isAtEnd(cursor, extent));
  const { back, forward } = useMemo(
    () => ({ back: () => actions.step(-1), forward: () => actions.step(1) }),
    [actions],
  );
  const group = useRef<HTMLDivElement>(null);
  useRoving(group, 'button');
  return (
    <div className="buttons" ref={group}>
      {ends && (
        <IconButton icon={icons.first} label="To the start" shortcut="Home" idle={!started} onClick={actions.first} />
      )}
      <IconButton icon={icons.back} label={`Back one ${by}`} shortcut="ArrowLeft" idle={!started} onClick={back} />
      <IconButton
        icon={playing ? icons.pause : icons.play}
        label={playing ? 'Pause' : 'Play'}
        shortcut="k"
        primary
        idle={extent.T === 0}
        onClick={playing ? actions.pause : actions.play}
      />
      <IconButton
        icon={icons.forward}
        label={`Forward one ${by}`}
        shortcut="ArrowRight"
        idle={ended}
        onClick={forward}
      />
      {ends && <IconButton icon={icons.last} label="To the end" shortcut="End" idle={ended} onClick={actions.last} />}
    </div>
  );
});

/** The choice of the speed of the player; nothing where it is locked. */
export function SpeedChoice() {
  const { setSpeed } = useActions();
  const { speed, locked } = useGatescope((state) => state.view);
  if (locked.includes('speed')) return null;
  return (
    <Dropdown
      legend="speed"
      choices={speedChoices(speed)}
      value={String(speed)}
      onChange={(value) => setSpeed(Number(value))}
    />
  );
}

/** The speeds on offer and the present one, should a link have brought another. */
function speedChoices(speed: number): readonly { readonly value: string; readonly label: string }[] {
  const all = [...new Set([...speeds, speed])].sort((a, b) => a - b);
  return all.map((value) => ({ value: String(value), label: `${value}×` }));
}
