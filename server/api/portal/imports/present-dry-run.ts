import type { DryRun } from '../../../domain/collection/dry-run-batch.ts'
import type { Preview, PreviewedStep } from '../../../domain/collection/preview-messages.ts'
import { displayName } from '../../../domain/customers/customer.ts'
import type { DueMail } from '../../../domain/mails/mail.ts'
import { segmentsOf } from '../../../domain/sms/segments.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { renderSms } from '../../../rendering/sms-text.ts'
import { encodeId } from '../ids.ts'

/** A mail as its reader would see it. */
export type WriteMail = (mail: DueMail) => { subject: string; text: string; html: string }

const sum = ({ count, cents }: { count: number; cents: number }) => ({ count, amount: formatCents(cents) })

export const presentDryRun = (run: DryRun, { timeZone, currency }: Company) => ({
  invoices: run.invoices,
  currency,
  open: sum(run.open),
  settled: run.settled,
  held: run.held,
  unreachable: run.unreachable,
  minutes: run.minutes,
  steps: run.steps.map((step) => ({
    step: step.step,
    at: formatAtom(step.at.toISOString(), timeZone),
    reached: sum(step.reached),
    unreached: step.unreached,
    email: sum(step.email),
    sms: sum(step.sms),
    letter: sum(step.letter),
    lateFees: sum(step.lateFees),
  })),
  problems: run.problems.map(({ code, blocks, count }) => ({ code, blocks, count })),
  unreachableInvoices: run.unreachableInvoices.map(({ id, externalNumber, recipient, lacks }) => ({
    invoiceId: encodeId('invoice', id),
    invoiceNumber: externalNumber,
    recipient: displayName(recipient),
    lacks,
  })),
})

function presentMail(mail: DueMail, writeMail: WriteMail) {
  const { subject, text, html } = writeMail(mail)
  return { to: mail.to, subject, text, html }
}

function presentStep(
  { says, at, mail, sms, letter }: PreviewedStep,
  { locale, from }: Preview,
  company: Company,
  { writeMail, publicUrl }: { writeMail: WriteMail; publicUrl: string },
) {
  const text = sms === null ? '' : renderSms({ says, locale, company: from.name }, publicUrl)
  return {
    step: says.step,
    at: at === null ? null : formatAtom(at.toISOString(), company.timeZone),
    amount: formatCents(says.amountCents),
    email: mail && presentMail(mail, writeMail),
    sms: sms === null ? null : { to: sms, text, segments: segmentsOf(text).segments },
    letter: letter && { to: letter },
  }
}

export const presentPreview = (
  preview: Preview,
  company: Company,
  ways: { writeMail: WriteMail; publicUrl: string },
) => ({
  invoiceId: encodeId('invoice', preview.invoiceId),
  invoiceNumber: preview.externalNumber,
  recipient: preview.recipient,
  locale: preview.locale,
  messages: preview.steps.map((step) => presentStep(step, preview, company, ways)),
})
