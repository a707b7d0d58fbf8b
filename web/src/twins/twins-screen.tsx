import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Chip, Filters } from '#ui/chip/chip'
import { DataTable } from '#ui/data-table/data-table'
import { Dialog } from '#ui/dialog/dialog'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { instantOf, useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useAction } from '../portfolio/action.ts'
import { refreshPortfolio } from '../portfolio/api.ts'
import '../portfolio/portfolio.css'
import { Page } from '../shell/page.tsx'
import { judgeTwin, refreshTwins, setSharing, type Twin, twinsQuery, undoTwin } from './api.ts'
import { twinsTexts } from './texts.ts'

/** 함께 세는 협약: agreements that another office may count, too; a person decides, and it is remembered. */
export default function TwinsScreen() {
  const texts = useTexts(twinsTexts)
  const office = useOffice().slug
  const mayShare = useRole('administrator', 'head')
  const mayDecide = useRole('administrator', 'head', 'officer')
  const [all, setAll] = useState(false)
  const [deciding, setDeciding] = useState<Twin | null>(null)
  const { data, error } = useQuery(twinsQuery(office, all))
  const share = useAction(async (sharing: boolean) => {
    await setSharing(office, sharing)
    await refreshPortfolio()
    toast(sharing ? texts.onNow : texts.offNow)
  })
  const again = useAction(async () => {
    const { fingerprints } = await refreshTwins(office)
    await refreshPortfolio()
    toast(texts.refreshed(fingerprints))
  })
  const undo = async (id: string) => {
    await undoTwin(office, id)
    await refreshPortfolio()
    toast(texts.undone)
  }
  const back = useAction(undo)
  const apart = useAction(async (twin: Twin) => {
    const { id } = await judgeTwin(office, twin, { verdict: 'not_same', share: null, reason: null })
    await refreshPortfolio()
    toast(texts.decidedNot, { undo: () => undo(id) })
  })
  const words = share.words ?? again.words ?? back.words ?? apart.words
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        data?.sharing ? (
          <>
            {mayShare ? (
              <Button busy={share.busy} onClick={() => void share.run(false)}>
                {texts.turnOff}
              </Button>
            ) : null}
            {mayDecide ? (
              <Button busy={again.busy} onClick={() => void again.run()}>
                {texts.refresh}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <ProblemNote error={error} />
      {words ? (
        <p className="err" role="alert">
          {words}
        </p>
      ) : null}
      {!data && !error ? <Waiting label={texts.title} rows={4} /> : null}
      {data && !data.sharing ? (
        <Empty
          title={texts.off}
          action={
            mayShare ? (
              <Button tone="primary" busy={share.busy} onClick={() => void share.run(true)}>
                {texts.on}
              </Button>
            ) : (
              texts.askHead
            )
          }
        >
          {texts.offLead}
        </Empty>
      ) : null}
      {data?.sharing ? (
        <>
          <div className="pf-tools">
            <Filters label={texts.title}>
              <Chip label={texts.all} pressed={all} onPress={() => setAll(!all)} />
            </Filters>
            <span className="pf-right sm mut">{data.refreshedAt ? texts.refreshedAt(instantOf(data.refreshedAt)) : ''}</span>
          </div>
          <div className="scroll">
            <Twins
              items={data.items}
              mayDecide={mayDecide}
              onSame={setDeciding}
              onApart={(twin) => void apart.run(twin)}
              onUndo={(id) => void back.run(id)}
            />
          </div>
        </>
      ) : null}
      {deciding ? <SameDialog twin={deciding} onClose={() => setDeciding(null)} onUndo={undo} /> : null}
    </Page>
  )
}

function Twins({
  items,
  mayDecide,
  onSame,
  onApart,
  onUndo,
}: {
  items: readonly Twin[]
  mayDecide: boolean
  onSame: (twin: Twin) => void
  onApart: (twin: Twin) => void
  onUndo: (id: string) => void
}) {
  const texts = useTexts(twinsTexts)
  const { locale } = useFormats()
  return (
    <DataTable
      label={texts.title}
      rows={items}
      rowId={(twin) => `${twin.subject.id} ${twin.other.slug} ${twin.ref}`}
      rowName={(twin) => `${twin.subject.nameKo}, ${twin.other.nameKo}`}
      empty={<Empty title={texts.none} />}
      columns={[
        {
          id: 'subject',
          label: texts.column.subject,
          head: true,
          render: (twin) => (
            <Link className="quiet" to={'/projects/$id' as '/'} params={{ id: twin.subject.id } as never}>
              {nameIn(locale, twin.subject)}
            </Link>
          ),
        },
        {
          id: 'other',
          label: texts.column.other,
          render: (twin) => (
            <>
              {nameIn(locale, twin.other)}
              {twin.other.contact ? <span className="sub">{texts.contact(twin.other.contact)}</span> : null}
            </>
          ),
        },
        { id: 'matched', label: texts.column.matched, render: (twin) => twin.matched.map((kind) => texts.matched[kind]).join(' · ') },
        {
          id: 'verdict',
          label: texts.column.verdict,
          render: (twin) =>
            twin.verdict === null ? (
              <span className="mut">{texts.undecided}</span>
            ) : (
              <>
                <Tag tone={twin.verdict.verdict === 'same' ? 'ok' : 'plain'}>{twin.verdict.verdict === 'same' ? texts.same : texts.notSame}</Tag>{' '}
                {twin.verdict.share === null ? null : (
                  <span className="nb">
                    {texts.share(new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(Number(twin.verdict.share)))}
                  </span>
                )}
                <span className="sub">{[twin.verdict.madeBy, twin.verdict.reason].filter(Boolean).join(' · ')}</span>
              </>
            ),
        },
        ...(mayDecide
          ? [
              {
                id: 'act',
                label: texts.column.act,
                render: (twin: Twin) =>
                  twin.verdict === null ? (
                    <span className="nb">
                      <Button small aria-label={`${texts.same}: ${twin.subject.nameKo}`} onClick={() => onSame(twin)}>
                        {texts.same}
                      </Button>{' '}
                      <Button small aria-label={`${texts.notSame}: ${twin.subject.nameKo}`} onClick={() => onApart(twin)}>
                        {texts.notSame}
                      </Button>
                    </span>
                  ) : (
                    <Button small tone="text" aria-label={`${texts.undo}: ${twin.subject.nameKo}`} onClick={() => onUndo(twin.verdict!.id)}>
                      {texts.undo}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function SameDialog({ twin, onClose, onUndo }: { twin: Twin; onClose: () => void; onUndo: (id: string) => Promise<void> }) {
  const texts = useTexts(twinsTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const [share, setShare] = useState('')
  const [reason, setReason] = useState('')
  const wrong = share.trim() !== '' && !/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(share.trim())
  const save = useAction(async () => {
    const { id } = await judgeTwin(office, twin, { verdict: 'same', share: share.trim() || null, reason: reason.trim() || null })
    await refreshPortfolio()
    toast(texts.decidedSame, { undo: () => onUndo(id) })
    onClose()
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.sameTitle(nameIn(locale, twin.subject), nameIn(locale, twin.other))}
      closeLabel={texts.cancel}
      closeBeside={false}
    >
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) void save.run()
        }}
      >
        <TextField
          label={texts.shareLabel}
          optional
          hint={texts.shareHint}
          error={wrong ? texts.shareWrong(share) : undefined}
          value={share}
          onChange={setShare}
        />
        <TextField label={texts.reason} optional value={reason} onChange={setReason} />
        {save.words ? (
          <p className="err" role="alert">
            {save.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.decide}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
