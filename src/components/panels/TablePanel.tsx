import { useMemo } from 'react';
import { announcementOf } from '../../notation/announcement.ts';
import { answerText } from '../../notation/outputs.ts';
import { tableOf } from '../../notation/table.ts';
import { useActions, useDerived, useGatescope, useGradient } from '../../store/context.tsx';
import { objectiveName } from '../../store/gradient/objectiveName.ts';
import { rowAt } from '../../store/predictions.ts';
import { LiveRegion } from '../describe/LiveRegion.tsx';
import { TimestepTable } from '../describe/TimestepTable.tsx';

/** All values of the moment as a table: the alternative to the picture. */
export function TablePanel() {
  const { cell, tape, encoded, predictions } = useDerived();
  const gradient = useGradient();
  const { t, position } = useGatescope((state) => state.cursor);
  const { signal, unit } = useGatescope((state) => state.selection);
  const hovered = useGatescope((state) => state.hover);
  const { hover, select } = useActions();
  const rows = useMemo(() => {
    if (t === 0) return [];
    return gradient ? tableOf(cell, gradient.adjoint, t) : tableOf(cell, tape, t, position);
  }, [cell, tape, gradient, t, position]);
  const of = gradient ? `Derivatives of ${objectiveName(gradient.of, cell, predictions)}. ` : '';
  if (rows.length === 0) return <p>There is no timestep yet.</p>;
  return (
    <TimestepTable
      rows={rows}
      caption={`${of}Timestep ${t} of ${tape.length}: ${encoded.tokens[t - 1]}`}
      selected={{ key: signal, unit }}
      hover={hovered}
      onHover={hover}
      onSelect={select}
    />
  );
}

/** Says each step in one sentence. */
export function Announcer() {
  const { cell, tape, encoded, predictions } = useDerived();
  const gradient = useGradient();
  const { t, position } = useGatescope((state) => state.cursor);
  const { unit } = useGatescope((state) => state.selection);
  const playing = useGatescope((state) => state.playing);
  const answer = predictions && t > 0 ? answerText(predictions.head.outputs, rowAt(predictions, t)) : undefined;
  const message = announcementOf(cell, gradient?.adjoint ?? tape, {
    t,
    position,
    unit,
    token: encoded.tokens[t - 1] ?? '',
    answer,
    gradientOf: gradient ? objectiveName(gradient.of, cell, predictions) : undefined,
  });
  return <LiveRegion message={message} silent={playing} />;
}
