import type { Locale } from '../../kernel/context.ts'

/** The words of the page about the signatures. */
export interface AuditWords {
  title: string
  agreement: string
  document: string
  original: string
  sealed: string
  forCompany: string
  signed: string
  from: string
  identified: string
  signature: string
  explanation: string
}

export const auditWords: Record<Locale, AuditWords> = {
  nl: {
    title: 'Ondertekening',
    agreement: 'Overeenkomst',
    document: 'Document',
    original: 'SHA-256 van het ondertekende document',
    sealed: 'Door allen ondertekend',
    forCompany: 'namens',
    signed: 'Ondertekend',
    from: 'Vanaf',
    identified: 'Bevestigd met een code die naar dit adres is gestuurd',
    signature: 'Hash van de handtekening',
    explanation:
      'De hash van een handtekening is de SHA-256 van de afbeelding van de handtekening, als data-URL, gevolgd door het tijdstip van ondertekenen zoals het hier staat.',
  },
  en: {
    title: 'Signatures',
    agreement: 'Agreement',
    document: 'Document',
    original: 'SHA-256 of the document that was signed',
    sealed: 'Signed by all',
    forCompany: 'for',
    signed: 'Signed',
    from: 'From',
    identified: 'Confirmed with a code that was sent to this address',
    signature: 'Hash of the signature',
    explanation:
      'The hash of a signature is the SHA-256 of the picture of the signature, as a data URL, followed by the moment of signing as it stands here.',
  },
  de: {
    title: 'Unterschriften',
    agreement: 'Vereinbarung',
    document: 'Dokument',
    original: 'SHA-256 des unterschriebenen Dokuments',
    sealed: 'Von allen unterschrieben',
    forCompany: 'für',
    signed: 'Unterschrieben',
    from: 'Von',
    identified: 'Bestätigt mit einem Code, der an diese Adresse gesendet wurde',
    signature: 'Hash der Unterschrift',
    explanation:
      'Der Hash einer Unterschrift ist der SHA-256 des Bildes der Unterschrift, als Data-URL, gefolgt vom Zeitpunkt der Unterschrift, wie er hier steht.',
  },
  fr: {
    title: 'Signatures',
    agreement: 'Contrat',
    document: 'Document',
    original: 'SHA-256 du document signé',
    sealed: 'Signé par tous',
    forCompany: 'pour',
    signed: 'Signé',
    from: 'Depuis',
    identified: 'Confirmé par un code envoyé à cette adresse',
    signature: 'Empreinte de la signature',
    explanation:
      'L’empreinte d’une signature est le SHA-256 de l’image de la signature, sous forme d’URL de données, suivie du moment de la signature tel qu’il figure ici.',
  },
  it: {
    title: 'Firme',
    agreement: 'Contratto',
    document: 'Documento',
    original: 'SHA-256 del documento firmato',
    sealed: 'Firmato da tutti',
    forCompany: 'per',
    signed: 'Firmato',
    from: 'Da',
    identified: 'Confermato con un codice inviato a questo indirizzo',
    signature: 'Hash della firma',
    explanation:
      'L’hash di una firma è lo SHA-256 dell’immagine della firma, come URL di dati, seguita dal momento della firma così come appare qui.',
  },
}
