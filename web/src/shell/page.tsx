import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocale } from './locale.ts'
import { type Crumb, focusWanted, pageFrame } from './page-frame.ts'
import { useSession } from './session.ts'
import { nameIn } from './texts.ts'

/**
 * 화면의 틀: every screen is one `Page`. It names the browser's tab, writes the way to here into the top bar, takes the focus after a navigation so
 * that a screen reader speaks the new heading, and lays out heading, lead and actions.
 */
export function Page({
  title,
  heading,
  lead,
  crumbs,
  actions,
  tools,
  children,
}: {
  /** The name of the place; also the tab's name. */
  title: string
  /** What stands as h1 when it says more than the name, such as the finding. */
  heading?: ReactNode
  lead?: ReactNode
  /** The way to here without this screen itself. */
  crumbs?: readonly Crumb[]
  actions?: ReactNode
  /** Shown at the right of the top bar. */
  tools?: ReactNode
  children?: ReactNode
}) {
  const locale = useLocale()
  const office = useSession()?.office
  const h1 = useRef<HTMLHeadingElement>(null)
  const product = locale === 'ko' ? '구슬' : 'Gusul'
  const where = office ? ` · ${nameIn(locale, office)}` : ''
  const way = (crumbs ?? []).map((crumb) => `${crumb.label}\u0000${crumb.to ?? ''}`).join('\u0001')
  useEffect(() => {
    document.title = `${title}${where} · ${product}`
  }, [title, where, product])
  // `way` stands for the crumbs
  useLayoutEffect(() => {
    pageFrame.set({ crumbs: [...(crumbs ?? []), { label: title }], tools: tools ?? null })
  }, [title, way, tools])
  useEffect(() => {
    if (!focusWanted.current) return
    focusWanted.current = false
    h1.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <div className="ttl">
        <div>
          <h1 ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {actions ? <div className="act">{actions}</div> : null}
      </div>
      {children}
    </>
  )
}
