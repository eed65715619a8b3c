import type { Words } from './words.ts'

export const nl: Words = {
  greeting: 'Beste {name},',
  hello: 'Hallo,',
  closing: 'Met vriendelijke groet,',
  elsewise: 'Werkt de knop niet? Open dan dit adres:',
  footer: 'Deze mail is verstuurd namens {company}. Uw antwoord komt bij hen aan op {address}.',
  own: 'Al uw facturen, vragen en afspraken bij {company} staan op:',
  labels: {
    amount: 'Bedrag',
    fees: 'Waarvan kosten',
    due: 'Te betalen vóór',
    validUntil: 'Geldig tot en met',
    availableUntil: 'Beschikbaar tot en met',
    what: 'Onderwerp',
    when: 'Wanneer',
    paidOn: 'Ontvangen op',
    reason: 'Reden',
    customer: 'Ingevuld door',
    email: 'E-mailadres',
    yes: 'Ja',
    no: 'Nee',
    attached: 'Bijgevoegd',
    online: 'Online te downloaden',
  },
  mails: {
    'invoice-created': {
      subject: 'Factuur {number} van {company}',
      text: '{company} heeft u factuur {number} gestuurd. U kunt hem online bekijken en betalen.',
      button: 'Bekijken en betalen',
    },
    'plan-confirmed': {
      subject: 'Uw termijnen voor factuur {number} van {company}',
      text: 'U betaalt factuur {number} van {company} in termijnen, op de dagen hieronder. Van elke termijn krijgt u bericht.',
      button: 'Factuur bekijken',
    },
    'installment-due': {
      subject: 'Termijn van factuur {number} van {company}',
      text: 'Een termijn van factuur {number} van {company} is aan de beurt. U kunt hem online betalen.',
      button: 'Termijn betalen',
    },
    'installment-announced': {
      subject: '{company} schrijft een termijn van factuur {number} af',
      text: 'Zoals afgesproken schrijft {company} de volgende termijn van factuur {number} af. U hoeft niets te doen.',
      button: 'Factuur bekijken',
    },
    'installment-failed': {
      subject: 'Een termijn van factuur {number} is niet geïncasseerd',
      text: 'Een termijn van factuur {number} van {company} kon niet worden afgeschreven of is teruggeboekt. Het bedrag is verdeeld over de termijnen die nog komen.',
      button: 'Termijnen bekijken',
    },
    'plan-failed': {
      subject: 'Factuur {number} van {company}: kies hoe u betaalt',
      text: 'De laatste termijn van factuur {number} van {company} kon niet worden afgeschreven of is teruggeboekt. Betaal wat er nog open staat alstublieft in één keer online.',
      button: 'Online betalen',
    },
    'contact-code': {
      subject: '{code} is de code om uw e-mailadres te bevestigen',
      text: 'Uw code om dit e-mailadres bij {company} te bevestigen is {code}. Hij is een uur geldig. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.',
      button: 'Bevestigen',
    },
    'offer-created': {
      subject: 'Offerte van {company}: {title}',
      text: '{company} heeft u een offerte gestuurd: “{title}”. U kunt hem online lezen en accepteren of afwijzen.',
      button: 'Offerte bekijken',
    },
    'agreement-invitation': {
      subject: 'Graag ondertekenen: {title}',
      text: '{company} vraagt u om “{title}” te ondertekenen. De link hieronder is alleen voor u bedoeld; geef hem niet door.',
      button: 'Lezen en ondertekenen',
    },
    'agreement-signed': {
      subject: 'Ondertekend: {title}',
      text: '“{title}” van {company} is nu door iedereen ondertekend.',
      button: 'Overeenkomst bekijken',
    },
    'agreement-code': {
      subject: '{code} is uw code om “{title}” te ondertekenen',
      text: 'Uw code om “{title}” van {company} te ondertekenen is {code}. Hij is 15 minuten geldig. Hebt u hier niet om gevraagd? Geef de code dan aan niemand door en laat het ons weten.',
      button: 'Ondertekenen',
    },
    'file-request': {
      subject: '{company} vraagt u om bestanden: {title}',
      text: '{company} ontvangt graag bestanden van u: “{title}”. U kunt ze veilig online uploaden.',
      button: 'Bestanden uploaden',
    },
    'file-share': {
      subject: '{company} heeft bestanden met u gedeeld: {title}',
      text: '{company} heeft “{title}” met u gedeeld. U kunt het online bekijken en downloaden.',
      button: 'Bestanden bekijken',
    },
    'appointment-scheduled': {
      subject: 'Afspraak met {company}: {title}',
      text: 'Uw afspraak met {company} staat vast. In de bijlage vindt u hem voor in uw agenda.',
      button: 'Online deelnemen',
    },
    'appointment-requested': {
      subject: 'Afspraak aangevraagd bij {company}: {title}',
      text: '{company} heeft de aanvraag voor uw afspraak ontvangen. U krijgt bericht zodra hij bevestigd is.',
      button: 'Online deelnemen',
    },
    'appointment-canceled': {
      subject: 'Geannuleerd: afspraak met {company}: {title}',
      text: 'Uw afspraak met {company} is geannuleerd.',
      button: 'Afspraak bekijken',
    },
    'sign-up-pending': {
      subject: 'Rond uw aanmelding voor {title} af',
      text: 'U bent er bijna: uw abonnement op “{title}” bij {company} gaat in na de eerste betaling.',
      button: 'Betalen en afronden',
    },
    'sign-up-welcome': {
      subject: 'Welkom bij {company}: {title}',
      text: 'Welkom! Uw abonnement op “{title}” bij {company} is actief.',
      button: 'Abonnement bekijken',
    },
    'ticket-answer': {
      subject: 'Antwoord van {company}: {title}',
      text: '{company} heeft u geantwoord:',
      button: 'Gesprek bekijken',
    },
    'payment-received': {
      subject: 'Betaling ontvangen: {title}',
      text: '{company} heeft uw betaling voor “{title}” ontvangen. Hartelijk dank.',
      button: 'Betaling bekijken',
    },
    'form-submitted': {
      subject: 'Formulier “{title}” ingevuld door {customer}',
      text: '{customer} heeft het formulier “{title}” van {company} ingevuld.',
      button: 'Inzending bekijken',
    },
    'webhook-disabled': {
      subject: 'Webhook uitgeschakeld: {title}',
      text: 'De webhook voor “{title}” van {company} is uitgeschakeld, omdat berichten aan {address} bleven mislukken. Er wordt niets meer naartoe gestuurd.',
      button: 'Webhooks beheren',
    },
    'staff-invitation': {
      subject: '{inviter} nodigt u uit om voor {company} te werken',
      text: '{inviter} heeft u uitgenodigd als medewerker van {company} in Balie. De uitnodiging is alleen voor u bestemd en zeven dagen geldig.',
      button: 'Uitnodiging aannemen',
    },
    'password-reset': {
      subject: 'Stel een nieuw wachtwoord in',
      text: 'Iemand, waarschijnlijk uzelf, heeft een nieuw wachtwoord gevraagd voor uw account in Balie. De link is een half uur geldig en werkt één keer. Was u het niet? Dan hoeft u niets te doen.',
      button: 'Nieuw wachtwoord instellen',
    },
    'mail-test': {
      subject: 'E-mail van {company} komt aan',
      text: 'Dit is de testmail waar u om vroeg: e-mail van {company} verlaat het systeem en bereikt u. U hoeft niets te doen.',
      button: 'Balie openen',
    },
    'password-changed': {
      subject: 'Uw wachtwoord is gewijzigd',
      text: 'Het wachtwoord van uw account in Balie is gewijzigd, en al uw andere sessies zijn beëindigd. Was u het niet? Vraag dan meteen een nieuw wachtwoord aan en laat het {company} weten.',
      button: 'Inloggen',
    },
    'customer-login': {
      subject: 'Uw link naar {company}',
      text: 'Met deze link ziet u alles wat {company} voor u heeft: facturen, vragen en antwoorden, offertes en bestanden. Hij werkt één keer, twintig minuten lang. Heeft u er niet om gevraagd? Dan hoeft u niets te doen.',
      button: 'Mijn pagina openen',
    },
    'customer-email-code': {
      subject: 'Uw code: {code}',
      text: 'Met de code {code} bevestigt u dat {company} u op dit adres mag schrijven. De code is een uur geldig. Heeft u er niet om gevraagd? Dan hoeft u niets te doen.',
      button: 'Mijn pagina openen',
    },
    'customer-email-changed': {
      subject: 'Uw e-mailadres is gewijzigd',
      text: 'Voortaan schrijft {company} u op {address}. Was u dit niet? Laat het {company} dan meteen weten.',
      button: 'Mijn pagina openen',
    },
  },
}
