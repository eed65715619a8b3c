/** Where our companies are: the European Economic Area, its neighbours and the islands (ISO 3166-1). */
export const countries =
  `AD AL AT AW BA BE BG BQ CH CW CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU
LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM SR SX TR UA VA XK`.split(/\s+/)
