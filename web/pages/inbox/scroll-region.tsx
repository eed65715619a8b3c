import type { ReactNode, Ref } from 'react'

interface ScrollRegionProps {
  label: string
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}

/** A part of the page that scrolls by itself, also by the keys of who has no mouse. */
export function ScrollRegion({ label, ref, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must have the focus to be scrolled by keys (axe: scrollable-region-focusable)
    <div ref={ref} className="inbox-scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
