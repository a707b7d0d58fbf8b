import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Confirm } from '#ui/dialog/confirm'
import { MenuButton } from '#ui/menu/menu'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { json } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { errorWords, useAction } from './action.ts'
import { client, type ProjectView, projectQuery, refreshPortfolio, undo } from './api.ts'
import { ClockControl, type ClockSearch, clockSearchOf, clocksOf } from './clock-control.tsx'
import { clockTexts } from './clock-texts.ts'
import { investmentTexts } from './investment-texts.ts'
import { JoinDialog } from './join-dialog.tsx'
import './portfolio.css'
import type { Move } from './next-steps.tsx'
import { Commitments } from './project-commitments.tsx'
import { ProjectFacts } from './project-facts.tsx'
import { ProjectDialog } from './project-form.tsx'
import { History } from './project-history.tsx'
import { Beside } from './project-side.tsx'
import { Stages } from './project-stages.tsx'
import { Tasks } from './project-tasks.tsx'
import { Sources } from './source.tsx'
import { StageDialog } from './stage-dialog.tsx'
import { portfolioTexts } from './texts.ts'

/** 사업 한 장. */
export default function ProjectScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const office = useOffice().slug
  const texts = useTexts(portfolioTexts)
  const navigate = useNavigate()
  const clock = clockSearchOf(useSearch({ strict: false }) as Record<string, unknown>)
  const { data, error, refetch } = useQuery(projectQuery(office, id, clocksOf(clock)))
  const look = (next: ClockSearch) => void navigate({ to: '.', search: next as never, replace: true })
  if (error) return <Failure error={error} reset={() => void refetch()} />
  if (!data)
    return (
      <Page title={texts.title} crumbs={[{ label: texts.title, to: '/projects' }]}>
        <Waiting label={texts.title} rows={6} />
      </Page>
    )
  return (
    <Sources>
      <Project key={id} project={data.body} etag={data.etag} clock={clock} onClock={look} />
    </Sources>
  )
}

type Open = { what: 'edit'; focus?: string } | { what: 'stage'; move?: Move | undefined } | { what: 'join' } | { what: 'part'; member: string } | null

