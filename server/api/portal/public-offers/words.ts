import type { Locale } from '../../../kernel/context.ts'

/** What the page of an offer says beside what stands on the offer itself (rendering/words.ts). */
interface Words {
  for: string
  pdf: string
  expired(day: string): string
  answer: string
  draw: string
  clear: string
  type: string
  accept: string
  reject: string
  unsigned: string
  needsScript: string
}

export const words: Record<Locale, Words> = {
  nl: {
    for: 'Voor',
    pdf: 'Deze offerte als PDF',
    expired: (day) => `Deze offerte was geldig tot en met ${day}.`,
    answer: 'Uw antwoord',
    draw: 'Teken hier uw handtekening',
    clear: 'Wissen',
    type: 'Of typ uw naam',
    accept: 'Ondertekenen en akkoord gaan',
    reject: 'Offerte afwijzen',
    unsigned: 'Teken uw handtekening of typ uw naam.',
    needsScript: 'Om te ondertekenen moet JavaScript aan staan in uw browser.',
  },
  en: {
    for: 'For',
    pdf: 'This offer as PDF',
    expired: (day) => `This offer was valid until ${day}.`,
    answer: 'Your answer',
    draw: 'Draw your signature here',
    clear: 'Clear',
    type: 'Or type your name',
    accept: 'Sign and accept',
    reject: 'Reject the offer',
    unsigned: 'Draw your signature or type your name.',
    needsScript: 'To sign, JavaScript must be on in your browser.',
  },
  de: {
    for: 'Für',
    pdf: 'Dieses Angebot als PDF',
    expired: (day) => `Dieses Angebot war bis ${day} gültig.`,
    answer: 'Ihre Antwort',
    draw: 'Unterschreiben Sie hier',
    clear: 'Löschen',
    type: 'Oder schreiben Sie Ihren Namen',
    accept: 'Unterschreiben und annehmen',
    reject: 'Angebot ablehnen',
    unsigned: 'Unterschreiben Sie, oder schreiben Sie Ihren Namen.',
    needsScript: 'Zum Unterschreiben muss JavaScript in Ihrem Browser eingeschaltet sein.',
  },
  fr: {
    for: 'Pour',
    pdf: 'Ce devis en PDF',
    expired: (day) => `Ce devis était valable jusqu’au ${day}.`,
    answer: 'Votre réponse',
    draw: 'Signez ici',
    clear: 'Effacer',
    type: 'Ou écrivez votre nom',
    accept: 'Signer et accepter',
    reject: 'Refuser le devis',
    unsigned: 'Signez, ou écrivez votre nom.',
    needsScript: 'Pour signer, JavaScript doit être activé dans votre navigateur.',
  },
  it: {
    for: 'Per',
    pdf: 'Questo preventivo in PDF',
    expired: (day) => `Questo preventivo era valido fino al ${day}.`,
    answer: 'La sua risposta',
    draw: 'Firmi qui',
    clear: 'Cancella',
    type: 'Oppure scriva il suo nome',
    accept: 'Firmare e accettare',
    reject: 'Rifiutare il preventivo',
    unsigned: 'Firmi, oppure scriva il suo nome.',
    needsScript: 'Per firmare, JavaScript deve essere attivo nel browser.',
  },
}
