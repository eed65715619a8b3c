import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type OfAnchor = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>

/** A link to a page of ours, in a text. */
export const AnchorLink = createLink((props: AnchorProps & OfAnchor) => <Anchor {...props} />)

type OfButton = Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>

/** A link to a page of ours that looks like a button. */
export const ButtonLink = createLink((props: ButtonProps & OfButton) => <Button component="a" {...props} />)

/** Above the title of a page: the way back to what it is one of. */
export const BackLink = createLink(({ children, ...props }: AnchorProps & OfAnchor) => (
  <Anchor {...props} size="sm" mb="xs" display="inline-flex" style={{ alignItems: 'center', gap: 4 }}>
    <IconArrowLeft size={14} aria-hidden />
    {children}
  </Anchor>
))
