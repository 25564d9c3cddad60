/** Which character stands between the cells of a row; `none` where each row is one cell. */
export type Separator = 'tab' | 'semicolon' | 'pipe' | 'comma' | 'space' | 'none';

/** How timesteps without a value are treated: left out, given the value before, or a value on the straight line between. */
export type MissingRemedy = 'omit' | 'last' | 'interpolate';

/** A number that a date gives beside its label. */
export type DatePart = 'month' | 'day' | 'weekday';

/** What a person decided about a table; everything that is left out is found in the table, or asked. */
export interface TableChoices {
  readonly separator?: Separator;
  /** Whether the first row has the names of the columns. */
  readonly names?: boolean;
  /** The decimal sign of columns that can be read with either. */
  readonly decimal?: 'point' | 'comma';
  /** Whether whole numbers that look like dates (20200101) are labels or numbers. */
  readonly dates?: 'label' | 'number';
  /** Whether a number that looks like a mark for a missing value (−9999) is one. */
  readonly sentinels?: 'missing' | 'number';
  readonly missing?: MissingRemedy;
  /** Names of the columns that the cell reads, in this order. */
  readonly columns?: readonly string[];
  /** The column whose cells name the timesteps; null for none. */
  readonly label?: string | null;
  /** The column that is to be predicted. */
  readonly predicted?: string;
  /** Numbers made of the dates of the label column. */
  readonly dateParts?: readonly DatePart[];
  /** The first and the last timestep that is taken, from 1. */
  readonly from?: number;
  readonly to?: number;
  /** Every n-th timestep is taken. */
  readonly every?: number;
  /** Whether each series stands in a row instead of a column. */
  readonly transpose?: boolean;
}

/** What a person decided about a file of any kind. */
export interface FileChoices extends TableChoices {
  /** What stands for parameters that a file leaves out. */
  readonly leftOut?: 'zeros' | 'seed';
}
