import type { Locale } from '../../../kernel/context.ts'

type Words = Record<
  | 'title'
  | 'intro'
  | 'field'
  | 'check'
  | 'yes'
  | 'no'
  | 'noHint'
  | 'sender'
  | 'what'
  | 'how'
  | 'when'
  | 'now'
  | 'EMAIL'
  | 'SMS'
  | 'LETTER'
  | 'only',
  string
>

/** What the page says that tells whether a message is genuine. */
export const genuineWords: Record<Locale, Words> = {
  en: {
    title: 'Is this message genuine?',
    intro:
      'Every request and reminder that we send for a club bears a code. Enter it, or the link from the message, and you see who sent it.',
    field: 'Code or link from the message',
    check: 'Check',
    yes: 'This message is genuine.',
    no: 'We did not send a message with this code.',
    noHint:
      'Check that you entered all of it. If it still does not match, do not pay and do not open links from the message; ask the club itself.',
    sender: 'Sent by',
    what: 'What',
    how: 'How',
    when: 'When',
    now: 'just now',
    EMAIL: 'e-mail',
    SMS: 'text message',
    LETTER: 'letter',
    only: 'Compare this with what you received. Pay only if sender and date match.',
  },
  nl: {
    title: 'Is dit bericht echt?',
    intro:
      'Op elk verzoek en elke herinnering die wij voor een club versturen staat een code. Vul die in, of de link uit het bericht, en u ziet wie het heeft verstuurd.',
    field: 'Code of link uit het bericht',
    check: 'Controleren',
    yes: 'Dit bericht is echt.',
    no: 'Wij hebben geen bericht met deze code verstuurd.',
    noHint:
      'Controleer of u de code helemaal hebt ingevuld. Klopt het dan nog niet, betaal dan niet en open geen links uit het bericht; vraag het aan de club zelf.',
    sender: 'Verstuurd door',
    what: 'Wat',
    how: 'Hoe',
    when: 'Wanneer',
    now: 'zojuist',
    EMAIL: 'e-mail',
    SMS: 'sms',
    LETTER: 'brief',
    only: 'Vergelijk dit met wat u hebt ontvangen. Betaal alleen als afzender en datum kloppen.',
  },
  de: {
    title: 'Ist diese Nachricht echt?',
    intro:
      'Jede Aufforderung und Erinnerung, die wir für einen Verein senden, trägt einen Code. Geben Sie ihn oder den Link aus der Nachricht ein, und Sie sehen, wer sie gesendet hat.',
    field: 'Code oder Link aus der Nachricht',
    check: 'Prüfen',
    yes: 'Diese Nachricht ist echt.',
    no: 'Wir haben keine Nachricht mit diesem Code gesendet.',
    noHint:
      'Prüfen Sie, ob Sie ihn vollständig eingegeben haben. Stimmt es dann noch nicht, bezahlen Sie nicht und öffnen Sie keine Links aus der Nachricht; fragen Sie den Verein selbst.',
    sender: 'Gesendet von',
    what: 'Was',
    how: 'Wie',
    when: 'Wann',
    now: 'gerade eben',
    EMAIL: 'E-Mail',
    SMS: 'SMS',
    LETTER: 'Brief',
    only: 'Vergleichen Sie das mit dem, was Sie erhalten haben. Bezahlen Sie nur, wenn Absender und Datum stimmen.',
  },
  fr: {
    title: 'Ce message est-il authentique ?',
    intro:
      'Chaque demande et chaque rappel que nous envoyons pour un club porte un code. Saisissez-le, ou le lien du message, et vous verrez qui l’a envoyé.',
    field: 'Code ou lien du message',
    check: 'Vérifier',
    yes: 'Ce message est authentique.',
    no: 'Nous n’avons pas envoyé de message avec ce code.',
    noHint:
      'Vérifiez que vous l’avez saisi en entier. S’il ne correspond toujours pas, ne payez pas et n’ouvrez aucun lien du message ; demandez au club lui-même.',
    sender: 'Envoyé par',
    what: 'Quoi',
    how: 'Comment',
    when: 'Quand',
    now: 'à l’instant',
    EMAIL: 'e-mail',
    SMS: 'SMS',
    LETTER: 'lettre',
    only: 'Comparez avec ce que vous avez reçu. Ne payez que si l’expéditeur et la date correspondent.',
  },
  it: {
    title: 'Questo messaggio è autentico?',
    intro:
      'Ogni richiesta e ogni sollecito che inviamo per un club porta un codice. Lo inserisca, o il link del messaggio, e vedrà chi lo ha inviato.',
    field: 'Codice o link del messaggio',
    check: 'Verificare',
    yes: 'Questo messaggio è autentico.',
    no: 'Non abbiamo inviato alcun messaggio con questo codice.',
    noHint:
      'Controlli di averlo inserito tutto. Se ancora non corrisponde, non paghi e non apra i link del messaggio; chieda al club stesso.',
    sender: 'Inviato da',
    what: 'Che cosa',
    how: 'Come',
    when: 'Quando',
    now: 'proprio ora',
    EMAIL: 'e-mail',
    SMS: 'SMS',
    LETTER: 'lettera',
    only: 'Lo confronti con ciò che ha ricevuto. Paghi solo se mittente e data corrispondono.',
  },
}
