import { registry } from '../src/cells/index.ts';
import { type AttributeName, attributeNames } from '../src/embed/attributes.ts';
import { meaningSentence } from '../src/io/urlMeanings.ts';
import { reading } from '../src/io/urlReaders.ts';
import { type KeyName, keyNames, keyOf } from '../src/io/urlTable.ts';
import { parts } from '../src/store/state.ts';

const union = (words: Iterable<string>): string => [...new Set(words)].map((word) => `'${word}'`).join(' | ');

/** Attributes that are not keys in the table of a link: meaning and type. */
const around: Readonly<Record<string, readonly [meaning: string, type: string]>> = {
  link: ['The part of a link after its #, with any keys; attributes beside it win.', 'string'],
  preset: ['A preset by its id.', 'string'],
  parts: ['The parts shown, separated by commas.', `string | readonly (${union(parts)})[]`],
};

/** Types that do not follow from how a key is read. */
const named: Partial<Record<KeyName, string>> = {
  cell: union(registry.map(({ id }) => id)),
  stage: union(registry.flatMap(({ stages }) => stages.map(({ id }) => id))),
  signal: 'string',
};

/** The values that a property takes for a key, as TypeScript writes their type. */
function typeOf(name: KeyName): string {
  const known = named[name];
  if (known) return known;
  const { read, initial } = keyOf(name);
  if (read.words) return typeof initial === 'boolean' ? `boolean | ${union(read.words)}` : union(read.words);
  const one = reading(read, '1');
  const value = 'value' in one ? one.value : null;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is one of the declarations
  if (typeof value === 'number') return 'number | `${number}`';
  return typeof value === 'string' ? 'string' : 'Listed';
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
  const [meaning, type] = Object.hasOwn(around, name) || !key ? around[name] : [meaningSentence(key), typeOf(key)];
  return { name, meaning, type };
});

/** Events of the element: name, meaning, type of the detail. */
export const events = [
  ['gates-ready', 'Dispatched once the diagram is drawn.', '{}'],
  ['gates-step', 'Dispatched after every step.', 'GateStep'],
  ['gates-error', 'Dispatched if the attributes or properties cannot be shown.', '{ readonly message: string }'],
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
  /** The timestep, 1…T; 0 if the sequence is empty, more than T if a longer run is compared. */
  readonly timestep: number;
  /** The number of signals of the timestep that are computed, 0…N. */
  readonly position: number;
  /** The id of the stage reached, or null before the first. */
  readonly stage: ${named.stage} | null;
  /** The token of the timestep, or its numbers in few digits. */
  readonly token: string;
}

/** The diagram of a recurrent cell with its computed values, which the reader steps through. */
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
