import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/theme/fonts.css'
import './ui/theme/tokens.css'
import './ui/theme/base.css'
import './ui/field/field.css'
import './ui/chip/chip.css'
import './shell/shell.css'
import { onSignedOut } from './shell/api.ts'
import { startAppearance } from './shell/appearance.ts'
import { watchConnection } from './shell/connection.ts'
import { localeValue } from './shell/locale.ts'
import { focusWanted } from './shell/page-frame.ts'
import { router } from './shell/router.tsx'
import { queryClient, sessionQuery } from './shell/session.ts'
import { startShortcuts } from './shell/shortcuts.ts'

startAppearance()
startShortcuts()
document.documentElement.lang = localeValue.get()

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) focusWanted.current = true
})

// The session ended while somebody was working: sign in and come back; drafts stay in the tab.
onSignedOut(() => {
  void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate())
})

watchConnection(() => {
  void queryClient.invalidateQueries()
  void router.invalidate()
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
