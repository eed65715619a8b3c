import type { Locale } from '../../../kernel/context.ts'

/** Why a form came back. */
export const problems = ['code', 'code_too_soon', 'signature', 'signed'] as const
export type Problem = (typeof problems)[number]

interface Words {
  by: string
  documents: string
  signatures: string
  open: string
  signedAt(moment: string): string
  youSigned(moment: string): string
  sealed: string
  sign: string
  draw: string
  clear: string
  type: string
  unsigned: string
  needsScript: string
  codeWhy(email: string): string
  sendCode: string
  codeSent(email: string): string
  code: string
  accept: string
  problems: Record<Problem, string>
}

/** What the page of an agreement says. */
export const words: Record<Locale, Words> = {
  nl: {
    by: 'Van',
    documents: 'Documenten',
    signatures: 'Handtekeningen',
    open: 'nog niet ondertekend',
    signedAt: (moment) => `ondertekend op ${moment}`,
    youSigned: (moment) => `U hebt ondertekend op ${moment}.`,
    sealed: 'Iedereen heeft ondertekend. De documenten bevatten nu ook de handtekeningen.',
    sign: 'Ondertekenen',
    draw: 'Teken hier uw handtekening',
    clear: 'Wissen',
    type: 'Of typ uw naam',
    unsigned: 'Teken uw handtekening of typ uw naam.',
    needsScript: 'Om te ondertekenen moet JavaScript aan staan in uw browser.',
    codeWhy: (email) => `Om te ondertekenen hebt u een code nodig, die naar ${email} wordt gestuurd.`,
    sendCode: 'Stuur mij een code',
    codeSent: (email) => `De code is onderweg naar ${email}. Hij is een kwartier geldig.`,
    code: 'Code uit de e-mail',
    accept: 'Ondertekenen en akkoord gaan',
    problems: {
      code: 'De code klopt niet of is niet meer geldig.',
      code_too_soon: 'Er is net een code gestuurd. Kijk in uw e-mail of probeer het later opnieuw.',
      signature: 'De handtekening kon niet worden gelezen.',
      signed: 'U had al ondertekend.',
    },
  },
  en: {
    by: 'From',
    documents: 'Documents',
    signatures: 'Signatures',
    open: 'not signed yet',
    signedAt: (moment) => `signed on ${moment}`,
    youSigned: (moment) => `You signed on ${moment}.`,
    sealed: 'Everybody has signed. The documents now hold the signatures as well.',
    sign: 'Sign',
    draw: 'Draw your signature here',
    clear: 'Clear',
    type: 'Or type your name',
    unsigned: 'Draw your signature or type your name.',
    needsScript: 'To sign, JavaScript must be on in your browser.',
    codeWhy: (email) => `To sign you need a code, which is sent to ${email}.`,
    sendCode: 'Send me a code',
    codeSent: (email) => `The code is on its way to ${email}. It is valid for 15 minutes.`,
    code: 'Code from the e-mail',
    accept: 'Sign and agree',
    problems: {
      code: 'The code is wrong or no longer valid.',
      code_too_soon: 'A code was sent just now. Look at your e-mail, or try again later.',
      signature: 'The signature could not be read.',
      signed: 'You had signed already.',
    },
  },
  de: {
    by: 'Von',
    documents: 'Dokumente',
    signatures: 'Unterschriften',
    open: 'noch nicht unterschrieben',
    signedAt: (moment) => `unterschrieben am ${moment}`,
    youSigned: (moment) => `Sie haben am ${moment} unterschrieben.`,
    sealed: 'Alle haben unterschrieben. Die Dokumente enthalten nun auch die Unterschriften.',
    sign: 'Unterschreiben',
    draw: 'Unterschreiben Sie hier',
    clear: 'Löschen',
    type: 'Oder schreiben Sie Ihren Namen',
    unsigned: 'Unterschreiben Sie, oder schreiben Sie Ihren Namen.',
    needsScript: 'Zum Unterschreiben muss JavaScript in Ihrem Browser eingeschaltet sein.',
    codeWhy: (email) => `Zum Unterschreiben brauchen Sie einen Code, der an ${email} geschickt wird.`,
    sendCode: 'Code schicken',
    codeSent: (email) => `Der Code ist unterwegs an ${email}. Er gilt 15 Minuten.`,
    code: 'Code aus der E-Mail',
    accept: 'Unterschreiben und zustimmen',
    problems: {
      code: 'Der Code ist falsch oder nicht mehr gültig.',
      code_too_soon:
        'Gerade wurde ein Code geschickt. Sehen Sie in Ihre E-Mail oder versuchen Sie es später.',
      signature: 'Die Unterschrift war nicht lesbar.',
      signed: 'Sie hatten schon unterschrieben.',
    },
  },
  fr: {
    by: 'De',
    documents: 'Documents',
    signatures: 'Signatures',
    open: 'pas encore signé',
    signedAt: (moment) => `signé le ${moment}`,
    youSigned: (moment) => `Vous avez signé le ${moment}.`,
    sealed: 'Tout le monde a signé. Les documents contiennent maintenant aussi les signatures.',
    sign: 'Signer',
    draw: 'Signez ici',
    clear: 'Effacer',
    type: 'Ou écrivez votre nom',
    unsigned: 'Signez, ou écrivez votre nom.',
    needsScript: 'Pour signer, JavaScript doit être activé dans votre navigateur.',
    codeWhy: (email) => `Pour signer, il vous faut un code, qui est envoyé à ${email}.`,
    sendCode: 'Envoyez-moi un code',
    codeSent: (email) => `Le code est en route vers ${email}. Il est valable 15 minutes.`,
    code: 'Code reçu par e-mail',
    accept: 'Signer et accepter',
    problems: {
      code: 'Le code est faux ou n’est plus valable.',
      code_too_soon: 'Un code vient d’être envoyé. Regardez vos e-mails ou réessayez plus tard.',
      signature: 'La signature n’a pas pu être lue.',
      signed: 'Vous aviez déjà signé.',
    },
  },
  it: {
    by: 'Da',
    documents: 'Documenti',
    signatures: 'Firme',
    open: 'non ancora firmato',
    signedAt: (moment) => `firmato il ${moment}`,
    youSigned: (moment) => `Ha firmato il ${moment}.`,
    sealed: 'Tutti hanno firmato. I documenti contengono ora anche le firme.',
    sign: 'Firmare',
    draw: 'Firmi qui',
    clear: 'Cancella',
    type: 'Oppure scriva il suo nome',
    unsigned: 'Firmi, oppure scriva il suo nome.',
    needsScript: 'Per firmare, JavaScript deve essere attivo nel suo browser.',
    codeWhy: (email) => `Per firmare serve un codice, che viene inviato a ${email}.`,
    sendCode: 'Mi invii un codice',
    codeSent: (email) => `Il codice è in arrivo a ${email}. È valido per 15 minuti.`,
    code: 'Codice ricevuto per e-mail',
    accept: 'Firmare e accettare',
    problems: {
      code: 'Il codice è sbagliato o non è più valido.',
      code_too_soon: 'Un codice è stato appena inviato. Guardi la sua e-mail o riprovi più tardi.',
      signature: 'La firma non è leggibile.',
      signed: 'Aveva già firmato.',
    },
  },
}
