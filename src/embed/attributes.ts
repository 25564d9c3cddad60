import { queryOf } from '../io/query.ts';
import { readValues } from '../io/readValues.ts';
import { yesNo } from '../io/urlReaders.ts';
import { keyNames } from '../io/urlTable.ts';
import { parts } from '../store/state.ts';
import type { GateDiagramProps } from './props.ts';

/** The attributes of the element: `link`, and every key of a link, which has the same meaning there. */
export const attributeNames = ['link', 'preset', 'parts', ...keyNames] as const;
/** An attribute as it is spelled as a property: HTML knows no capitals. */
export type AttributeName = (typeof attributeNames)[number];

/** Attributes that an instance follows in place; any other makes it anew. */
const followed = ['t', 'done', 'stage', 'step', 'shows', 'zoom', 'chain', 'theme', 'motion', 'hotkeys'] as const;

/**
 * The props that attributes ask for. What cannot be read, or is no value of a key, is left to the link, which says so.
 */
export function propsOf(attributes: ReadonlyMap<AttributeName, string>): GateDiagramProps {
  const given = new Map(attributes);
  given.delete('link');
  const values = readValues(given, []);
  const props: Record<string, unknown> = {};
  for (const name of followed) {
    if (!values.has(name)) continue;
    props[name] = values.value(name);
    given.delete(name);
  }
  const wished = given.get('parts')?.split(',');
  if (wished?.every((part) => (parts as readonly string[]).includes(part))) {
    props.parts = wished;
    given.delete('parts');
  }
  const link = attributes.get('link')?.replace(/^[^#]*#/, '');
  // of a name that is given twice the first counts
  return { ...props, link: [queryOf(given), link].filter(Boolean).join('&') };
}

/** A value of a property as the text of its attribute, as links write it; null where the attribute goes. */
export function attributeText(name: AttributeName, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (isList(value)) {
    const items = Array.from(value, (item) => (isList(item) ? Array.from(item).join() : String(item)));
    return items.join(name === 'rows' ? ';' : ',');
  }
  if (typeof value !== 'object') return typeof value === 'boolean' ? onOrOff(value) : String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}:${isList(item) ? Array.from(item).join() : onOrOff(item)}`)
    .join(name === 'options' ? ',' : ';');
}

const onOrOff = (value: unknown): string => (typeof value === 'boolean' ? yesNo[`${value}`] : String(value));

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);
