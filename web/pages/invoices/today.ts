/** The day it is for whoever looks: `2026-11-21`. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')
