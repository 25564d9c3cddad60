/** The character between the cells of a row; `none` if each row is one cell. */
export type Separator = 'tab' | 'semicolon' | 'pipe' | 'comma' | 'space' | 'none';

/** The treatment of timesteps without a value: omitted, given the last value before, or interpolated linearly. */
export type MissingRemedy = 'omit' | 'last' | 'interpolate';

/** A number that a date gives beside its label. */
export type DatePart = 'month' | 'day' | 'weekday';

/** The choices of a person about a table; whatever is missing is inferred from the table, or asked. */
export interface TableChoices {
  readonly separator?: Separator;
  /** True if the first row has the names of the columns. */
  readonly names?: boolean;
  /** The decimal sign of columns that can be read with either. */
  readonly decimal?: 'point' | 'comma';
  /** The reading of whole numbers that look like dates (20200101): as labels or as numbers. */
  readonly dates?: 'label' | 'number';
  /** The reading of a number that looks like a mark for a missing value (−9999): as missing or as a number. */
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
  /** True if each series is in a row instead of a column. */
  readonly transpose?: boolean;
}

/** The choices of a person about a file of any kind. */
export interface FileChoices extends TableChoices {
  /** The replacement for parameters that a file leaves out. */
  readonly leftOut?: 'zeros' | 'seed';
}
