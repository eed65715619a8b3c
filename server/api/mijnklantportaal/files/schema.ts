import Type from 'typebox'
import { fileField } from '../../file-field.ts'
import { pageQuery } from '../paging.ts'

const nullable = <T extends Type.TSchema>(schema: T, description: string, example: unknown) =>
  Type.Union([schema, Type.Null()], { description, examples: [example] })

export const fileOrDirectory = Type.Object(
  {
    id: Type.String({
      description: 'Starts with `fsf_` for a file, `fsd_` for a directory.',
      examples: ['fsf_abc12345678'],
    }),
    type: Type.Enum(['file', 'directory'], { examples: ['file'] }),
    name: Type.String({ examples: ['contract_v2.pdf'] }),
    size: nullable(Type.Integer(), 'In bytes; null for a directory.', 1284),
    mime: nullable(Type.String(), 'Null for a directory.', 'application/pdf'),
    fileShareId: nullable(Type.String(), 'The newest share that it was put in.', 'fss_abc12345678'),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
  },
  { $id: 'FileOrDirectory', description: 'A file, or a directory of them.' },
)

const directory = Type.Optional(
  Type.String({ description: 'The ID of a directory; left out: the top.', examples: ['fsd_abc12345678'] }),
)

export const inDirectory = Type.Object({ directory })

export const filesQuery = Type.Object({
  ...pageQuery.properties,
  directory,
  sort: Type.Optional(
    Type.Enum(['-createdAt', 'name'], { description: '`name`: directories first.', examples: ['name'] }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'With all of these words in the name, each from its beginning, wherever they lie, by name; not beside `directory`.',
    }),
  ),
})

/** With where it lies. */
export const placedFile = Type.Object(
  {
    ...fileOrDirectory.properties,
    directories: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
      description: 'The directories that it lies in, from the top (extension).',
      examples: [[{ id: 'fsd_abc12345678', name: 'Contracts' }]],
    }),
  },
  { $id: 'PlacedFile', description: 'A file or directory, and where it lies.' },
)

/** At least one of them. */
export const fileMove = Type.Object(
  {
    name: Type.Optional(
      Type.String({ maxLength: 200, description: 'Its new name.', examples: ['contract_v3.pdf'] }),
    ),
    directory: Type.Optional(
      Type.String({
        description: 'The ID of the directory to lie in from now on; a dash: the top.',
        examples: ['fsd_abc12345678'],
      }),
    ),
  },
  { minProperties: 1 },
)

export const newFileOrDirectory = Type.Object({
  file: Type.Optional(fileField('The file to upload.')),
  name: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The name of the directory to make.',
      examples: ['Contracts'],
    }),
  ),
})
