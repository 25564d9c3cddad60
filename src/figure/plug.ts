import { belongsTo } from './labels.ts';
import { measures } from './measures.ts';
import type { RibbonStyle } from './ribbon.ts';
import type { Scene, SceneRail } from './scene.ts';
import { type Bind, type Shape, shape } from './shape.ts';

/** The largest number of units at which every lane has its number; of more only the first, the selected and the last have one. */
const ALL = 5;
const PITCH = 12.5;
const WIDTH = 20;

/** At the left edge of the body the numbers of the units, in the order of their lanes: unit 1 on top. */
export function plugShapes({ rails, compact }: Pick<Scene, 'rails' | 'compact'>, style: RibbonStyle): Shape[] {
  return style.zoom === 'lanes' ? rails.flatMap((rail) => plugShape(rail, compact, style)) : [];
}

function plugShape({ states, y }: SceneRail, compact: boolean, { palette, sizeOf, least = 0 }: RibbonStyle): Shape[] {
  const [state, second] = states;
  const units = sizeOf({ kind: 'previous', id: state });
  // the lanes of a bus begin anew with each of its states
  if (units < 2 || second !== undefined) return [];
  const last = units - 1;
  // a narrow screen has room only for the selected one
  const rows: readonly (number | null)[] = compact
    ? [null]
    : units <= ALL
      ? Array.from({ length: units }, (_, unit) => unit)
      : [0, null, last];
  const size = Math.max(least, units < 100 ? 12 : 10);
  const width = Math.max(WIDTH, size * 1.4);
  const height = Math.max(measures.ribbon, rows.length * PITCH) + 5;
  const box = shape('rect', {
    x: -width / 2,
    y: y - height / 2,
    width,
    height,
    rx: 6,
    fill: palette.panel,
    stroke: palette['cell-line'],
    'stroke-width': 1.4,
  });
  const numbers = rows.map((unit, row) => {
    const bind: Bind =
      unit === null ? { kind: 'unitNumber', others: compact ? [] : [0, last] } : { kind: 'unit', unit };
    return shape(
      'text',
      {
        x: 0,
        y: y + (row - (rows.length - 1) / 2) * PITCH + 0.35 * size,
        'text-anchor': 'middle',
        'font-family': 'system-ui, sans-serif',
        'font-size': size,
        fill: palette.ink,
        ...(unit === null ? { 'font-weight': 800 } : { 'data-unit': unit }),
        class: 'unit',
      },
      unit === null ? [] : [String(unit + 1)],
      [bind],
    );
  });
  return [belongsTo(`prev.${state}`, [box, ...numbers], 'plug')];
}
