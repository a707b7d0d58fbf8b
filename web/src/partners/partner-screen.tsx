import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PartnerViewBody } from '#capabilities/partners/schemas'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { FactsStrip } from '#ui/facts/facts'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { pathOf, read } from '../plans/api.ts'
import { Part } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { stageWord } from '../portfolio/words.ts'
import { Page } from '../shell/page.tsx'
import { SendEvidence } from './send-evidence.tsx'
import { partnerTexts } from './texts.ts'

type Own = PartnerViewBody['obligations'][number]
/** What a file is sent for. */
type Sending = { to: PartnerViewBody['next'][number]['sendTo']; title: string }

/** 협력 기관의 화면: its own projects, what it owes, what is due next, whom to ask. */
export default function PartnerScreen() {
  const texts = useTexts(partnerTexts)
  const plan = useTexts(planTexts)
  const { locale, due } = useFormats()
  const office = useOffice().slug
  const [sending, setSending] = useState<Sending | null>(null)
  const { data, error, isPending } = useQuery({ queryKey: ['plans', office, 'partner'], queryFn: () => read<PartnerViewBody>(office, '/partner') })
  return (
    <Page title={texts.title} lead={data?.organisation ? texts.lead(nameIn(locale, data.organisation)) : undefined}>
      <ProblemNote error={error} />
      {isPending ? <Waiting label={texts.title} rows={5} /> : null}
      {data && data.organisation === null ? <Empty title={texts.untied}>{texts.untiedLead}</Empty> : null}
      {data ? (
        <FactsStrip
          facts={[{ id: 'contact', label: texts.contact, value: data.office.contact ?? texts.noContact, note: nameIn(locale, data.office) }]}
        />
      ) : null}
      {data?.organisation ? (
        <>
          <Part id="pt-next" title={texts.next}>
            {data.next.length === 0 ? (
              <p className="mut">{texts.nothingNext}</p>
            ) : (
              <ul className="pl-list">
                {data.next.map((one) => (
                  <li key={one.key}>
                    <span className="pl-day">
                      {one.dueOn}
                      <span className="pl-sub">{due(one.dueOn)}</span>
                    </span>
                    <span className="pl-grow">
                      <b>{locale === 'ko' ? one.titleKo : one.titleEn}</b>
                      <span className="pl-sub">{nameIn(locale, { nameKo: one.subjectName, nameEn: one.subjectNameEn })}</span>
                    </span>
                    <Button small onClick={() => setSending({ to: one.sendTo, title: locale === 'ko' ? one.titleKo : one.titleEn })}>
                      {texts.send}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Part>
          <Part id="pt-owed" title={texts.obligations}>
            {data.obligations.length === 0 ? (
              <p className="mut">{texts.noObligations}</p>
            ) : (
              <ul className="pl-list">
                {data.obligations.map((one) => (
                  <Obligation
                    key={one.id}
                    one={one}
                    office={office}
                    onSend={() => setSending({ to: { kind: 'obligation', id: one.id }, title: one.title })}
                  />
                ))}
              </ul>
            )}
          </Part>
          <Part id="pt-projects" title={texts.projects}>
            {data.projects.length === 0 ? (
              <p className="mut">{texts.noProjects}</p>
            ) : (
              <ul className="pl-list">
                {data.projects.map((one) => (
                  <li key={one.id}>
                    <span className="pl-grow">
                      <b>{nameIn(locale, one)}</b>
                      <span className="pl-sub">
                        {[texts.kinds[one.kind], one.place, one.owner ? texts.owner(one.owner) : null].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                    <span>
                      {stageWord(one.kind, one.stage, locale) ?? plan.unknown} {one.stageFrom ? <span className="mut">{one.stageFrom}</span> : null}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Part>
        </>
      ) : null}
      {sending ? <SendEvidence {...sending} onClose={() => setSending(null)} /> : null}
    </Page>
  )
}

function Obligation({ one, office, onSend }: { one: Own; office: string; onSend: () => void }) {
  const texts = useTexts(partnerTexts)
  const plan = useTexts(planTexts)
  const { locale, date } = useFormats()
  return (
    <li>
      <span className="pl-day">{one.dueOn ?? <span className="mut">{plan.notStated}</span>}</span>
      <span className="pl-grow">
        <b>{one.title}</b>
        <span className="pl-sub">{nameIn(locale, { nameKo: one.subjectName, nameEn: one.subjectNameEn })}</span>
        {one.evidence.map((file) => (
          <span key={file.id} className="pl-sub">
            <a href={pathOf(office, `/partner/evidence/${file.id}`)} download>
              {file.fileName}
            </a>{' '}
            · {date(file.sentAt)} · {texts.states[file.state]}
            {file.decidedReason ? `: ${file.decidedReason}` : ''}
          </span>
        ))}
      </span>
      <Tag tone={one.state === 'met' ? 'ok' : one.state === 'late' ? 'bad' : 'plain'}>{plan.states[one.state]}</Tag>
      {one.state === 'open' || one.state === 'late' ? (
        <Button small onClick={onSend}>
          {texts.send}
        </Button>
      ) : null}
    </li>
  )
}
