import type { Locale } from '../../../../kernel/context.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'

export type ExportWords = { [Part in keyof typeof en]: Record<keyof (typeof en)[Part], string> }

export const exportWords: Record<Locale, ExportWords> = { nl, en, de, fr, it }
