import type { Locale } from '../../../kernel/context.ts'

interface Words {
  title: string
  from: string
  files: string
  emptyDirectory: string
  empty(company: string): string
}

/** What the page of a file share says. */
export const words: Record<Locale, Words> = {
  nl: {
    title: 'Bestanden voor u',
    from: 'Van',
    files: 'Downloaden',
    emptyDirectory: 'Deze map is leeg.',
    empty: (company) => `${company} deelt hier op dit moment geen bestanden.`,
  },
  en: {
    title: 'Files for you',
    from: 'From',
    files: 'Download',
    emptyDirectory: 'This folder is empty.',
    empty: (company) => `${company} shares no files here at the moment.`,
  },
  de: {
    title: 'Dateien für Sie',
    from: 'Von',
    files: 'Herunterladen',
    emptyDirectory: 'Dieser Ordner ist leer.',
    empty: (company) => `${company} teilt hier im Moment keine Dateien.`,
  },
  fr: {
    title: 'Des fichiers pour vous',
    from: 'De',
    files: 'Télécharger',
    emptyDirectory: 'Ce dossier est vide.',
    empty: (company) => `${company} ne partage aucun fichier ici pour le moment.`,
  },
  it: {
    title: 'File per lei',
    from: 'Da',
    files: 'Scaricare',
    emptyDirectory: 'Questa cartella è vuota.',
    empty: (company) => `${company} non condivide alcun file qui al momento.`,
  },
}
