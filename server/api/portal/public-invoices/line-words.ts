import type { LineSubtype } from '../../../domain/invoices/invoice.ts'
import type { Locale } from '../../../kernel/context.ts'

/** Why a question could not be sent as it was. */
export const questionProblems = ['empty', 'tooLong', 'tooLarge', 'wrongType', 'tooMany', 'broken'] as const
export type QuestionProblem = (typeof questionProblems)[number]

/** What the page of an invoice says of its lines and of the conversation about it; `{…}` stands for what is filled in. */
interface LineWords {
  whatFor: string
  /** The sum of what was invoiced. */
  invoiced: string
  /** What has happened since. */
  since: string
  subtypes: Record<LineSubtype, string>
  /** Why a line is there that the payer may not expect. */
  because: Partial<Record<LineSubtype | 'chargeback' | 'refund' | 'credit', string>>
  settled: string
  nothingAsked: string
  attach: string
  /** How many, and how large each may be. */
  attachHint: string
  asked: string
  problems: Record<QuestionProblem, string>
  /** The way to all that is the payer's own. */
  own: string
  genuine: string
  by: string
}

export const lineWords: Record<Locale, LineWords> = {
  nl: {
    whatFor: 'Waar het om gaat',
    invoiced: 'Factuurbedrag',
    since: 'Wat er daarna gebeurde',
    subtypes: {
      donation: 'Donatie',
      surcharge: 'Toeslag',
      administrative_fee: 'Administratiekosten',
      installment_fee: 'Termijnkosten',
      chargeback_fee: 'Storneringskosten',
      late_payment_fee: 'Kosten voor te late betaling',
      penalty_fee: 'Boete',
      youth_fund: 'Jeugdfonds',
    },
    because: {
      administrative_fee: 'Voor de verwerking van deze factuur.',
      installment_fee: 'Omdat u in termijnen betaalt; u zag dit bedrag voordat u koos.',
      surcharge: 'Hoort bij de manier van betalen die u koos.',
      chargeback_fee: 'Omdat een betaling door de bank werd teruggeboekt.',
      late_payment_fee: 'Omdat de factuur na de betaaldatum nog openstond.',
      chargeback: 'De bank boekte een betaling terug: dit bedrag staat weer open.',
      refund: 'Dit bedrag is aan u terugbetaald.',
      credit: 'Dit bedrag hoeft u niet te betalen.',
    },
    settled: 'Er staat niets meer open.',
    nothingAsked:
      'Klopt er iets niet, of wilt u iets weten? Stel uw vraag hier. Het antwoord leest u op deze pagina, en u krijgt het per mail.',
    attach: 'Bestanden meesturen',
    attachHint: 'Foto’s, pdf’s of Office-bestanden; hooguit {count}, elk tot {size}.',
    asked: 'Uw vraag is verstuurd. Het antwoord verschijnt op deze pagina, en u krijgt het per mail.',
    problems: {
      empty: 'Schrijf eerst wat u wilt vragen.',
      tooLong: 'Uw vraag is te lang.',
      tooLarge: 'Een bestand is te groot. Kies uw bestanden opnieuw.',
      wrongType: 'Een bestand is van een soort die hier niet kan. Kies uw bestanden opnieuw.',
      tooMany: 'Dat zijn te veel bestanden. Kies uw bestanden opnieuw.',
      broken: 'Het versturen is niet gelukt. Probeer het nog eens.',
    },
    own: 'Al uw facturen en vragen',
    genuine: 'Is een bericht echt?',
    by: 'van',
  },
  en: {
    whatFor: 'What it is for',
    invoiced: 'Invoiced',
    since: 'What happened since',
    subtypes: {
      donation: 'Donation',
      surcharge: 'Surcharge',
      administrative_fee: 'Administrative fee',
      installment_fee: 'Installment fee',
      chargeback_fee: 'Chargeback fee',
      late_payment_fee: 'Late payment fee',
      penalty_fee: 'Penalty',
      youth_fund: 'Youth fund',
    },
    because: {
      administrative_fee: 'For handling this invoice.',
      installment_fee: 'Because you pay in installments; you saw this amount before you chose.',
      surcharge: 'Belongs to the way of paying that you chose.',
      chargeback_fee: 'Because a payment was taken back by the bank.',
      late_payment_fee: 'Because the invoice was still open after its due date.',
      chargeback: 'The bank took a payment back: this amount is open again.',
      refund: 'This amount was paid back to you.',
      credit: 'This amount you need not pay.',
    },
    settled: 'Nothing is left to pay.',
    nothingAsked:
      'Is something not right, or would you like to know something? Ask here. You read the answer on this page, and you get it by e-mail.',
    attach: 'Send files along',
    attachHint: 'Pictures, PDFs or office files; at most {count}, each up to {size}.',
    asked: 'Your question was sent. The answer appears on this page, and you get it by e-mail.',
    problems: {
      empty: 'First write what you would like to ask.',
      tooLong: 'Your question is too long.',
      tooLarge: 'A file is too large. Please choose your files again.',
      wrongType: 'A file is of a kind that cannot be sent here. Please choose your files again.',
      tooMany: 'These are too many files. Please choose your files again.',
      broken: 'Sending did not work. Please try again.',
    },
    own: 'All your invoices and questions',
    genuine: 'Is a message real?',
    by: 'from',
  },
  de: {
    whatFor: 'Worum es geht',
    invoiced: 'Rechnungsbetrag',
    since: 'Was seitdem geschah',
    subtypes: {
      donation: 'Spende',
      surcharge: 'Zuschlag',
      administrative_fee: 'Verwaltungsgebühr',
      installment_fee: 'Ratengebühr',
      chargeback_fee: 'Rücklastschriftgebühr',
      late_payment_fee: 'Gebühr für verspätete Zahlung',
      penalty_fee: 'Strafgebühr',
      youth_fund: 'Jugendfonds',
    },
    because: {
      administrative_fee: 'Für die Bearbeitung dieser Rechnung.',
      installment_fee: 'Weil Sie in Raten zahlen; Sie sahen diesen Betrag, bevor Sie wählten.',
      surcharge: 'Gehört zu der Zahlungsweise, die Sie gewählt haben.',
      chargeback_fee: 'Weil eine Zahlung von der Bank zurückgebucht wurde.',
      late_payment_fee: 'Weil die Rechnung nach dem Fälligkeitstag noch offen war.',
      chargeback: 'Die Bank hat eine Zahlung zurückgebucht: dieser Betrag ist wieder offen.',
      refund: 'Dieser Betrag wurde Ihnen zurückgezahlt.',
      credit: 'Diesen Betrag brauchen Sie nicht zu zahlen.',
    },
    settled: 'Es ist nichts mehr offen.',
    nothingAsked:
      'Stimmt etwas nicht, oder möchten Sie etwas wissen? Fragen Sie hier. Die Antwort lesen Sie auf dieser Seite, und Sie erhalten sie per E-Mail.',
    attach: 'Dateien mitschicken',
    attachHint: 'Bilder, PDFs oder Office-Dateien; höchstens {count}, jede bis {size}.',
    asked:
      'Ihre Frage wurde gesendet. Die Antwort erscheint auf dieser Seite, und Sie erhalten sie per E-Mail.',
    problems: {
      empty: 'Schreiben Sie zuerst, was Sie fragen möchten.',
      tooLong: 'Ihre Frage ist zu lang.',
      tooLarge: 'Eine Datei ist zu groß. Bitte wählen Sie Ihre Dateien noch einmal.',
      wrongType:
        'Eine Datei ist von einer Art, die hier nicht geht. Bitte wählen Sie Ihre Dateien noch einmal.',
      tooMany: 'Das sind zu viele Dateien. Bitte wählen Sie Ihre Dateien noch einmal.',
      broken: 'Das Senden hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    },
    own: 'Alle Ihre Rechnungen und Fragen',
    genuine: 'Ist eine Nachricht echt?',
    by: 'von',
  },
  fr: {
    whatFor: 'De quoi il s’agit',
    invoiced: 'Montant facturé',
    since: 'Ce qui s’est passé depuis',
    subtypes: {
      donation: 'Don',
      surcharge: 'Supplément',
      administrative_fee: 'Frais administratifs',
      installment_fee: 'Frais d’échelonnement',
      chargeback_fee: 'Frais de rejet',
      late_payment_fee: 'Frais de retard',
      penalty_fee: 'Pénalité',
      youth_fund: 'Fonds jeunesse',
    },
    because: {
      administrative_fee: 'Pour le traitement de cette facture.',
      installment_fee: 'Parce que vous payez en plusieurs fois ; vous avez vu ce montant avant de choisir.',
      surcharge: 'Lié au mode de paiement que vous avez choisi.',
      chargeback_fee: 'Parce qu’un paiement a été rejeté par la banque.',
      late_payment_fee: 'Parce que la facture restait due après l’échéance.',
      chargeback: 'La banque a repris un paiement : ce montant est de nouveau dû.',
      refund: 'Ce montant vous a été remboursé.',
      credit: 'Vous n’avez pas à payer ce montant.',
    },
    settled: 'Il ne reste rien à payer.',
    nothingAsked:
      'Quelque chose n’est pas juste, ou vous voulez savoir quelque chose ? Posez votre question ici. Vous lirez la réponse sur cette page et la recevrez par e-mail.',
    attach: 'Joindre des fichiers',
    attachHint: 'Images, PDF ou fichiers bureautiques ; au plus {count}, chacun jusqu’à {size}.',
    asked: 'Votre question a été envoyée. La réponse paraîtra sur cette page et vous la recevrez par e-mail.',
    problems: {
      empty: 'Écrivez d’abord ce que vous voulez demander.',
      tooLong: 'Votre question est trop longue.',
      tooLarge: 'Un fichier est trop volumineux. Veuillez choisir vos fichiers à nouveau.',
      wrongType:
        'Un fichier est d’un type qui n’est pas accepté ici. Veuillez choisir vos fichiers à nouveau.',
      tooMany: 'Il y a trop de fichiers. Veuillez choisir vos fichiers à nouveau.',
      broken: 'L’envoi n’a pas fonctionné. Veuillez réessayer.',
    },
    own: 'Toutes vos factures et questions',
    genuine: 'Un message est-il authentique ?',
    by: 'de',
  },
  it: {
    whatFor: 'Di che cosa si tratta',
    invoiced: 'Importo fatturato',
    since: 'Che cosa è successo da allora',
    subtypes: {
      donation: 'Donazione',
      surcharge: 'Supplemento',
      administrative_fee: 'Spese amministrative',
      installment_fee: 'Spese di rateizzazione',
      chargeback_fee: 'Spese di storno',
      late_payment_fee: 'Spese per ritardo',
      penalty_fee: 'Penale',
      youth_fund: 'Fondo giovani',
    },
    because: {
      administrative_fee: 'Per la gestione di questa fattura.',
      installment_fee: 'Perché paga a rate; ha visto questo importo prima di scegliere.',
      surcharge: 'Legato al modo di pagamento che ha scelto.',
      chargeback_fee: 'Perché un pagamento è stato stornato dalla banca.',
      late_payment_fee: 'Perché la fattura era ancora aperta dopo la scadenza.',
      chargeback: 'La banca ha stornato un pagamento: questo importo è di nuovo da pagare.',
      refund: 'Questo importo Le è stato rimborsato.',
      credit: 'Questo importo non deve pagarlo.',
    },
    settled: 'Non resta nulla da pagare.',
    nothingAsked:
      'Qualcosa non torna, o vuole sapere qualcosa? Chieda qui. Legge la risposta su questa pagina e la riceve per e-mail.',
    attach: 'Allegare file',
    attachHint: 'Immagini, PDF o file di Office; al massimo {count}, ciascuno fino a {size}.',
    asked: 'La Sua domanda è stata inviata. La risposta appare su questa pagina e la riceve per e-mail.',
    problems: {
      empty: 'Scriva prima che cosa vuole chiedere.',
      tooLong: 'La Sua domanda è troppo lunga.',
      tooLarge: 'Un file è troppo grande. Scelga di nuovo i Suoi file.',
      wrongType: 'Un file è di un tipo che qui non è ammesso. Scelga di nuovo i Suoi file.',
      tooMany: 'I file sono troppi. Scelga di nuovo i Suoi file.',
      broken: 'L’invio non è riuscito. Riprovi.',
    },
    own: 'Tutte le Sue fatture e domande',
    genuine: 'Un messaggio è autentico?',
    by: 'da',
  },
}
