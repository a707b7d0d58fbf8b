import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { ComboBox } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { Segment } from '#ui/segment/segment'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { firmsQuery } from '../firms/api.ts'
import { ProblemNote } from '../intake/problem-note.tsx'
import type { Shown } from './analysis-frame.tsx'
import { changeCase } from './api.ts'
import { nameOf } from './numbers.ts'
import { chainTexts } from './texts-chain.ts'
import { typedAmount } from './typed-amount.ts'

/** 기업 잇기: a firm of the register said to supply a link, or to be able to, with what it can sell here. */
export function LinkDialog({ office, id, of, part, onClose }: Pick<Shown<'chain'>, 'office' | 'id' | 'of'> & { part: string; onClose: () => void }) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const cache = useQueryClient()
  const [words, setWords] = useState('')
  const [firm, setFirm] = useState<{ id: string; label: string } | null>(null)
  const [role, setRole] = useState<'supplies' | 'could'>('supplies')
  const [capacity, setCapacity] = useState('')
  const found = useQuery(firmsQuery(office, { q: words, limit: '30' }))
  const name = nameOf(of.parts.find((one) => one.id === part)!, locale)
  const amount = typedAmount(capacity, of.unit)
  const wrong = amount === undefined
  const link = useAction(async () => {
    const row = found.data?.items.find((one) => one.id === firm?.id)
    await changeCase(office, id, 'chain', (now) => ({
      ...now,
      firms: [
        ...now.firms.filter((one) => !(one.part === part && (one.firmId === firm!.id || one.name === firm!.label))),
        {
          name: firm!.label,
          part,
          place: row?.place ?? null,
          capacity: amount ?? null,
          state: role,
          firmId: firm!.id,
          ...(row?.confidential ? { confidential: true } : {}),
          ...(row?.illustrative ? { illustrative: true } : {}),
        },
      ],
    }))
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    toast(texts.linked(firm!.label, name))
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={`${name}: ${texts.link}`} closeLabel={texts.close} closeBeside={false} wide>
      <form
        className="an-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (firm && !wrong) void link.run()
        }}
      >
        <p className="sm mut">{texts.linkLead}</p>
        <ProblemNote error={link.error ?? found.error} />
        <ComboBox
          label={texts.firm}
          value={firm}
          choices={(found.data?.items ?? []).map((one) => ({
            id: one.id,
            label: one.name,
            detail: one.products.join(', ') || (one.ksic ?? undefined),
          }))}
          onWords={setWords}
          busy={found.isFetching}
          onChange={(chosen) => setFirm(chosen ? { id: chosen.id, label: chosen.label } : null)}
        />
        <Segment
          label={texts.role}
          options={[
            { value: 'supplies', label: texts.roles.supplies },
            { value: 'could', label: texts.roles.could },
          ]}
          value={role}
          onChange={setRole}
        />
        <TextField
          label={texts.capacity(of.unit)}
          hint={texts.capacityHint}
          optional
          inputMode="decimal"
          value={capacity}
          error={wrong ? texts.capacityWrong : undefined}
          onChange={setCapacity}
        />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={link.busy} disabled={firm === null || wrong}>
            {texts.doLink}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
