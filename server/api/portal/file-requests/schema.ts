import Type from 'typebox'
import { fileField } from '../../file-field.ts'

export const publicFileRequest = Type.Object(
  {
    company: Type.String({ description: 'Who asks.', examples: ['Webdesign BV'] }),
    description: Type.Union([Type.String(), Type.Null()]),
    requestedFiles: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['fqf_abc12345678'] }),
        name: Type.String({ examples: ['Logo'] }),
        description: Type.Union([Type.String(), Type.Null()]),
        required: Type.Boolean(),
        maxFileSize: Type.Integer({ description: 'In kB of 1024 bytes.', examples: [10240] }),
        uploaded: Type.Boolean(),
      }),
    ),
    completedAt: Type.Union([Type.String(), Type.Null()], { description: 'ISO 8601.' }),
  },
  { $id: 'PublicFileRequest', description: 'What a link asks to upload.' },
)

export const requestedUpload = Type.Object({ file: fileField('The file.') })
