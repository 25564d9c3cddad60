import type { ReactNode } from 'react';

interface CaptionedTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The rows, each with a heading of its own. */
  readonly children: ReactNode;
}

/** A table with a caption and a name over each column. */
export const CaptionedTable = ({ caption, columns, children }: CaptionedTableProps) => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
