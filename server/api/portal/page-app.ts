import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import type { ErrorCode } from '../../kernel/errors.ts'
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

/** Why a page did not take what was sent to it, to who sent it: the rules themselves are written for programs. */
const refusals: Record<Locale, { invalid: string; tooLarge: string; tooOften: string }> = {
  nl: {
    invalid: 'Er klopt iets niet aan wat u hebt ingevuld. Ga terug, kijk het na en probeer het opnieuw.',
    tooLarge: 'Dit is te groot om te versturen. Ga terug en probeer het met minder of kleinere bestanden.',
    tooOften: 'Dit is te vaak achter elkaar geprobeerd. Wacht even en probeer het dan opnieuw.',
  },
  en: {
    invalid: 'Something you filled in is not right. Go back, check it and try again.',
    tooLarge: 'This is too large to be sent. Go back and try fewer or smaller files.',
    tooOften: 'This was tried too often. Wait a moment, and then try again.',
  },
  de: {
    invalid:
      'Etwas stimmt nicht an dem, was Sie eingegeben haben. Gehen Sie zurück, prüfen Sie es und versuchen Sie es erneut.',
    tooLarge:
      'Das ist zu groß, um gesendet zu werden. Gehen Sie zurück und versuchen Sie es mit weniger oder kleineren Dateien.',
    tooOften: 'Das wurde zu oft versucht. Warten Sie einen Moment und versuchen Sie es dann erneut.',
  },
  fr: {
    invalid:
      'Quelque chose ne va pas dans ce que vous avez saisi. Revenez en arrière, vérifiez et réessayez.',
    tooLarge:
      'C’est trop volumineux pour être envoyé. Revenez en arrière et essayez avec moins de fichiers ou de plus petits.',
    tooOften: 'Vous avez essayé trop souvent. Attendez un moment, puis réessayez.',
  },
  it: {
    invalid: 'Qualcosa di ciò che ha inserito non va bene. Torni indietro, controlli e riprovi.',
    tooLarge: 'È troppo grande per essere inviato. Torni indietro e provi con meno file o più piccoli.',
    tooOften: 'Ci sono stati troppi tentativi. Aspetti un momento, poi riprovi.',
  },
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
    const { invalid, tooLarge, tooOften } = refusals[locale]
    const saidOf: Partial<Record<ErrorCode, string>> = {
      not_found: nothingHere,
      invalid,
      unsupported_media_type: invalid,
      too_large: tooLarge,
      rate_limited: tooOften,
    }
    const said = (known && saidOf[known.code]) ?? unavailable(locale)
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
