import type { Cell } from '../../cell/cell.ts';
import type {
  Arithmetic as ArithmeticData,
  LayerArithmetic,
  NormalisedArithmetic,
  Operand,
  PointwiseArithmetic,
  Product,
} from '../../notation/arithmetic.ts';
import { asFactor, displayed } from '../../notation/number.ts';
import { unitLabel } from '../../notation/unitLabel.ts';
import { opOf } from '../../ops/ops.ts';
import { counted } from '../../text/counts.ts';
import { useOfRun } from '../ofRun.ts';
import { Changes } from './Changes.tsx';
import { Contribution } from './Contribution.tsx';
import { relationOf, writtenOf } from './printedOperation.ts';
import { Squashing } from './Squashing.tsx';
import { UnitName } from './UnitName.tsx';
import './arithmetic.css';

interface ArithmeticProps {
  readonly cell: Cell;
  readonly arithmetic: ArithmeticData;
  readonly features?: readonly string[] | undefined;
  /** Interventions on the value or on what it is computed from, in words. */
  readonly changes?: readonly string[];
  /** The value on which the cell goes on; the computed one, unless an intervention changes it. */
  readonly shown?: number;
}

type Context = Pick<ArithmeticProps, 'cell' | 'features'>;

/** The derivation of one value: every summand, the function applied, the result. */
export function Arithmetic({ cell, arithmetic, features, changes = [], shown }: ArithmeticProps) {
  const { signal, unit, t } = arithmetic;
  const forced = shown !== undefined && !Object.is(shown, arithmetic.result.value);
  const result = forced ? { value: shown, text: displayed(shown) } : arithmetic.result;
  const ref = signal === 'x' ? ({ kind: 'input', id: 'x' } as const) : ({ kind: 'signal', id: signal } as const);
  const name = unitLabel(cell, ref, unit, features);
  return (
    <section className="arithmetic" aria-label={`Why ${name}${useOfRun()} is ${result.text}`}>
      <h3 className="phrases" aria-label={`Why ${name} is ${result.text}, timestep ${t}`}>
        <span className="label">
          Why <UnitName cell={cell} slot={signal} unit={unit} features={features} /> = {result.text}
        </span>
        <small>timestep {t}</small>
      </h3>
      {changes.length > 0 && (
        <Changes words={changes}>{forced && <>Computed, it would be {arithmetic.result.text}:</>}</Changes>
      )}
      {arithmetic.kind === 'layer' && <Layer layer={arithmetic} cell={cell} features={features} />}
      {arithmetic.kind === 'pointwise' && <Pointwise pointwise={arithmetic} cell={cell} features={features} />}
      {arithmetic.kind === 'normalised' && <Normalised normalised={arithmetic} cell={cell} features={features} />}
      {arithmetic.kind === 'given' && (
        <p>
          {arithmetic.origin === 'input' ? 'It is part of the input.' : 'It is an initial state: given, not computed.'}
        </p>
      )}
    </section>
  );
}

const before = (operand: Operand, t: number): string => (operand.t < t ? 'from\u00a0t\u00a0−\u00a01' : '');

const spokenOperand = ({ label, text, t: own }: Operand, t: number): string =>
  `${label}${own < t ? ' of the previous timestep' : ''}: ${text}`;

const spokenProduct = (product: Product, t: number): string => {
  const { parameter, weight, input, text } = product;
  const weighed = parameter ? `weight ${weight.text} times ${input.text} gives ${text}` : text;
  return spokenOperand({ ...product, text: weighed }, t);
};

