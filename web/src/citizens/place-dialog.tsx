import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import type { Place } from './api.ts'
import { citizensTexts } from './texts.ts'

export interface Point {
  north: string
  east: string
  source: string
  illustrative: boolean
}

/** 자리 정하기. What is typed stays while saving fails. */
export function PlaceDialog({ place, onClose, onSave }: { place: Place; onClose: () => void; onSave: (point: Point) => Promise<void> }) {
  const texts = useTexts(citizensTexts)
  const work = useWork()
  const [point, setPoint] = useState<Point>({
    north: place.north ?? '',
    east: place.east ?? '',
    source: place.source ?? '',
    illustrative: place.illustrative,
  })
  const change = (part: Partial<Point>) => setPoint({ ...point, ...part })
  const empty = [point.north, point.east, point.source].some((text) => text.trim() === '')
  return (
    <Dialog open onClose={onClose} title={texts.setTitle(place.name)} closeLabel={texts.dismiss} closeBeside={false}>
      <form
        className="ct-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (empty) return
          void work.run(async () => {
            await onSave(point)
            onClose()
          })
        }}
      >
        <ProblemNote error={work.error} />
        <div className="ct-two">
          <TextField label={texts.north} hint={texts.degreeHint} value={point.north} onChange={(north) => change({ north })} />
          <TextField label={texts.east} value={point.east} onChange={(east) => change({ east })} />
        </div>
        <TextField label={texts.source} hint={texts.sourceHint} value={point.source} onChange={(source) => change({ source })} />
        <label className="ct-check">
          <input type="checkbox" checked={point.illustrative} onChange={(event) => change({ illustrative: event.target.checked })} />{' '}
          {texts.illustrative}
        </label>
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={empty}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
