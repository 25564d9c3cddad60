/** The values of one gate on held-out sequences, measurement by measurement. */
export interface GateLine {
  readonly id: string;
  readonly label: string;
  readonly points: readonly {
    readonly updates: number;
    /** Over all units, and in the unit that keeps it most open. */
    readonly mean: number;
    readonly most: number;
  }[];
}

const WIDTH = 100;
const HEIGHT = 24;

/** The mean of each gate as a small line over the updates, with its first and its present value. */
export function GateLines({ gates, updates }: { readonly gates: readonly GateLine[]; readonly updates: number }) {
  if (gates.length === 0) return null;
  return (
    <table className="number-table gate-lines">
      <caption>
        <strong>How open the gates are</strong> 0 is closed, 1 is open
      </caption>
      <thead>
        <tr>
          <td />
          <td />
          <th scope="col" className="line-sample">
            mean of units
          </th>
          <th scope="col" className="line-sample most">
            most open unit
          </th>
        </tr>
      </thead>
      <tbody>
        {gates.map(({ id, label, points }) => (
          <tr key={id} data-signal={id}>
            <th scope="row">{label}</th>
            <td>
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path d={`M0 0H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
                <polyline className="most" points={lineOf(points, 'most', updates)} />
                <polyline points={lineOf(points, 'mean', updates)} />
              </svg>
            </td>
            <td>{fromTo(points, 'mean')}</td>
            <td>{fromTo(points, 'most')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Which = 'mean' | 'most';

const lineOf = (points: GateLine['points'], which: Which, updates: number): string =>
  points
    .map(
      (point) =>
        `${((point.updates / Math.max(1, updates)) * WIDTH).toFixed(2)},${((1 - point[which]) * HEIGHT).toFixed(2)}`,
    )
    .join(' ');

/** Openings lie from 0 to 1: two decimals are enough, and align. */
function fromTo(points: GateLine['points'], which: Which): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return '–';
  const said = first === last ? [first] : [first, last];
  return said.map((point) => point[which].toFixed(2)).join(' → ');
}
