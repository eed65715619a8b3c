import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useRef } from 'react'

/** What single keys do; the help lists them. */
export const keys = ['j', 'k', 'Enter', 'u', 'r', 'n', 'e', 'a', 's', 'm', 'i', '/', '?'] as const
export type Key = (typeof keys)[number]

/** Single keys can be turned off (WCAG 2.1.4), on this device. */
export const useKeysWanted = () =>
  useLocalStorage({ key: 'balie.inbox.keys', defaultValue: true, getInitialValueInEffect: false })

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Enter on a button or link is theirs. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('a, button') !== null

/** Calls what belongs to a key, unless somebody types, or something is open above the page. */
export function useKeys(wanted: boolean, act: Partial<Record<Key, () => void>>): void {
  const acts = useRef(act)
  useEffect(() => {
    acts.current = act
  })
  useEffect(() => {
    if (!wanted) return
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return
      if (event.key === 'Enter' && isControl(event.target)) return
      if (document.querySelector('[role="dialog"], [role="menu"]')) return
      const done = acts.current[event.key as Key]
      if (!done) return
      event.preventDefault()
      done()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [wanted])
}
