import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { readChecks } from './api.ts'
import './checks.css'
import { checksTexts } from './texts.ts'

/** 주장 곁의 점검: what the checks say of one claim: what does not add up, and what does. The items of a document are asked for once. */
export function ClaimFindings({ office, document, claim }: { office: string; document: string; claim: string }) {
  const texts = useTexts(checksTexts)
  const { locale } = useFormats()
  const { data } = useQuery({
    queryKey: ['checks', office, 'document', document],
    queryFn: () => readChecks(office, { state: 'all', document, limit: '500' }),
    staleTime: 30_000,
  })
  const own = data?.items.filter((one) => one.claims.includes(claim) && one.resolution !== 'gone') ?? []
  if (own.length === 0) return null
  return (
    <ul className="ck-notes">
      {own.map((one) => (
        <li key={one.id}>
          <Tag tone={one.state === 'holds' || one.state === 'closed' ? 'ok' : 'warn'}>
            {one.resolution ? texts.standing[one.resolution] : one.rule.name[locale]}
          </Tag>{' '}
          {one.title[locale]}{' '}
          <Link to={'/checks' as '/'} search={{ document, ...(one.state === 'open' ? {} : { state: one.state }) } as never}>
            {texts.seeAll}
          </Link>
        </li>
      ))}
    </ul>
  )
}
