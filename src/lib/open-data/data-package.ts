/** A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/, version 1) over the CSV files. */

/** A column of a CSV file; the types are those of Frictionless Table Schema 1. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array';
  description: string | undefined;
}

export interface CsvResource {
  name: string;
  title: string;
  description: string;
  /** File name beside the descriptor. */
  path: string;
  columns: readonly Column[];
  primaryKey: readonly string[];
}

interface PackageFacts {
  name: string;
  title: string;
  description: string;
  homepage: string;
  license: { spdx: string; title: string; href: string };
  sources: readonly { title: string; path?: string }[];
}

export const dataPackage = (facts: PackageFacts, resources: readonly CsvResource[]) => ({
  profile: 'tabular-data-package',
  name: facts.name,
  title: facts.title,
  description: facts.description,
  homepage: facts.homepage,
  licenses: [{ name: facts.license.spdx, title: facts.license.title, path: facts.license.href }],
  sources: facts.sources,
  resources: resources.map(({ name, title, description, path, columns, primaryKey }) => ({
    profile: 'tabular-data-resource',
    name,
    title,
    description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: column.type,
        ...(column.description ? { description: column.description } : {}),
      })),
      primaryKey,
    },
  })),
});
