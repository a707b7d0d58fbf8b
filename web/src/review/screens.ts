import { defineScreens } from '#web/shell/screens'

/** The screen of the review; the documents lead to it. */
export const screens = defineScreens({
  screens: [{ path: '/documents/$id', roles: ['administrator', 'head', 'officer', 'reviewer', 'viewer'], load: () => import('./review-screen.tsx') }],
})
