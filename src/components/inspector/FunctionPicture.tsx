import { displayed } from '../../notation/number.ts';
import { type OpName, opOf } from '../../ops/ops.ts';
import { functionCurve, HEIGHT, WIDTH } from './functionCurve.ts';

interface FunctionPictureProps {
  readonly op: OpName;
  readonly constants: readonly number[];
  readonly argument: number;
  readonly result: number;
}

/** A pointwise function with the point that was computed. */
export function FunctionPicture({ op, constants, argument, result }: FunctionPictureProps) {
  const { path, zero, point, beyond, domain, range } = functionCurve(op, constants, argument);
  const [x, y] = point;
  const name = `${opOf(op).words}: ${displayed(argument)} becomes ${displayed(result)}${beyond ? ', beyond the part shown' : ''}`;
  return (
    <svg className="function-picture" viewBox={`-6 -4 ${WIDTH + 34} ${HEIGHT + 22}`} role="img" aria-label={name}>
      <path className="axis" d={`M0,${zero[1]}H${WIDTH}M${zero[0]},0V${HEIGHT}`} />
      <path className="guide" d={`M${x},${zero[1]}V${y}H${zero[0]}`} />
      <path className="curve" d={path} />
      <circle className="point" cx={x} cy={y} r="4.5" />
      <text x="0" y={HEIGHT + 13}>
        {displayed(domain[0])}
      </text>
      <text x={WIDTH} y={HEIGHT + 13} textAnchor="end">
        {displayed(domain[1])}
      </text>
      <text x={WIDTH + 4} y="9">
        {displayed(range[1])}
      </text>
      <text x={WIDTH + 4} y={HEIGHT}>
        {displayed(range[0])}
      </text>
    </svg>
  );
}
