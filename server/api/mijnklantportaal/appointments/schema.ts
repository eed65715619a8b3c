import Type from 'typebox'

const nullable = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })

export const appointment = Type.Object(
  {
    id: Type.String({ description: 'Starts with `apt_`.', examples: ['apt_abc12346def678'] }),
    customerId: nullable('The customer involved, if any.', 'cst_abc12345def678'),
    name: Type.String({ description: 'What it is about (extension).', examples: ['Contract extension'] }),
    attendeeName: Type.String({ examples: ['John Doe'] }),
    attendeeEmail: Type.String({ examples: ['john.doe@example.com'] }),
    startsAt: Type.String({ description: 'ATOM.', examples: ['2025-03-05T16:00:00+01:00'] }),
    endsAt: Type.String({ description: 'ATOM.', examples: ['2025-03-05T16:30:00+01:00'] }),
    status: Type.Enum(['scheduled', 'canceled', 'pending'], { examples: ['scheduled'] }),
    onlineMeetingLink: nullable('Where to meet online, if anywhere.', 'https://meet.google.com/abc-123'),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2025-03-04T17:23:14+01:00'] }),
  },
  { $id: 'Appointment', description: 'A time that is kept for an attendee.' },
)

/** Not paginated. */
export const appointments = Type.Object({ data: Type.Array(Type.Unsafe({ $ref: 'Appointment#' })) })

export const range = Type.Object({
  start_at: Type.Optional(
    Type.String({
      maxLength: 40,
      description: 'Start of the range, as `YYYY-mm-dd HH:ii` in the time zone of the company; default now.',
      examples: ['2025-03-05 00:00'],
    }),
  ),
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 3660,
      default: 7,
      description: 'Days to add to `start_at`.',
      examples: [7],
    }),
  ),
  customerId: Type.Optional(
    Type.String({ description: 'Of this customer; `days` may then be up to 3660 (extension).' }),
  ),
})

const dateTime = (description: string, example: string) =>
  Type.String({
    maxLength: 40,
    description: `${description}, as \`Y-m-d H:i\` or with seconds, in the time zone of the company.`,
    examples: [example],
  })

export const newAppointment = Type.Object({
  name: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Shown in the calendar.',
    examples: ['Contract extension'],
  }),
  startsAt: dateTime('When it starts', '2025-03-05 14:30:00'),
  endsAt: dateTime('When it ends', '2025-03-05 16:00:00'),
  customerId: Type.Optional(Type.String({ examples: ['cst_abc12345def678'] })),
  attendeeName: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Required without `customerId`.',
      examples: ['John Doe'],
    }),
  ),
  attendeeEmail: Type.Optional(
    Type.String({
      format: 'email',
      maxLength: 254,
      description: 'Required without `customerId`.',
      examples: ['johndoe@example.com'],
    }),
  ),
  status: Type.Optional(
    Type.Enum(['scheduled', 'pending'], {
      default: 'scheduled',
      description: 'A pending one waits to be confirmed (extension).',
      examples: ['scheduled'],
    }),
  ),
  onlineMeetingLink: Type.Optional(
    Type.String({
      format: 'uri',
      maxLength: 2000,
      description: 'Where to meet online, beginning with https:// or http:// (extension).',
      examples: ['https://meet.google.com/abc-123'],
    }),
  ),
})

/** A status, or what is to be different. */
export const change = Type.Object({
  status: Type.Optional(
    Type.Enum(['scheduled', 'canceled'], {
      description: 'Confirms or cancels it; alone.',
      examples: ['scheduled'],
    }),
  ),
  name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'What it is about (extension).',
      examples: ['Contract extension'],
    }),
  ),
  startsAt: Type.Optional(
    dateTime(
      'When it starts (extension); without `endsAt` it lasts as long as before',
      '2025-03-05 14:30:00',
    ),
  ),
  endsAt: Type.Optional(dateTime('When it ends (extension)', '2025-03-05 16:00:00')),
  onlineMeetingLink: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: 'Where to meet online; a dash: nowhere (extension).',
      examples: ['https://meet.google.com/abc-123'],
    }),
  ),
})
