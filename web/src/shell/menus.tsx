import { useNavigate } from '@tanstack/react-router'
import { MenuButton, type MenuItem } from '#ui/menu/menu'
import { setAppearance, useAppearance } from './appearance.ts'
import { frameTexts } from './frame-texts.ts'
import { localeNames, locales, setLocale, useLocale } from './locale.ts'
import { ProblemError } from './problem.ts'
import { hasScreen } from './routes.tsx'
import { changeMe, type Session, signOut, switchOffice } from './session.ts'
import { nameIn, textsNow, useTexts } from './texts.ts'
import { toast } from './toasts.ts'

const failed = (error: unknown) => toast(error instanceof ProblemError ? error.message : textsNow(frameTexts).unreachable, { tone: 'bad' })

/** Language, brightness, contrast, single keys: the same choices for one who is signed in and one who is not. */
export function useViewItems(signedIn: boolean): MenuItem[] {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  const look = useAppearance()
  const keep = (change: Parameters<typeof setAppearance>[0]) => setAppearance(change)
  return [
    { kind: 'heading', label: texts.language },
    ...locales.map(
      (one): MenuItem => ({
        kind: 'choice',
        label: localeNames[one],
        lang: one,
        checked: locale === one,
        stays: true,
        run: () => {
          setLocale(one)
          if (signedIn) changeMe({ locale: one }).catch(failed)
        },
      }),
    ),
    { kind: 'heading', label: texts.theme },
    ...(['system', 'light', 'dark'] as const).map(
      (theme): MenuItem => ({ kind: 'choice', label: texts.themes[theme], checked: look.theme === theme, stays: true, run: () => keep({ theme }) }),
    ),
    { kind: 'heading', label: texts.contrast },
    ...(['system', 'normal', 'high'] as const).map(
      (contrast): MenuItem => ({
        kind: 'choice',
        label: texts.contrasts[contrast],
        checked: look.contrast === contrast,
        stays: true,
        run: () => keep({ contrast }),
      }),
    ),
    { kind: 'heading', label: texts.singleKeys },
    ...([true, false] as const).map(
      (singleKeys): MenuItem => ({
        kind: 'choice',
        label: singleKeys ? texts.on : texts.off,
        checked: look.singleKeys === singleKeys,
        stays: true,
        run: () => keep({ singleKeys }),
      }),
    ),
  ]
}

/** 이름 메뉴: what belongs to the person. */
export function UserMenu({
  session,
  onHelp,
}: {
  session: Session /** Opens the list of shortcuts, where the frame has one. */
  onHelp?: () => void
}) {
  const texts = useTexts(frameTexts)
  const navigate = useNavigate()
  const view = useViewItems(true)
  const name = session.user?.name ?? ''
  const items: MenuItem[] = [
    ...(hasScreen('/account')
      ? [
          { kind: 'action', label: texts.account, run: () => void navigate({ to: '/account' }) } satisfies MenuItem,
          { kind: 'line' } satisfies MenuItem,
        ]
      : []),
    ...view,
    { kind: 'line' },
    ...(onHelp ? [{ kind: 'action', label: texts.shortcuts, keys: '?', run: onHelp } satisfies MenuItem] : []),
    {
      kind: 'action',
      label: texts.signOut,
      run: () =>
        void signOut()
          .then(() => navigate({ to: '/sign-in' }))
          .catch(failed),
    },
  ]
  return (
    <MenuButton label={texts.userMenu(name)} items={items} className="user-btn">
      {name}
    </MenuButton>
  )
}

/** The same choices where nobody is signed in. */
export function ViewMenu() {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  return (
    <MenuButton label={`${localeNames[locale]} (${texts.language}, ${texts.theme}, ${texts.contrast})`} items={useViewItems(false)}>
      {localeNames[locale]}
    </MenuButton>
  )
}

/** 기관 바꾸기: only where a person belongs to several. */
export function OfficeMenu({ session }: { session: Session }) {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  const navigate = useNavigate()
  const now = session.office
  if (session.offices.length < 2) return null
  const items = session.offices.map(
    (office): MenuItem => ({
      kind: 'choice',
      label: nameIn(locale, office),
      checked: office.id === now?.id,
      run: () => {
        if (office.id === now?.id) return
        switchOffice(office.slug)
          .then(() => {
            toast(texts.officeSwitched(nameIn(locale, office)))
            return navigate({ to: '/' })
          })
          .catch(failed)
      },
    }),
  )
  const name = now ? nameIn(locale, now) : texts.office
  return (
    <MenuButton label={texts.switchOffice(name)} items={items} className="office-btn">
      {name}
    </MenuButton>
  )
}
