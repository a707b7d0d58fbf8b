import { Segment } from '#ui/segment/segment'
import type { Examples } from '#web/ui/kit/example'
import { setAppearance, useAppearance } from './appearance.ts'
import './components-screen.css'
import { frameTexts } from './frame-texts.ts'
import { type Locale, localeNames, locales, setLocale, useLocale } from './locale.ts'
import { Page } from './page.tsx'
import { defineTexts, useTexts } from './texts.ts'

const texts = defineTexts({
  ko: { title: '부품', lead: '콘솔의 부품과 그 모습. 여기의 이름과 숫자는 모두 지어낸 것입니다.' },
  en: { title: 'Components', lead: 'The components of the console. Every name and number here is invented.' },
})

const found = import.meta.glob<{ examples: Examples }>('../ui/*/examples.tsx', { eager: true })
const folders = Object.entries(found)
  .map(([file, held]) => ({ folder: file.split('/').at(-2) ?? file, examples: held.examples }))
  .sort((a, b) => a.folder.localeCompare(b.folder))

/** 부품 보기: every component with its examples, in every language, brightness and contrast. */
export default function ComponentsScreen() {
  const words = useTexts(texts)
  const frame = useTexts(frameTexts)
  const locale = useLocale()
  const look = useAppearance()
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="gallery-look">
        <Segment<Locale>
          label={frame.language}
          value={locale}
          onChange={setLocale}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
        />
        <Segment
          label={frame.theme}
          value={look.theme}
          onChange={(theme) => setAppearance({ theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: frame.themes[value] }))}
        />
        <Segment
          label={frame.contrast}
          value={look.contrast}
          onChange={(contrast) => setAppearance({ contrast })}
          options={(['system', 'normal', 'high'] as const).map((value) => ({ value, label: frame.contrasts[value] }))}
        />
      </div>
      {folders.map(({ folder, examples }) => (
        <section key={folder} className="gallery-part" id={folder}>
          <h2>
            {examples.title[locale]} <code>#ui/{folder}</code>
          </h2>
          {examples.examples.map((example) => (
            <div key={example.name.en} className="gallery-one">
              <h3>{example.name[locale]}</h3>
              <div>
                <example.draw />
              </div>
            </div>
          ))}
        </section>
      ))}
    </Page>
  )
}
