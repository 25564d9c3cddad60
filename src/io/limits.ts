import { MAX_SIZE } from '../cell/sizes.ts';
import { withCommas } from '../text/counts.ts';

/** The largest number of timesteps of a sequence. */
export const MAX_TIMESTEPS = 10_000;
/** The most columns of a table to choose from. */
export const MOST_COLUMNS = 4 * MAX_SIZE;
/** The most rows of a table of which a part can be taken. */
export const MOST_ROWS = 100 * MAX_TIMESTEPS;
/** The largest number of distinct tokens, and of columns: the largest D of the engine. */
export const MAX_FEATURES = MAX_SIZE;
/** The largest H that the page offers. */
export const MAX_UNITS = 64;
/** The most runs beside the first. */
export const MAX_BESIDE = 2;
/** The number of units from which on signals are computed in single precision, where WebAssembly may run. */
export const SINGLE_FROM = 32;
/** The largest gain and forget bias with which weights are drawn. */
export const MAX_INITIALISATION = 1000;
/** The most interventions of one view. */
export const MAX_INTERVENTIONS = 64;
/** The largest level of a task that weights were trained on. */
export const MAX_LEVEL = 10_000;
/** The form of a task's id; whether there is such a task is known elsewhere. */
export const TASK_PATTERN = /^[a-z][a-z-]{0,39}$/;
/** The largest absolute value of an input: far from where squares overflow. */
export const MAX_VALUE = 1e100;
/** The largest table of numbers, in bytes. */
export const MAX_TABLE_BYTES = 16 * 2 ** 20;
/** The largest file that is opened, in bytes. */
export const MAX_FILE_BYTES = 64 * 2 ** 20;
/** The largest view that a figure carries, in characters. */
export const MAX_FIGURE_VIEW = 4 * 2 ** 20;
/** The longest link, in characters after the #. */
export const MAX_LINK = 8 * 2 ** 10;
/** The largest compressed part of a link once it is unpacked, in bytes. */
export const MAX_UNPACKED = 64 * 2 ** 10;

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** The limits as sentences, to be shown before they are hit. */
export const limitSentences = {
  text: `At most ${withCommas(MAX_TIMESTEPS)} tokens, of which at most ${withCommas(MAX_FEATURES)} distinct.`,
  numbers: `At most ${withCommas(MAX_TIMESTEPS)} rows and ${withCommas(MAX_FEATURES)} columns, ${megabytes(MAX_TABLE_BYTES)}.`,
  file: `At most ${megabytes(MAX_FILE_BYTES)}.`,
  units: `From 1 to ${MAX_UNITS} units.`,
  link: `A link holds at most ${withCommas(MAX_LINK)} characters; what is larger goes into a file.`,
} as const;
