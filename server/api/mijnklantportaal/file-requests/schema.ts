import Type from 'typebox'

const link = (href: string, type: string) =>
  Type.Object({ href: Type.String({ examples: [href] }), type: Type.String({ examples: [type] }) })
const nullable = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })

const MAX_KB = 1024 * 1024

export const fileRequest = Type.Object(
  {
    id: Type.String({ description: 'Starts with `frq_`.', examples: ['frq_abc12345678'] }),
    name: Type.String({ examples: ['Contract renewal'] }),
    description: nullable('Shown to the uploader.', 'We need these files to complete your contract renewal'),
    directoryId: nullable('Where the files go; null: to the top.', 'fsd_abc123456789'),
    customerId: nullable('Null for a public link.', 'cst_abc123456789'),
    requestedFiles: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Starts with `fqf_`.', examples: ['fqf_abc12345678'] }),
        name: Type.String({ examples: ['Logo'] }),
        description: nullable('Shown to the uploader.', 'The logo we should put on your website'),
        required: Type.Boolean({ examples: [true] }),
        maxFileSize: Type.Integer({ description: 'In kB of 1024 bytes.', examples: [10240] }),
        uploadedFileId: nullable('The file that was uploaded for it.', 'fsf_abc12345678'),
      }),
    ),
    completedAt: nullable('ATOM; when all that is required was there.', '2024-05-29T21:00:00+02:00'),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
    links: Type.Object({
      customer: Type.Union([
        link('https://api.mijnklantportaal.nl/v1/customers/cst_abc12345def678', 'application/json'),
        Type.Null(),
      ]),
      publicRequest: link('https://…', 'text/html'),
    }),
  },
  { $id: 'FileRequest', description: 'A request for files.' },
)

export const newFileRequest = Type.Object({
  name: Type.String({ maxLength: 200, description: 'For yourself.', examples: ['Contract renewal'] }),
  description: Type.Optional(
    Type.String({
      maxLength: 5000,
      description: 'Shown to the uploader.',
      examples: ['We need these files to complete your contract renewal'],
    }),
  ),
  customerId: Type.Optional(
    Type.String({ description: 'Left out: anyone with the link.', examples: ['cst_abc123456789'] }),
  ),
  directoryId: Type.Optional(
    Type.String({ description: 'Where the files go.', examples: ['fsd_abc123456789'] }),
  ),
  requestedFiles: Type.Array(
    Type.Object({
      name: Type.String({ maxLength: 200, examples: ['Logo'] }),
      description: Type.Optional(
        Type.String({ maxLength: 1000, examples: ['The logo we should put on your website'] }),
      ),
      required: Type.Optional(Type.Boolean({ description: 'Left out: true.', examples: [true] })),
      maxFileSize: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: MAX_KB,
          description: 'In kB of 1024 bytes; left out, or above it: what this server takes.',
          examples: [10240],
        }),
      ),
    }),
    { minItems: 1, maxItems: 10 },
  ),
})