function Layer({ layer, ...context }: Context & { readonly layer: LayerArithmetic }) {
  const { products, rest, bias, preActivation, op, constants, result, t } = layer;
  const scale = Math.max(
    ...[...products, ...(rest ? [rest] : []), ...(bias ? [bias] : [])].map((row) => Math.abs(row.value)),
  );
  const detail = (product: (typeof products)[number]): string =>
    // behind the numbers, so that it does not read as one of them
    [product.parameter ? `${product.weight.text} × ${asFactor(product.input.text)}` : '', before(product, t)]
      .filter(Boolean)
      .join(' ');
  return (
    <>
      <ul>
        {products.map((p) => (
          <Contribution
            key={`${p.key}.${p.unit}`}
            label={<UnitName {...context} slot={p.key} unit={p.unit} />}
            detail={detail(p)}
            spoken={spokenProduct(p, t)}
            value={p.value}
            text={p.text}
            scale={scale}
            source={p}
          />
        ))}
        {rest && (
          <Contribution
            label="others"
            detail={counted(rest.count, 'product')}
            value={rest.value}
            text={rest.text}
            scale={scale}
          />
        )}
        {bias && <Contribution label="bias" detail="" value={bias.value} text={bias.text} scale={scale} />}
      </ul>
      <p className="spread total">
        <span>sum</span> <span className="value">{preActivation.text}</span>
      </p>
      {op !== 'identity' && <Squashing op={op} constants={constants} argument={preActivation} result={result} />}
    </>
  );
}

function Pointwise({ pointwise, ...context }: Context & { readonly pointwise: PointwiseArithmetic }) {
  const { operands, op, constants, result, t, unit } = pointwise;
  // summands have lengths to compare; factors are read as a product
  const scale = op === 'add' ? Math.max(...operands.map((o) => Math.abs(o.value))) : null;
  const [first, second] = operands;
  const { glyph, notation } = opOf(op);
  const infix = notation.kind === 'infix';
  const relation = relationOf(op, constants, operands, result);
  if (!first) return <p>It is the constant {result.text}.</p>;
  return (
    <>
      <ul>
        {operands.map((o, k) => (
          <OperandLine
            key={k}
            sign={k > 0 && infix && op !== 'add' ? `${glyph} ` : ''}
            operand={o}
            t={t}
            scale={scale}
            {...context}
          />
        ))}
      </ul>
      {second === undefined ? (
        <Squashing op={op} constants={constants} argument={first} result={result} />
      ) : (
        <p className="spread total">
          <span className="label">
            {infix ? (
              <>
                <UnitName {...context} slot={first.key} unit={unit} /> {glyph}{' '}
                <UnitName {...context} slot={second.key} unit={unit} />
              </>
            ) : (
              glyph
            )}
          </span>{' '}
          <span className="value">
            {op !== 'add' &&
              `${infix ? `${first.text} ${glyph} ${asFactor(second.text)}` : writtenOf(op, constants, operands)} ${relation} `}
            {result.text}
          </span>
        </p>
      )}
    </>
  );
}

interface OperandLineProps extends Context {
  readonly operand: Operand;
  /** The timestep of the result. */
  readonly t: number;
  readonly scale: number | null;
  /** The operation, where it has to be seen before the operand. */
  readonly sign?: string;
}

function OperandLine({ operand, t, scale, sign = '', ...context }: OperandLineProps) {
  return (
    <Contribution
      label={
        <>
          {sign}
          <UnitName {...context} slot={operand.key} unit={operand.unit} />
        </>
      }
      detail={before(operand, t)}
      spoken={spokenOperand(operand, t)}
      value={operand.value}
      text={operand.text}
      scale={scale}
      source={operand}
    />
  );
}

function Normalised({ normalised, ...context }: Context & { readonly normalised: NormalisedArithmetic }) {
  const { operand, mean, deviation, units, result, t } = normalised;
  const scale = Math.max(Math.abs(operand.value), Math.abs(mean.value));
  return (
    <>
      <ul>
        <OperandLine operand={operand} t={t} scale={scale} {...context} />
        <Contribution
          label="− mean"
          detail={`of ${units} ${units === 1 ? 'unit' : 'units'}`}
          value={mean.value}
          text={mean.text}
          scale={scale}
        />
      </ul>
      <p className="spread total">
        <span>÷ standard deviation</span> <span className="value">{deviation.text}</span>
      </p>
      <p className="spread total">
        <span className="label">
          ({operand.text} − {asFactor(mean.text)}) ÷ {deviation.text}
        </span>{' '}
        <span className="value">{result.text}</span>
      </p>
    </>
  );
}
