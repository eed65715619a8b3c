import type { Words } from './words.ts'

export const fr: Words = {
  greeting: 'Bonjour {name},',
  hello: 'Bonjour,',
  closing: 'Cordialement,',
  elsewise: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  footer: 'Ce message a été envoyé pour le compte de {company}. Votre réponse lui parvient à {address}.',
  own: 'Toutes vos factures, questions et rendez-vous avec {company} se trouvent à cette adresse :',
  labels: {
    amount: 'Montant',
    fees: 'Dont frais',
    due: 'À payer avant le',
    validUntil: 'Valable jusqu’au',
    availableUntil: 'Disponible jusqu’au',
    what: 'Objet',
    when: 'Quand',
    paidOn: 'Reçu le',
    reason: 'Raison',
    customer: 'Rempli par',
    email: 'Adresse e-mail',
    yes: 'Oui',
    no: 'Non',
    attached: 'En pièce jointe',
    online: 'À télécharger en ligne',
  },
  mails: {
    'invoice-created': {
      subject: 'Facture {number} de {company}',
      text: '{company} vous a envoyé la facture {number}. Vous pouvez la consulter et la payer en ligne.',
      button: 'Consulter et payer',
    },
    'plan-confirmed': {
      subject: 'Vos échéances pour la facture {number} de {company}',
      text: 'Vous payez la facture {number} de {company} en plusieurs fois, aux dates ci-dessous. Chaque échéance vous sera annoncée.',
      button: 'Voir la facture',
    },
    'installment-due': {
      subject: 'Échéance de la facture {number} de {company}',
      text: 'Une échéance de la facture {number} de {company} est à payer. Vous pouvez la régler en ligne.',
      button: 'Payer l’échéance',
    },
    'installment-announced': {
      subject: '{company} prélèvera une échéance de la facture {number}',
      text: 'Comme convenu, {company} prélèvera la prochaine échéance de la facture {number}. Vous n’avez rien à faire.',
      button: 'Voir la facture',
    },
    'installment-failed': {
      subject: 'Une échéance de la facture {number} n’a pas été prélevée',
      text: 'Une échéance de la facture {number} de {company} n’a pas pu être prélevée ou a été rejetée. Son montant a été réparti sur les échéances à venir.',
      button: 'Voir les échéances',
    },
    'plan-failed': {
      subject: 'Facture {number} de {company} : choisissez comment payer',
      text: 'La dernière échéance de la facture {number} de {company} n’a pas pu être prélevée ou a été rejetée. Veuillez régler le reste en une fois, en ligne.',
      button: 'Payer en ligne',
    },
    'contact-code': {
      subject: '{code} est le code qui confirme votre adresse e-mail',
      text: 'Votre code pour confirmer cette adresse e-mail auprès de {company} est {code}. Il est valable une heure. Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
      button: 'Confirmer',
    },
    'offer-created': {
      subject: 'Offre de {company} : {title}',
      text: '{company} vous a fait une offre : « {title} ». Vous pouvez la lire en ligne et l’accepter ou la refuser.',
      button: 'Voir l’offre',
    },
    'agreement-invitation': {
      subject: 'À signer : {title}',
      text: '{company} vous demande de signer « {title} ». Le lien ci-dessous vous est personnel ; merci de ne pas le transmettre.',
      button: 'Lire et signer',
    },
    'agreement-signed': {
      subject: 'Signé : {title}',
      text: '« {title} » de {company} est maintenant signé par tous.',
      button: 'Voir le contrat',
    },
    'agreement-code': {
      subject: '{code} est votre code pour signer « {title} »',
      text: 'Votre code pour signer « {title} » de {company} est {code}. Il est valable 15 minutes. Vous ne l’avez pas demandé ? Ne le communiquez à personne et prévenez-nous.',
      button: 'Signer',
    },
    'file-request': {
      subject: '{company} vous demande des fichiers : {title}',
      text: '{company} souhaite recevoir des fichiers de votre part : « {title} ». Vous pouvez les envoyer en ligne en toute sécurité.',
      button: 'Envoyer des fichiers',
    },
    'file-share': {
      subject: '{company} a partagé des fichiers avec vous : {title}',
      text: '{company} a partagé « {title} » avec vous. Vous pouvez le consulter et le télécharger en ligne.',
      button: 'Voir les fichiers',
    },
    'appointment-scheduled': {
      subject: 'Rendez-vous avec {company} : {title}',
      text: 'Votre rendez-vous avec {company} est fixé. Vous le trouverez en pièce jointe pour votre agenda.',
      button: 'Participer en ligne',
    },
    'appointment-requested': {
      subject: 'Demande de rendez-vous avec {company} : {title}',
      text: '{company} a reçu la demande de votre rendez-vous. Vous serez prévenu dès qu’il sera confirmé.',
      button: 'Participer en ligne',
    },
    'appointment-canceled': {
      subject: 'Annulé : rendez-vous avec {company} : {title}',
      text: 'Votre rendez-vous avec {company} a été annulé.',
      button: 'Voir le rendez-vous',
    },
    'sign-up-pending': {
      subject: 'Terminez votre inscription à {title}',
      text: 'Vous y êtes presque : votre abonnement « {title} » chez {company} commence après le premier paiement.',
      button: 'Payer et terminer',
    },
    'sign-up-welcome': {
      subject: 'Bienvenue chez {company} : {title}',
      text: 'Bienvenue ! Votre abonnement « {title} » chez {company} est actif.',
      button: 'Voir votre abonnement',
    },
    'ticket-answer': {
      subject: 'Réponse de {company} : {title}',
      text: '{company} vous a répondu :',
      button: 'Voir la conversation',
    },
    'payment-received': {
      subject: 'Paiement reçu : {title}',
      text: '{company} a reçu votre paiement pour « {title} ». Merci.',
      button: 'Voir le paiement',
    },
    'form-submitted': {
      subject: 'Formulaire « {title} » rempli par {customer}',
      text: '{customer} a rempli le formulaire « {title} » de {company}.',
      button: 'Voir les réponses',
    },
    'webhook-disabled': {
      subject: 'Webhook désactivé : {title}',
      text: 'Le webhook pour « {title} » de {company} a été désactivé, car les messages vers {address} échouaient sans cesse. Plus rien n’y est envoyé.',
      button: 'Gérer les webhooks',
    },
    'staff-invitation': {
      subject: '{inviter} vous invite à travailler pour {company}',
      text: '{inviter} vous a invité à rejoindre l’équipe de {company} dans Balie. L’invitation vous est réservée et reste valable sept jours.',
      button: 'Accepter l’invitation',
    },
    'password-reset': {
      subject: 'Choisissez un nouveau mot de passe',
      text: 'Quelqu’un, sans doute vous-même, a demandé un nouveau mot de passe pour votre compte Balie. Le lien est valable une demi-heure et ne fonctionne qu’une fois. Ce n’était pas vous ? Alors vous n’avez rien à faire.',
      button: 'Choisir un nouveau mot de passe',
    },
    'mail-test': {
      subject: 'Les e-mails de {company} arrivent',
      text: 'Voici l’e-mail de test que vous avez demandé : les e-mails de {company} partent du système et vous parviennent. Vous n’avez rien à faire.',
      button: 'Ouvrir Balie',
    },
    'password-changed': {
      subject: 'Votre mot de passe a été modifié',
      text: 'Le mot de passe de votre compte Balie a été modifié, et toutes vos autres sessions ont été fermées. Ce n’était pas vous ? Demandez aussitôt un nouveau mot de passe et prévenez {company}.',
      button: 'Se connecter',
    },
    'customer-login': {
      subject: 'Votre lien vers {company}',
      text: 'Avec ce lien, vous voyez tout ce que {company} a pour vous : factures, questions et réponses, devis et fichiers. Il fonctionne une seule fois, pendant vingt minutes. Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
      button: 'Ouvrir ma page',
    },
    'customer-email-code': {
      subject: 'Votre code : {code}',
      text: 'Avec le code {code}, vous confirmez que {company} peut vous écrire à cette adresse. Il est valable une heure. Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
      button: 'Ouvrir ma page',
    },
    'customer-email-changed': {
      subject: 'Votre adresse e-mail a été modifiée',
      text: 'Désormais, {company} vous écrit à {address}. Ce n’était pas vous ? Alors prévenez {company} sans tarder.',
      button: 'Ouvrir ma page',
    },
  },
}
