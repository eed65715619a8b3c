import type { Form, FormValues, Submission } from '../../../domain/cms/form.ts'
import type { Page } from '../../../domain/cms/page.ts'
import type { RenderedBlock } from '../../../domain/cms/render-page.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentCmsPage = (page: Page, { company }: Ctx) => ({
  id: encodeId('page', page.id),
  title: page.title,
  blocks: page.blocks.map((block) =>
    block.kind === 'text'
      ? { type: block.kind, html: block.html, url: null, auth: null }
      : { type: block.kind, html: null, url: block.url, auth: { type: block.auth } },
  ),
  createdAt: formatAtom(page.createdAt, company.timeZone),
})

export const presentRendered = (
  page: { title: string; blocks: RenderedBlock[] },
  names: { page: string; customer: string },
) => ({
  pageId: names.page,
  customerId: names.customer,
  title: page.title,
  blocks: page.blocks.map(({ kind, html, problem }) => ({ type: kind, html, problem })),
})

export const presentForm = (form: Form, { company }: Ctx) => ({
  id: encodeId('form', form.id),
  title: form.title,
  fields: form.fields,
  endpoint:
    form.sendUrl === null || form.sendMethod === null ? null : { url: form.sendUrl, method: form.sendMethod },
  email: form.sendEmail,
  prefill:
    form.prefillUrl === null || form.prefillMethod === null
      ? null
      : { url: form.prefillUrl, method: form.prefillMethod },
  auth: { type: form.auth },
  createdAt: formatAtom(form.createdAt, company.timeZone),
})

export const presentSubmission = (submission: Submission, formId: string, { company }: Ctx) => ({
  id: encodeId('submission', submission.id),
  formId: encodeId('form', formId),
  customerId: encodeId('customer', submission.customerId),
  values: submission.values,
  createdAt: formatAtom(submission.createdAt, company.timeZone),
})

export const presentPrefill = (values: FormValues, names: { form: string; customer: string }) => ({
  formId: names.form,
  customerId: names.customer,
  values,
})
