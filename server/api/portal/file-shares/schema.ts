import Type from 'typebox'

export const publicFileShare = Type.Object(
  {
    company: Type.String({ description: 'Who shares.', examples: ['Webdesign BV'] }),
    content: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['fsf_abc12345678'] }),
        directoryId: Type.Union([Type.String(), Type.Null()], {
          description: 'The directory of this list that it lies in; null at the top.',
        }),
        type: Type.Enum(['file', 'directory']),
        name: Type.String({ examples: ['contract_v2.pdf'] }),
        size: Type.Union([Type.Integer(), Type.Null()], { description: 'In bytes.' }),
        mime: Type.Union([Type.String(), Type.Null()]),
      }),
      { description: 'Directories before what lies in them, at most 5000 in all.' },
    ),
  },
  { $id: 'PublicFileShare', description: 'What a link shows.' },
)
