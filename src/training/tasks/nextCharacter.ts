import type { Task } from '../task.ts';
import { defaultText } from './defaultText.ts';
import { ownText } from './ownText.ts';

/** Next character of the text that is shipped. */
export const nextCharacter: Task = { ...ownText(defaultText, 40), id: 'next-character', title: 'Next character' };
