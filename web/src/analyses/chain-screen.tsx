import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { AnalysisFrame, type Shown } from './analysis-frame.tsx'
import { changeCase } from './api.ts'
import { ChainPicture } from './chain-picture.tsx'
import { ChainTable } from './chain-table.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { nameOf, percent, plain } from './numbers.ts'
import { chainTexts } from './texts-chain.ts'

/** 가치사슬: the links of a cluster as a picture, which are missing, and who could fill them. */
export default function ChainScreen() {
  const texts = useTexts(chainTexts)
  return (
    <AnalysisFrame kind="chain" title={texts.title} emptyLead={texts.emptyLead} controls={(shown) => <Controls {...shown} />}>
      {(shown) => (
        <>
          <Finding {...shown} />
          <ChainPicture report={shown.report} />
          <Links {...shown} />
        </>
      )}
    </AnalysisFrame>
  )
}

/** The links as tables, with firms linked and taken off by those who may. */
function Links(shown: Shown<'chain'>) {
  const { report, of, office, id, writes } = shown
  const texts = useTexts(chainTexts)
  const cache = useQueryClient()
  const [part, setPart] = useState<string | null>(null)
  const change = useAction(async (how: Parameters<typeof changeCase<'chain'>>[3]) => {
    await changeCase(office, id, 'chain', how)
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
  })
  const edits = writes
    ? {
        onLink: setPart,
        onUnlink: (from: string, firm: { name: string; firmId?: string | null }) =>
          void change.run((now) => ({
            ...now,
            firms: now.firms.filter(
              (one) => !(one.part === from && one.state === 'supplies' && (one.firmId ?? one.name) === (firm.firmId ?? firm.name)),
            ),
          })),
      }
    : {}
  return (
    <>
      <ProblemNote error={change.error} />
      <p className="cap">
        {of.register ? texts.fromRegister : texts.noRegister} <Link to={'/firms' as '/'}>{texts.register}</Link>{' '}
        {!of.register && writes ? (
          <Button tone="text" small busy={change.busy} onClick={() => void change.run((now) => ({ ...now, register: {} }))}>
            {texts.useRegister}
          </Button>
        ) : null}
      </p>
      <ChainTable report={report} only="open" {...edits} />
      <ChainTable report={report} only="rest" {...edits} />
      {part === null ? null : <LinkDialog office={office} id={id} of={of} part={part} onClose={() => setPart(null)} />}
    </>
  )
}

function Controls({ of, search, turn }: Shown<'chain'>) {
  const texts = useTexts(chainTexts)
  const now = search.withinKm ?? (of.withinKm === undefined ? '' : String(of.withinKm))
  const all = [...new Set(['10', '30', '100', ...(now ? [now] : [])])].sort((a, b) => Number(a) - Number(b))
  return (
    <Select
      label={texts.within}
      value={now}
      none={of.withinKm === undefined ? texts.anywhere : undefined}
      options={all.map((value) => ({ value, label: texts.km(value) }))}
      onChange={(value) => turn({ withinKm: value })}
    />
  )
}

function Finding({ report }: Shown<'chain'>) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const open = report.nodes.filter((one) => report.missing.includes(one.id))
  const largest = report.nodes.find((one) => one.id === report.missing[0])
  const fillable = open.filter((one) => one.candidates.length > 0).length
  return (
    <div className="an-two an-find">
      <div>
        <p className="an-say">{open.length === 0 ? texts.whole : texts.finding(String(report.counts.missing), String(report.counts.weak))}</p>
        {largest ? (
          <p className="an-why">
            {texts.largest(nameOf(largest, locale), plain(largest.gap, locale), report.unit)} {texts.fillable(String(fillable))}
          </p>
        ) : null}
      </div>
      <dl>
        <dt className="sm mut">{texts.completeness}</dt>
        <dd className="fig fig--hero">
          {percent(report.completeness, locale, 0)}
          {report.completenessAtLeast ? <span className="u"> {texts.atLeast}</span> : null}
        </dd>
      </dl>
    </div>
  )
}
