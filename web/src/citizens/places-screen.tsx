import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { Page } from '../shell/page.tsx'
import { type Place, putPlace, readPlaces, removePlace } from './api.ts'
import './citizens.css'
import { PlaceDialog } from './place-dialog.tsx'
import { citizensTexts } from './texts.ts'

/** 약도의 장소: where the names of places stand on the public sketch. */
export default function PlacesScreen() {
  const texts = useTexts(citizensTexts)
  const office = useOffice().slug
  const maySet = useRole('administrator', 'head')
  const cache = useQueryClient()
  const list = useQuery({ queryKey: ['places', office], queryFn: () => readPlaces(office) })
  const [setting, setSetting] = useState<Place | null>(null)
  const [wanted, setWanted] = useState('')
  const work = useWork()
  const all = list.data?.items ?? []
  const items = all.filter((place) => place.name.includes(wanted.trim()))
  const refresh = () => cache.invalidateQueries({ queryKey: ['places', office] })
  return (
    <Page title={texts.places} lead={texts.placesLead}>
      <ProblemNote error={list.error ?? work.error} />
      {list.isPending ? <Waiting label={texts.places} rows={5} /> : null}
      {list.isSuccess && all.length === 0 ? <Empty title={texts.noPlaces}>{texts.noPlacesLead}</Empty> : null}
      {all.length > 7 ? <TextField label={texts.search} value={wanted} onChange={setWanted} /> : null}
      {all.length > 0 ? (
        <table className="tb tb--cards">
          <thead>
            <tr>
              <th>{texts.place}</th>
              <th className="num">{texts.uses}</th>
              <th>{texts.point}</th>
              <th>{texts.source}</th>
              <th>
                <span className="vh">{texts.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((place) => (
              <tr key={place.name}>
                <th scope="row">
                  {place.name} {place.illustrative ? <IllustrativeTag /> : null}
                </th>
                <td className="num" data-l={texts.uses}>
                  {texts.usesOf(place.subjects)}
                </td>
                <td data-l={texts.point}>{place.north === null ? <span className="mut">{texts.noPoint}</span> : `${place.north}, ${place.east}`}</td>
                <td data-l={texts.source}>{place.fromTable ? <span className="mut">{texts.fromTable}</span> : place.source}</td>
                <td className="ct-act">
                  {maySet ? (
                    <>
                      <Button onClick={() => setSetting(place)}>{place.version === 0 ? texts.set : texts.change}</Button>
                      {place.version > 0 ? (
                        <Button
                          busy={work.busy}
                          onClick={() =>
                            void work.run(async () => {
                              const before = place
                              await removePlace(office, place)
                              await refresh()
                              toast(texts.removed, {
                                undo: () =>
                                  void work.run(async () => {
                                    await putPlace(
                                      office,
                                      { ...before, version: 0 },
                                      {
                                        north: before.north ?? '',
                                        east: before.east ?? '',
                                        source: before.source ?? '',
                                        illustrative: before.illustrative,
                                      },
                                    )
                                    await refresh()
                                  }),
                              })
                            })
                          }
                        >
                          {texts.remove}
                        </Button>
                      ) : null}
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {setting ? (
        <PlaceDialog
          place={setting}
          onClose={() => setSetting(null)}
          onSave={async (point) => {
            await putPlace(office, setting, point)
            await refresh()
            toast(texts.saved)
          }}
        />
      ) : null}
    </Page>
  )
}