function Project({
  project,
  etag,
  clock,
  onClock,
}: {
  project: ProjectView
  etag: string | null
  clock: ClockSearch
  onClock: (clock: ClockSearch) => void
}) {
  const texts = useTexts(portfolioTexts)
  const own = useTexts(clockTexts)
  const kindTexts = useTexts(investmentTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const navigate = useNavigate()
  const past = clock.asOf !== undefined || clock.known !== undefined
  const mayWrite = useRole('administrator', 'head', 'officer') && !past
  const [open, setOpen] = useState<Open>(null)
  const at = client.offices[':office'].projects[':subject']
  const archive = async (archived: boolean) => {
    try {
      await at.archive.$post({ param: { office, subject: project.id }, json: { archived } })
      await refreshPortfolio()
      toast(archived ? texts.project.archived : texts.project.restored, { undo: () => archive(!archived) })
    } catch (error) {
      toast(errorWords(error), { tone: 'bad' })
    }
  }
  const part = useAction(async (member: string) => {
    const { judgementId } = await json(at.part.$post({ param: { office, subject: member }, json: { reason: null } }))
    await refreshPortfolio()
    toast(texts.join.parted, { undo: () => undo(office, judgementId) })
    setOpen(null)
  })
  useShortcuts([
    { key: 'e', label: texts.edit, run: () => setOpen({ what: 'edit' }), off: !mayWrite },
    { key: ']', label: texts.stage.next, run: () => setOpen({ what: 'stage' }), off: !mayWrite },
    { key: 'm', label: texts.join.open, run: () => setOpen({ what: 'join' }), off: !mayWrite },
  ])
  const kindWords = () => {
    const kind = project.investmentKind ?? project.saidInvestmentKind?.kind
    return kind ? `${kindTexts.kinds[kind]} (${project.investmentKind ? kindTexts.byPerson : kindTexts.bySentence})` : null
  }
  const others = project.members.filter((member) => member.id !== project.standsFor)
  return (
    <Page
      title={nameIn(locale, project)}
      crumbs={[{ label: texts.title, to: '/projects' }]}
      heading={
        <>
          {nameIn(locale, project)} {project.illustrative ? <IllustrativeTag /> : null}
          {project.confidential ? <Tag tone="warn">{texts.project.confidentialTag}</Tag> : null}
          {project.archivedAt ? <Tag>{texts.project.archivedTag}</Tag> : null}
        </>
      }
      lead={
        [
          project.place,
          project.industry,
          kindWords(),
          (project.team ?? project.ownerName) ? `${texts.project.owner}: ${[project.team, project.ownerName].filter(Boolean).join(' · ')}` : null,
        ]
          .filter(Boolean)
          .join(' · ') || undefined
      }
      tools={<ClockControl value={clock} onChange={onClock} subject={project.id} />}
      actions={
        mayWrite ? (
          <>
            <MenuButton
              items={[
                { kind: 'action', label: texts.join.open, keys: 'M', run: () => setOpen({ what: 'join' }) },
                ...others.map((member) => ({
                  kind: 'action' as const,
                  label: `${texts.join.part}: ${member.nameKo}`,
                  run: () => setOpen({ what: 'part', member: member.id }),
                })),
                { kind: 'action', label: texts.print, run: () => window.print() },
                {
                  kind: 'action',
                  label: project.archivedAt ? texts.project.restore : texts.project.archive,
                  run: () => void archive(project.archivedAt === null),
                },
              ]}
            >
              {texts.more}
            </MenuButton>
            <Button keys="e" onClick={() => setOpen({ what: 'edit' })}>
              {texts.edit}
            </Button>
            <Button tone="primary" keys="]" onClick={() => setOpen({ what: 'stage' })}>
              {texts.stage.next}
            </Button>
          </>
        ) : undefined
      }
    >
      {past ? (
        <div className="pf-past">
          <Banner
            title={own.banner(clock.asOf ?? null, clock.known ?? null)}
            action={
              <Button small onClick={() => onClock({})}>
                {texts.project.now}
              </Button>
            }
          />
        </div>
      ) : null}
      {others.length > 0 ? <p className="sm mut">{texts.project.joined(others.map((member) => member.nameKo).join(', '))}</p> : null}
      <ProjectFacts project={project} />
      <div className="side pf-page">
        <div>
          <Stages project={project} mayWrite={mayWrite} past={past} onMove={(move) => setOpen({ what: 'stage', move })} />
          <Commitments project={project} />
          <Tasks project={project} mayWrite={mayWrite} />
          <History
            project={project}
            mayWrite={mayWrite}
            knownOn={clock.known ?? null}
            onKnownOn={(known) => onClock({ ...clock, known: known ?? undefined })}
          />
        </div>
        <Beside project={project} mayWrite={mayWrite} onEnter={(focus) => setOpen({ what: 'edit', focus })} />
      </div>
      {open?.what === 'edit' ? <ProjectDialog project={project} etag={etag} focus={open.focus} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'stage' ? (
        <StageDialog subject={project} to={open.move?.to ?? null} machine={open.move?.machine ?? null} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === 'join' ? <JoinDialog project={project} onClose={() => setOpen(null)} /> : null}
      <Confirm
        open={open?.what === 'part'}
        title={texts.join.part}
        action={texts.join.part}
        busy={part.busy}
        error={part.words ?? undefined}
        onClose={() => setOpen(null)}
        onConfirm={() => {
          if (open?.what === 'part')
            void part.run(open.member).then(() => navigate({ to: '/projects/$id' as never, params: { id: project.standsFor } as never }))
        }}
      >
        <p>{texts.join.partText}</p>
      </Confirm>
    </Page>
  )
}
