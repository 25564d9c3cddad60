import type { Cell } from '../../cell/cell.ts';
import type {
  Arithmetic as ArithmeticData,
  LayerArithmetic,
  Operand,
  PointwiseArithmetic,
} from '../../notation/arithmetic.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import { opOf } from '../../ops/ops.ts';
import { Contribution } from './Contribution.tsx';
import { FunctionPicture } from './FunctionPicture.tsx';
import './arithmetic.css';

interface ArithmeticProps {
  readonly cell: Cell;
  readonly arithmetic: ArithmeticData;
  readonly features?: readonly string[];
  readonly onHover: (key: string | null) => void;
  /** A source was chosen: its slot as seen from the timestep asked about, and its unit from 0. */
  readonly onSelect: (key: string, unit: number) => void;
}

type Handlers = Pick<ArithmeticProps, 'onHover' | 'onSelect'>;

/** Why one value is what it is: every summand, the function it passes, the result. */
export function Arithmetic({ cell, arithmetic, features, onHover, onSelect }: ArithmeticProps) {
  const { signal, unit, t, result } = arithmetic;
  const ref = signal === 'x' ? ({ kind: 'input', id: 'x' } as const) : ({ kind: 'signal', id: signal } as const);
  const name = unitLabel(cell, ref, unit, features);
  return (
    <section className="arithmetic" aria-label={`Why ${name} is ${result.text}`}>
      <h3>
        Why <span className="symbol">{name}</span> = {result.text}
        <small>timestep {t}</small>
      </h3>
      {arithmetic.kind === 'layer' && <Layer layer={arithmetic} onHover={onHover} onSelect={onSelect} />}
      {arithmetic.kind === 'pointwise' && <Pointwise pointwise={arithmetic} onHover={onHover} onSelect={onSelect} />}
      {arithmetic.kind === 'given' && (
        <p>
          {arithmetic.origin === 'input' ? 'It is part of the input.' : 'It is an initial state: given, not computed.'}
        </p>
      )}
    </section>
  );
}

const before = (operand: Operand, t: number): string => (operand.t < t ? 'before' : '');

const sourceOf = ({ key, unit }: Operand, { onHover, onSelect }: Handlers) => ({
  source: key,
  onSelect: () => onSelect(key, unit),
  onHover: (inside: boolean) => onHover(inside ? key : null),
});

function Layer({ layer, ...handlers }: Handlers & { readonly layer: LayerArithmetic }) {
  const { products, rest, bias, preActivation, op, constants, result, t } = layer;
  const scale = Math.max(
    ...[...products, ...(rest ? [rest] : []), ...(bias ? [bias] : [])].map((row) => Math.abs(row.value)),
  );
  const detail = (product: (typeof products)[number]): string =>
    [before(product, t), product.parameter ? `${product.weight.text} × ${product.input.text}` : '']
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <ul>
        {products.map((p) => (
          <Contribution
            key={`${p.key}.${p.unit}`}
            label={p.label}
            detail={detail(p)}
            value={p.value}
            text={p.text}
            scale={scale}
            {...sourceOf(p, handlers)}
          />
        ))}
        {rest && (
          <Contribution
            label="others"
            detail={`${rest.count} products`}
            value={rest.value}
            text={rest.text}
            scale={scale}
          />
        )}
        {bias && <Contribution label="bias" detail="" value={bias.value} text={bias.text} scale={scale} />}
      </ul>
      <p className="total">
        <span>sum</span> <span className="value">{preActivation.text}</span>
      </p>
      {op !== 'identity' && <Squashing op={op} constants={constants} argument={preActivation} result={result} />}
    </>
  );
}

function Pointwise({ pointwise, ...handlers }: Handlers & { readonly pointwise: PointwiseArithmetic }) {
  const { operands, op, constants, result, t } = pointwise;
  const scale = Math.max(...operands.map((o) => Math.abs(o.value)));
  const [first] = operands;
  if (!first) return <p>It is the constant {result.text}.</p>;
  return (
    <>
      <ul>
        {operands.map((o, k) => (
          <Contribution
            // biome-ignore lint/suspicious/noArrayIndexKey: an operand is its place
            key={k}
            label={`${k > 0 ? `${opOf(op).glyph} ` : ''}${o.label}`}
            detail={before(o, t)}
            value={o.value}
            text={o.text}
            scale={scale}
            {...sourceOf(o, handlers)}
          />
        ))}
      </ul>
      {operands.length === 1 ? (
        <Squashing op={op} constants={constants} argument={first} result={result} />
      ) : (
        <p className="total">
          <span>
            {operands[0].label} {opOf(op).words} {operands[1].label}
          </span>{' '}
          <span className="value">{result.text}</span>
        </p>
      )}
    </>
  );
}

type Figure = LayerArithmetic['result'];

interface SquashingProps extends Pick<LayerArithmetic, 'op' | 'constants'> {
  readonly argument: Figure;
  readonly result: Figure;
}

function Squashing({ op, constants, argument, result }: SquashingProps) {
  const { notation, glyph } = opOf(op);
  const written = notation.kind === 'oneMinus' ? `1 − ${argument.text}` : `${glyph}(${argument.text})`;
  return (
    <div className="squashing">
      <FunctionPicture op={op} constants={constants} argument={argument.value} result={result.value} />
      <p>
        {written} = <strong>{result.text}</strong>
      </p>
    </div>
  );
}
