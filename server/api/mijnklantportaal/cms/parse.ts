import type { Static } from 'typebox'
import type { EndpointAuth } from '../../../domain/cms/endpoint.ts'
import type { NewForm } from '../../../domain/cms/form.ts'
import type { NewBlock, NewPage } from '../../../domain/cms/page.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { newForm, newPage } from './schema.ts'

type Body = Static<typeof newPage>['blocks'][number]

function need<T>(field: string, value: T | undefined): T {
  if (value === undefined) throw invalid(field, 'is required')
  return value
}

function parseAuth(field: string, auth: Body['auth']): EndpointAuth {
  if (auth === undefined || auth.type === 'none') return { type: 'none' }
  if (auth.type === 'header') return { type: 'header', value: need(`${field}.value`, auth.value) }
  return {
    type: 'basic',
    username: need(`${field}.username`, auth.username),
    password: auth.password ?? '',
  }
}

function parseBlock(block: Body, index: number): NewBlock {
  const field = `blocks[${index}]`
  if (block.type === 'text') return { kind: 'text', html: block.html ?? '' }
  return {
    kind: 'dynamic',
    url: need(`${field}.url`, block.url),
    checksumKey: need(`${field}.checksumKey`, block.checksumKey),
    auth: parseAuth(`${field}.auth`, block.auth),
  }
}

export const parsePageBody = (body: Static<typeof newPage>): NewPage => ({
  title: body.title,
  blocks: body.blocks.map(parseBlock),
})

export const parseFormBody = ({
  title,
  fields,
  endpoint,
  email,
  prefill,
  auth,
}: Static<typeof newForm>): NewForm => ({
  title,
  fields: fields.map(({ name, label = name, type = 'text', required = false, options = [] }) => ({
    name,
    label,
    type,
    required,
    options,
  })),
  sendUrl: endpoint?.url ?? null,
  sendMethod: endpoint ? (endpoint.method ?? 'POST') : null,
  sendEmail: email || null,
  prefillUrl: prefill?.url ?? null,
  prefillMethod: prefill ? (prefill.method ?? 'GET') : null,
  auth: parseAuth('auth', auth),
})
