import type { CollectionWords } from './words.ts'

export const nl: CollectionWords = {
  titles: {
    request1: 'Betaalverzoek',
    request2: 'Tweede betaalverzoek',
    reminder1: 'Betalingsherinnering',
    reminder2: 'Tweede betalingsherinnering',
    reminder3: 'Laatste betalingsherinnering',
    final_notice: 'Aanmaning',
    chargeback: 'Betaling teruggeboekt',
  },
  texts: {
    request1:
      '{company} vraagt u factuur {number} te betalen. U kunt de factuur online bekijken, betalen of er een vraag over stellen.',
    request2:
      'Uw betaling van factuur {number} is nog niet bij {company} binnen. U kunt de factuur online bekijken en betalen.',
    reminder1:
      'Factuur {number} van {company} staat nog open. Misschien is het u ontgaan: wilt u de factuur betalen, of ons online laten weten waarom u dat niet doet?',
    reminder2:
      'Factuur {number} van {company} staat nog open, hoewel wij u er al eerder over schreven. Wilt u zo spoedig mogelijk betalen, of ons online laten weten waarom u dat niet doet?',
    reminder3:
      'Factuur {number} van {company} staat nog steeds open. Dit is onze laatste herinnering: wilt u nu betalen of contact met ons opnemen?',
    final_notice:
      'Ondanks onze herinneringen staat factuur {number} van {company} nog open. Dit is onze aanmaning: wilt u betalen binnen veertien dagen nadat u dit bericht hebt ontvangen? Daarna kan de vordering aan een incassobureau worden overgedragen, wat kosten voor u kan meebrengen.',
    chargeback:
      'Uw betaling van factuur {number} van {company} is teruggeboekt, zodat het bedrag weer openstaat. Wilt u op een andere manier betalen, of ons online laten weten als er iets niet klopt?',
  },
  subject: '{title}: factuur {number}',
  button: 'Bekijken en betalen',
  invoice: 'factuur',
  number: 'Factuur',
  amount: 'Te betalen',
  due: 'Uiterlijk op',
  reference: 'Betalingskenmerk',
  lateFee: 'In dit bedrag is {fee} voor te late betaling begrepen.',
  chargebackFee: 'In dit bedrag is {fee} voor de teruggeboekte betaling begrepen.',
  greeting: 'Beste {name},',
  hello: 'Geachte heer of mevrouw,',
  closing: 'Met vriendelijke groet,',
  check: 'Wilt u weten of dit bericht echt van {company} komt? Vul de code {code} in op {link}.',
  payOnline: 'Online betalen',
  payOnlineHow:
    'Scan de code met uw telefoon of open {link}. Daar ziet u ook de factuur en kunt u een vraag stellen.',
  transfer: 'Betalen per overschrijving',
  transferHow:
    'Maak {amount} over naar {iban} ten name van {name}, met de omschrijving {reference}, of scan de code met de app van uw bank.',
  scanPay: 'QR-code die de factuur opent',
  scanBank: 'QR-code voor een overschrijving',
  page: 'Pagina',
  sms: 'Betalen of vragen',
  genuine: 'Echt?',
}
