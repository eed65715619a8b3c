/** Notices of other processes, by what they are about; that they may be lost is for who hears them to mind. */
export interface Notices {
  /** One came; without a word of what it is about it may be about anything. */
  heard(about?: string): void
  /** Calls back at every notice that is, or may be, about this. Returns how to stop. */
  when(about: string, hear: () => void): () => void
}

export function notices(): Notices {
  const listeners = new Map<string, Set<() => void>>()
  return {
    heard(about) {
      for (const [key, hearers] of listeners)
        if (about === undefined || about === key) for (const hear of hearers) hear()
    },
    when(about, hear) {
      const hearers = listeners.get(about) ?? new Set()
      listeners.set(about, hearers.add(hear))
      return () => {
        hearers.delete(hear)
        if (hearers.size === 0 && listeners.get(about) === hearers) listeners.delete(about)
      }
    },
  }
}
