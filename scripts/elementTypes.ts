import { registry } from '../src/cells/index.ts';
import { type AttributeName, attributeNames } from '../src/embed/attributes.ts';
import { urlMeanings } from '../src/io/urlMeanings.ts';
import { type KeyName, keyNames, keyOf } from '../src/io/urlTable.ts';
import { parts } from '../src/store/state.ts';

const union = (words: Iterable<string>): string => [...new Set(words)].map((word) => `'${word}'`).join(' | ');

/** Attributes that are no keys of a link: meaning and type. */
const around: Readonly<Record<string, readonly [meaning: string, type: string]>> = {
  link: ['what a link says after its #, any key of it; attributes beside it win', 'string'],
  preset: ['a preset by its id', 'string'],
  parts: ['the parts shown, separated by commas', `string | readonly (${union(parts)})[]`],
};

/** Words that a schema cannot list, because they depend on the cell. */
const named: Partial<Record<KeyName, string>> = {
  cell: union(registry.map(({ id }) => id)),
  stage: union(registry.flatMap(({ stages }) => stages.map(({ id }) => id))),
};

/** The part of a schema of valibot that tells a type. */
interface Step {
  readonly type: string;
  readonly options?: readonly string[];
  readonly pipe?: readonly Step[];
}

/** The steps of a schema, those of schemas inside it too. A schema is the first of its own steps. */
const stepsOf = (step: Step): readonly Step[] =>
  step.pipe ? step.pipe.flatMap((one) => (one.pipe && one.pipe !== step.pipe ? stepsOf(one) : [one])) : [step];

/** The values that a property takes for a key, as TypeScript writes their type. */
function typeOf(name: KeyName): string {
  const known = named[name];
  if (known) return known;
  const steps = stepsOf(keyOf(name).schema as unknown as Step);
  const has = (type: string): boolean => steps.some((step) => step.type === type);
  const words = steps.find(({ type }) => type === 'picklist')?.options;
  if (words) return has('transform') ? `boolean | ${union(words)}` : union(words);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is one of the declarations
  if (has('min_value')) return 'number | `${number}`';
  return has('transform') ? 'Listed' : 'string';
}

/** An attribute of the element. */
export interface Attribute {
  /** The name of its property. */
  readonly name: AttributeName;
  readonly meaning: string;
  /** The type of the values that the property takes. */
  readonly type: string;
}

export const attributes: readonly Attribute[] = attributeNames.map((name) => {
  const key = keyNames.find((one) => one === name);
  const [meaning, type] = Object.hasOwn(around, name) || !key ? around[name] : [urlMeanings[key].meaning, typeOf(key)];
  return { name, meaning, type };
});

/** Events of the element: name, meaning, type of the detail. */
export const events = [
  ['gates-ready', 'Once the diagram is drawn.', '{}'],
  ['gates-step', 'After every step.', 'GateStep'],
  ['gates-error', 'Where something that was given cannot be shown.', '{ readonly message: string }'],
] as const;

const lines = (write: (attribute: Attribute) => string): string => attributes.map(write).join('\n');

/** The declarations of the element's module. */
export const elementTypes = `/** A list or a record, or its text as links write it. */
type Listed = string | ArrayLike<unknown> | Readonly<Record<string, unknown>>;

/** The values that the properties of the element take, by name. */
export interface GateDiagramValues {
${lines(({ name, meaning, type }) => `  /** ${meaning} */\n  ${name}?: ${type} | null | undefined;`)}
}

/** A moment that the reader has stepped to. */
export interface GateStep {
  /** 1…T; 0 where the sequence is empty. */
  readonly timestep: number;
  /** The number of signals of the timestep that are computed, 0…N. */
  readonly position: number;
  /** The id of the stage reached, or null before the first. */
  readonly stage: ${named.stage} | null;
  /** The token of the timestep, or its numbers in few digits. */
  readonly token: string;
}

/** The diagram of a recurrent cell with the values it computes, to be stepped through. */
export declare class GateDiagramElement extends HTMLElement {
${lines(
  ({ name, meaning }) =>
    `  /** ${meaning} */\n  get ${name}(): string | null;\n  set ${name}(value: GateDiagramValues['${name}']);`,
)}
}

declare global {
  interface HTMLElementTagNameMap {
    'gate-diagram': GateDiagramElement;
  }
  interface GlobalEventHandlersEventMap {
${events.map(([name, meaning, detail]) => `    /** ${meaning} */\n    '${name}': CustomEvent<${detail}>;`).join('\n')}
  }
}
`;

/** The declarations of the element in JSX. React listens to an event by its name after “on”. */
export const jsxTypes = `import type { HTMLAttributes, RefAttributes } from 'react';
import type { GateDiagramElement, GateDiagramValues } from './gate-diagram.js';

interface GateDiagramAttributes
  extends HTMLAttributes<GateDiagramElement>,
    RefAttributes<GateDiagramElement>,
    GateDiagramValues {
${events.map(([name, meaning]) => `  /** ${meaning} */\n  'on${name}'?: ((event: GlobalEventHandlersEventMap['${name}']) => void) | undefined;`).join('\n')}
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'gate-diagram': GateDiagramAttributes;
    }
  }
}
`;
