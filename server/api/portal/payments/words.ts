import type { Locale } from '../../../kernel/context.ts'
import type { PaymentStatus } from '../../../domain/payments/payment.ts'

/** What pages say of payments, in the languages of the payers. */
interface PaymentWords {
  /** Before an amount. */
  pay: string
  amount: string
  payment: string
  states: Record<PaymentStatus, string>
  unavailable: string
  refused: string
  pendingAlready: string
  link: { paid: string; expired: string; closed: string; until: string }
  again: string
  goOn: string
  nothingHere: string
}

export const paymentWords: Record<Locale, PaymentWords> = {
  nl: {
    pay: 'Nu betalen:',
    amount: 'Bedrag',
    payment: 'Betaling',
    states: {
      created: 'De betaling is nog niet afgerond.',
      open: 'De betaling is nog niet afgerond.',
      pending: 'Uw bank verwerkt de betaling nog. Deze pagina ververst zichzelf.',
      authorized: 'De betaling is goedgekeurd en wordt verwerkt.',
      paid: 'De betaling is gelukt. Dank u wel!',
      failed: 'De betaling is niet gelukt. Er is niets betaald.',
      canceled: 'De betaling is geannuleerd. Er is niets betaald.',
      expired: 'De tijd om te betalen is verstreken. Er is niets betaald.',
    },
    unavailable: 'Online betalen lukt op dit moment niet. Probeer het later nog eens.',
    refused: 'De betaaldienst heeft deze betaling geweigerd.',
    pendingAlready: 'Uw bank verwerkt al een betaling. Wacht de uitkomst af.',
    link: {
      paid: 'Deze betaallink is al betaald.',
      expired: 'Deze betaallink is verlopen.',
      closed: 'Deze betaallink is gesloten.',
      until: 'Te betalen tot',
    },
    again: 'Opnieuw proberen',
    goOn: 'Verder met betalen',
    nothingHere: 'Hier is niets te vinden. Klopt de link?',
  },
  en: {
    pay: 'Pay now:',
    amount: 'Amount',
    payment: 'Payment',
    states: {
      created: 'The payment is not finished yet.',
      open: 'The payment is not finished yet.',
      pending: 'Your bank is still processing the payment. This page refreshes itself.',
      authorized: 'The payment was approved and is being processed.',
      paid: 'The payment succeeded. Thank you!',
      failed: 'The payment failed. Nothing was paid.',
      canceled: 'The payment was canceled. Nothing was paid.',
      expired: 'The time to pay is over. Nothing was paid.',
    },
    unavailable: 'Paying online does not work right now. Please try again later.',
    refused: 'The payment service refused this payment.',
    pendingAlready: 'Your bank is processing a payment already. Please wait for its outcome.',
    link: {
      paid: 'This payment link has been paid.',
      expired: 'This payment link has expired.',
      closed: 'This payment link was closed.',
      until: 'Payable until',
    },
    again: 'Try again',
    goOn: 'Continue paying',
    nothingHere: 'There is nothing here. Is the link right?',
  },
  de: {
    pay: 'Jetzt bezahlen:',
    amount: 'Betrag',
    payment: 'Zahlung',
    states: {
      created: 'Die Zahlung ist noch nicht abgeschlossen.',
      open: 'Die Zahlung ist noch nicht abgeschlossen.',
      pending: 'Ihre Bank bearbeitet die Zahlung noch. Diese Seite aktualisiert sich selbst.',
      authorized: 'Die Zahlung wurde genehmigt und wird bearbeitet.',
      paid: 'Die Zahlung war erfolgreich. Vielen Dank!',
      failed: 'Die Zahlung ist fehlgeschlagen. Es wurde nichts bezahlt.',
      canceled: 'Die Zahlung wurde abgebrochen. Es wurde nichts bezahlt.',
      expired: 'Die Zeit zum Bezahlen ist abgelaufen. Es wurde nichts bezahlt.',
    },
    unavailable: 'Online-Zahlung ist im Moment nicht möglich. Bitte versuchen Sie es später erneut.',
    refused: 'Der Zahlungsdienst hat diese Zahlung abgelehnt.',
    pendingAlready: 'Ihre Bank bearbeitet bereits eine Zahlung. Bitte warten Sie das Ergebnis ab.',
    link: {
      paid: 'Dieser Zahlungslink wurde bereits bezahlt.',
      expired: 'Dieser Zahlungslink ist abgelaufen.',
      closed: 'Dieser Zahlungslink wurde geschlossen.',
      until: 'Zahlbar bis',
    },
    again: 'Erneut versuchen',
    goOn: 'Zahlung fortsetzen',
    nothingHere: 'Hier ist nichts zu finden. Stimmt der Link?',
  },
  fr: {
    pay: 'Payer maintenant :',
    amount: 'Montant',
    payment: 'Paiement',
    states: {
      created: "Le paiement n'est pas encore terminé.",
      open: "Le paiement n'est pas encore terminé.",
      pending: "Votre banque traite encore le paiement. Cette page s'actualise d'elle-même.",
      authorized: 'Le paiement a été accepté et est en cours de traitement.',
      paid: 'Le paiement a réussi. Merci !',
      failed: "Le paiement a échoué. Rien n'a été payé.",
      canceled: "Le paiement a été annulé. Rien n'a été payé.",
      expired: "Le délai de paiement est écoulé. Rien n'a été payé.",
    },
    unavailable: "Le paiement en ligne n'est pas possible pour le moment. Veuillez réessayer plus tard.",
    refused: 'Le service de paiement a refusé ce paiement.',
    pendingAlready: 'Votre banque traite déjà un paiement. Veuillez en attendre le résultat.',
    link: {
      paid: 'Ce lien de paiement a déjà été payé.',
      expired: 'Ce lien de paiement a expiré.',
      closed: 'Ce lien de paiement a été fermé.',
      until: "Payable jusqu'au",
    },
    again: 'Réessayer',
    goOn: 'Continuer le paiement',
    nothingHere: "Il n'y a rien ici. Le lien est-il correct ?",
  },
  it: {
    pay: 'Paga ora:',
    amount: 'Importo',
    payment: 'Pagamento',
    states: {
      created: 'Il pagamento non è ancora concluso.',
      open: 'Il pagamento non è ancora concluso.',
      pending: 'La sua banca sta ancora elaborando il pagamento. Questa pagina si aggiorna da sola.',
      authorized: 'Il pagamento è stato approvato ed è in elaborazione.',
      paid: 'Il pagamento è riuscito. Grazie!',
      failed: 'Il pagamento non è riuscito. Non è stato pagato nulla.',
      canceled: 'Il pagamento è stato annullato. Non è stato pagato nulla.',
      expired: 'Il tempo per pagare è scaduto. Non è stato pagato nulla.',
    },
    unavailable: 'Al momento non è possibile pagare online. Riprovi più tardi.',
    refused: 'Il servizio di pagamento ha rifiutato questo pagamento.',
    pendingAlready: "La sua banca sta già elaborando un pagamento. Ne attenda l'esito.",
    link: {
      paid: 'Questo link di pagamento è già stato pagato.',
      expired: 'Questo link di pagamento è scaduto.',
      closed: 'Questo link di pagamento è stato chiuso.',
      until: 'Pagabile fino al',
    },
    again: 'Riprova',
    goOn: 'Continua il pagamento',
    nothingHere: "Qui non c'è nulla. Il link è giusto?",
  },
}
