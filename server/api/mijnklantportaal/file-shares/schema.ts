import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { fileOrDirectory } from '../files/schema.ts'

const link = (href: string, type: string) =>
  Type.Object({ href: Type.String({ examples: [href] }), type: Type.String({ examples: [type] }) })

export const fileShare = Type.Object(
  {
    id: Type.String({ description: 'Starts with `fss_`.', examples: ['fss_abc12345678'] }),
    sharedWithCustomerId: Type.Union([Type.String(), Type.Null()], {
      description: 'Null for a public link.',
      examples: ['cst_abc12345678'],
    }),
    sharedContent: Type.Array(ref(fileOrDirectory), { description: 'What was put in the share.' }),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
    links: Type.Object({
      customer: Type.Union([
        link('https://api.mijnklantportaal.nl/v1/customers/cst_abc12345def678', 'application/json'),
        Type.Null(),
      ]),
      publicShare: link('https://…', 'text/html'),
    }),
  },
  { $id: 'FileShare', description: 'Files and directories that are shared.' },
)

export const newFileShare = Type.Object({
  content: Type.Array(Type.String(), {
    minItems: 1,
    maxItems: 100,
    description: 'IDs of files and directories.',
    examples: [['fsd_abc123456789', 'fsf_abc123456789']],
  }),
  customerId: Type.Optional(
    Type.String({ description: 'Left out: anyone with the link.', examples: ['cst_abc12345678'] }),
  ),
})
