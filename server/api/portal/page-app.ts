import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { locales, type Locale } from '../../kernel/context.ts'
import type { Deps } from '../edge.ts'
import { escapeHtml as text } from '../html.ts'
import { limitRate } from '../rate-limit.ts'
import { toBalieError } from '../errors.ts'
import { portalStatusOf } from './errors.ts'
import { asPage, renderPage } from './html.ts'
import { paymentWords } from './payments/words.ts'

/** What a page says that could not do what was asked, where that is not paying. */
export const notNow: Record<Locale, string> = {
  nl: 'Dit lukt op dit moment niet. Probeer het later nog eens.',
  en: 'This does not work right now. Please try again later.',
  de: 'Das geht im Moment nicht. Bitte versuchen Sie es später noch einmal.',
  fr: 'Cela ne marche pas pour le moment. Réessayez plus tard.',
  it: 'Al momento non è possibile. Riprovi più tardi.',
}

/** What a page says of a form that is not as our own pages send it. */
const notUnderstood: Record<Locale, string> = {
  nl: 'Dit is niet begrepen. Ga terug en probeer het opnieuw.',
  en: 'This was not understood. Please go back and try again.',
  de: 'Das wurde nicht verstanden. Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
  fr: 'Cela n’a pas été compris. Revenez en arrière et réessayez.',
  it: 'Non è stato compreso. Torni indietro e riprovi.',
}

/** The language of ours that a browser likes best. */
export function preferredLocale(header: string | undefined, fallback: Locale): Locale {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find((tag): tag is Locale => (locales as readonly string[]).includes(tag)) ?? fallback
}

/** What every group of pages needs: forms, a limit, and errors that a person can read; a program gets JSON. */
export async function usePages(
  app: FastifyInstance,
  deps: Deps,
  unavailable: (locale: Locale) => string = (locale) => paymentWords[locale].unavailable,
): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    const known = toBalieError(error)
    if (!known) request.log.error({ err: error }, 'unexpected error')
    const status = known ? portalStatusOf[known.code] : 500
    if (known?.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds)
    const message = known?.message ?? 'Something went wrong on our side.'
    if (!request.headers.accept?.includes('text/html')) {
      const field = known?.code === 'invalid' ? { field: known.about } : {}
      return reply.code(status).send({ code: known?.code ?? 'internal', ...field, message })
    }
    const locale = preferredLocale(request.headers['accept-language'], 'en')
    const { nothingHere } = paymentWords[locale]
    const said =
      status === 404 ? nothingHere : known?.code === 'invalid' ? notUnderstood[locale] : unavailable(locale)
    return asPage(reply)
      .code(status)
      .send(renderPage({ locale, title: text(said), main: `<h1>${text(said)}</h1>` }))
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not_found', message: 'There is nothing here.' }),
  )
  await app.register(formbody)
  await limitRate(app, deps)
}
