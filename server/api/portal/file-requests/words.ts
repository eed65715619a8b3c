import type { Locale } from '../../../kernel/context.ts'

/** Why a form came back. */
export const problems = ['too_large', 'there', 'none'] as const
export type Problem = (typeof problems)[number]

interface Words {
  title: string
  from: string
  files: string
  optional: string
  /** `size` is HTML. */
  atMost(size: string): string
  choose: string
  send: string
  received: string
  complete(company: string): string
  problems: Record<Problem, (size: string) => string>
}

/** What the page of a file request says. */
export const words: Record<Locale, Words> = {
  nl: {
    title: 'Bestanden aanleveren',
    from: 'Aan',
    files: 'Gevraagde bestanden',
    optional: 'niet verplicht',
    atMost: (size) => `Hoogstens ${size}`,
    choose: 'Kies een bestand',
    send: 'Versturen',
    received: 'Dit bestand is ontvangen.',
    complete: (company) => `Dank u wel! ${company} heeft alles ontvangen wat nodig is.`,
    problems: {
      too_large: (size) => `Dit bestand is te groot. Het mag hoogstens ${size} zijn.`,
      there: () => 'Dit bestand was al ontvangen. Het is niet vervangen.',
      none: () => 'Er is geen bestand aangekomen. Kies een bestand en probeer het opnieuw.',
    },
  },
  en: {
    title: 'Send files',
    from: 'To',
    files: 'Requested files',
    optional: 'optional',
    atMost: (size) => `At most ${size}`,
    choose: 'Choose a file',
    send: 'Send',
    received: 'This file has been received.',
    complete: (company) => `Thank you! ${company} has received everything that is needed.`,
    problems: {
      too_large: (size) => `This file is too large. It may be at most ${size}.`,
      there: () => 'This file had been received already. It was not replaced.',
      none: () => 'No file arrived. Choose a file and try again.',
    },
  },
  de: {
    title: 'Dateien senden',
    from: 'An',
    files: 'Gewünschte Dateien',
    optional: 'freiwillig',
    atMost: (size) => `Höchstens ${size}`,
    choose: 'Datei auswählen',
    send: 'Senden',
    received: 'Diese Datei ist angekommen.',
    complete: (company) => `Vielen Dank! ${company} hat alles erhalten, was nötig ist.`,
    problems: {
      too_large: (size) => `Diese Datei ist zu groß. Sie darf höchstens ${size} groß sein.`,
      there: () => 'Diese Datei war schon angekommen. Sie wurde nicht ersetzt.',
      none: () => 'Es ist keine Datei angekommen. Wählen Sie eine Datei aus und versuchen Sie es erneut.',
    },
  },
  fr: {
    title: 'Envoyer des fichiers',
    from: 'À',
    files: 'Fichiers demandés',
    optional: 'facultatif',
    atMost: (size) => `${size} au maximum`,
    choose: 'Choisissez un fichier',
    send: 'Envoyer',
    received: 'Ce fichier a été reçu.',
    complete: (company) => `Merci ! ${company} a reçu tout ce qu’il faut.`,
    problems: {
      too_large: (size) => `Ce fichier est trop volumineux. Il peut faire ${size} au maximum.`,
      there: () => 'Ce fichier avait déjà été reçu. Il n’a pas été remplacé.',
      none: () => 'Aucun fichier n’est arrivé. Choisissez un fichier et réessayez.',
    },
  },
  it: {
    title: 'Inviare file',
    from: 'A',
    files: 'File richiesti',
    optional: 'facoltativo',
    atMost: (size) => `Al massimo ${size}`,
    choose: 'Scelga un file',
    send: 'Inviare',
    received: 'Questo file è stato ricevuto.',
    complete: (company) => `Grazie! ${company} ha ricevuto tutto il necessario.`,
    problems: {
      too_large: (size) => `Questo file è troppo grande. Può essere al massimo di ${size}.`,
      there: () => 'Questo file era già stato ricevuto. Non è stato sostituito.',
      none: () => 'Non è arrivato alcun file. Scelga un file e riprovi.',
    },
  },
}
