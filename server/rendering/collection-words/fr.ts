import type { CollectionWords } from './words.ts'

export const fr: CollectionWords = {
  titles: {
    request1: 'Demande de paiement',
    request2: 'Deuxième demande de paiement',
    reminder1: 'Rappel de paiement',
    reminder2: 'Deuxième rappel de paiement',
    reminder3: 'Dernier rappel de paiement',
    final_notice: 'Mise en demeure',
    chargeback: 'Paiement annulé',
  },
  texts: {
    request1:
      '{company} vous demande de payer la facture {number}. Vous pouvez la consulter en ligne, la payer ou poser une question à son sujet.',
    request2:
      'Votre paiement de la facture {number} n’est pas encore parvenu à {company}. Vous pouvez consulter et payer la facture en ligne.',
    reminder1:
      'La facture {number} de {company} est encore ouverte. Elle vous a peut-être échappé : merci de la payer, ou de nous dire en ligne ce qui vous en empêche.',
    reminder2:
      'La facture {number} de {company} est encore ouverte, bien que nous vous ayons déjà écrit. Merci de la payer dès que possible, ou de nous dire en ligne ce qui vous en empêche.',
    reminder3:
      'La facture {number} de {company} est toujours ouverte. C’est notre dernier rappel : merci de la payer maintenant ou de nous contacter.',
    final_notice:
      'Malgré nos rappels, la facture {number} de {company} est encore ouverte. Ceci est notre mise en demeure : merci de payer dans les quatorze jours suivant la réception de ce message. Ensuite, la créance pourra être confiée à une agence de recouvrement, ce qui peut entraîner des frais pour vous.',
    chargeback:
      'Votre paiement de la facture {number} de {company} a été annulé, le montant est donc de nouveau dû. Merci de payer d’une autre manière, ou de nous dire en ligne si quelque chose n’est pas correct.',
  },
  subject: '{title} : facture {number}',
  button: 'Consulter et payer',
  invoice: 'facture',
  number: 'Facture',
  amount: 'À payer',
  due: 'Au plus tard le',
  reference: 'Référence du paiement',
  lateFee: 'Ce montant comprend {fee} pour retard de paiement.',
  chargebackFee: 'Ce montant comprend {fee} pour le paiement annulé.',
  greeting: 'Bonjour {name},',
  hello: 'Madame, Monsieur,',
  closing: 'Cordialement,',
  check:
    'Voulez-vous savoir si ce message vient vraiment de {company} ? Saisissez le code {code} sur {link}.',
  payOnline: 'Payer en ligne',
  payOnlineHow:
    'Scannez le code avec votre téléphone ou ouvrez {link}. Vous y verrez aussi la facture et pourrez poser une question.',
  transfer: 'Payer par virement',
  transferHow:
    'Virez {amount} sur le compte {iban} de {name}, avec la communication {reference}, ou scannez le code avec l’application de votre banque.',
  scanPay: 'Code QR qui ouvre la facture',
  scanBank: 'Code QR pour un virement',
  page: 'Page',
  sms: 'Payer ou demander',
  genuine: 'Authentique ?',
}
