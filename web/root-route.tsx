import { createRootRoute, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Waiting } from './components/waiting.tsx'

/** Words of a page are fetched when it is first shown: until then the page waits. */
export const rootRoute = createRootRoute({
  component: () => (
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  ),
})
