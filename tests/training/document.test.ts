import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandOptions } from '../../src/training/commandLine.ts';
import type { Field } from '../../src/training/field.ts';
import { fields } from '../../src/training/fields.ts';
import { baselineOf } from '../../src/training/tasks/baseline.ts';
import { tasks } from '../../src/training/tasks/index.ts';
import { freshSeed } from '../../src/training/trainer.ts';

const text = readFileSync(new URL('../../docs/training.md', import.meta.url), 'utf8');
const rows = text.split('\n').filter((line) => line.startsWith('| '));
const rowOf = (title: string): string[] | undefined =>
  rows.map((row) => row.slice(2, -2).split(' | ')).find(([first]) => first === title);

it.each(tasks)('docs/training.md has the level and the chance of $id', (task) => {
  const { level, asks, title, id } = task;
  const { reaches } = baselineOf(task, level.initial, freshSeed(fields.seed.initial), 1000);
  const chance = asks === 'class' ? `${(100 * reaches).toFixed(1)} %` : String(Number(reaches.toPrecision(4)));
  const row = rowOf(title);
  expect(row?.[1]).toBe(`\`${id}\``);
  expect(row?.slice(4)).toEqual([`${level.label} ${level.min} … ${level.max}`, chance]);
});

it.each(Object.values<Field>(fields))('docs/training.md has the bounds of $label', (field) => {
  const bounds =
    field.kind === 'choice'
      ? Object.keys(field.choices).join(', ')
      : `${field.min} … ${field.max}${field.kind === 'optional' ? ' or none' : ''}`;
  expect(rowOf(field.label)?.slice(2)).toEqual([bounds, String(field.initial ?? 'none')]);
});

it('docs/training.md names every option of the command', () => {
  for (const { name } of commandOptions) expect(text).toContain(`--${name}`);
});
