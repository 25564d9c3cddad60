import type { Task } from '../task.ts';
import { ownText } from './ownText.ts';

/** The default text: a year in sentences of one pattern. */
export const defaultText = [
  'January is the first month of the year. It has thirty-one days, and after it comes February.',
  'February is the second month of the year. It has twenty-eight days, and after it comes March.',
  'March is the third month of the year. It has thirty-one days, and after it comes April.',
  'April is the fourth month of the year. It has thirty days, and after it comes May.',
  'May is the fifth month of the year. It has thirty-one days, and after it comes June.',
  'June is the sixth month of the year. It has thirty days, and after it comes July.',
  'July is the seventh month of the year. It has thirty-one days, and after it comes August.',
  'August is the eighth month of the year. It has thirty-one days, and after it comes September.',
  'September is the ninth month of the year. It has thirty days, and after it comes October.',
  'October is the tenth month of the year. It has thirty-one days, and after it comes November.',
  'November is the eleventh month of the year. It has thirty days, and after it comes December.',
  'December is the twelfth month of the year. It has thirty-one days, and after it comes January.',
].join(' ');

/** Next character of the text that is shipped. */
export const nextCharacter: Task = { ...ownText(defaultText, 40), id: 'next-character', title: 'Next character' };
